package org.cocreation.notification.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where it is kept who may get e-mails. */
public interface Recipients {

  /**
   * A change of one recipient; it may be asked again.
   *
   * @param cause the id of the event behind it, which is then taken in only once; null where a
   *     repeat does no harm
   * @param change from what is kept to what shall be kept; empty leaves things as they are
   */
  record Change(
      String registrationId,
      @Nullable String cause,
      Function<Optional<Recipient>, Optional<Recipient>> change) {}

  /** Those of these registrations that are known, by id. */
  Map<String, Recipient> findAll(Collection<String> registrationIds);

  /** A page of a programme's recipients by registration id, starting behind {@code after}. */
  List<Recipient> page(String programmeId, @Nullable String after, int limit);

  /** Changes many in bulk; several of the same recipient in their order. */
  void changeAll(List<Change> changes);
}
