package org.cocreation.attendance.domain.sheet;

import java.util.List;
import org.cocreation.attendance.domain.Kept;
import org.cocreation.attendance.domain.SessionKey;

/** The sheets, by {@link SessionKey#value}. A session without one is open. */
public interface Sheets extends Kept<Sheet> {

  /** Those that are being closed. */
  List<Sheet> closing();

  /** The sheet of a session. */
  default Sheet of(SessionKey session) {
    return find(session.value()).orElseGet(() -> Sheet.open(session));
  }
}
