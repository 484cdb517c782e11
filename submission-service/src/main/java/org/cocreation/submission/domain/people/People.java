package org.cocreation.submission.domain.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cocreation.submission.domain.RegistrationId;

/** The people heard of. */
public interface People {

  /**
   * What became known about one person; applied to {@link Person#unheardOf} when it is the first
   * thing.
   */
  record News(RegistrationId about, UnaryOperator<Person> change) {}

  Optional<Person> find(RegistrationId id);

  Map<RegistrationId, Person> findAll(Collection<RegistrationId> ids);

  /** Whoever holds the personal link with this SHA-256, in hexadecimal. */
  Optional<Person> holderOf(String linkHash);

  /** Takes the news in order; what changes nothing writes nothing. */
  void learn(List<News> news);
}
