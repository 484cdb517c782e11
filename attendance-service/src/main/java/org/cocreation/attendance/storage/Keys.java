package org.cocreation.attendance.storage;

import org.cocreation.attendance.domain.roster.RosterKey;
import org.cocreation.attendance.domain.sheet.Origin;

/** How a key of the domain is written into an indexed field. */
final class Keys {

  private Keys() {}

  static String text(RosterKey key) {
    return key.programmeId() + "|" + key.kind().letter() + "|" + key.value();
  }

  static String text(Origin origin) {
    return origin.channel().word() + "|" + origin.source() + "|" + origin.position();
  }
}
