package org.cocreation.certificate.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where this service's copies of the programmes are kept. */
public interface Programmes {

  /** The copy of that programme. */
  Optional<Programme> find(String programmeId);

  /** The copies of those programmes by their ids; of unknown ones nothing. */
  Map<String, Programme> findAll(Collection<String> programmeIds);

  /** Every copy. */
  List<Programme> all();

  /**
   * Changes a copy, from an unheard-of programme if there is none yet. The change may be asked
   * again.
   */
  void change(String programmeId, UnaryOperator<Programme> change);
}
