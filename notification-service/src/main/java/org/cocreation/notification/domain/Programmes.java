package org.cocreation.notification.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Where this service's copies of the programmes are kept. */
public interface Programmes {

  /** The copy of that programme. */
  Optional<Programme> find(String programmeId);

  /** The copies of those programmes by their ids; of unknown ones nothing. */
  Map<String, Programme> findAll(Collection<String> programmeIds);

  /** Keeps a copy, unless the one that is kept is as new or newer. */
  void keep(Programme programme);
}
