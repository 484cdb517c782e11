package org.cocreation.testing.rules.planted.wellkept.messaging;

import org.cocreation.testing.rules.planted.wellkept.domain.Visits;

/** Knows the domain only. */
final class VisitAnnouncer {

  private VisitAnnouncer() {}

  static String announce(Visits visits) {
    return visits.come().toString();
  }
}
