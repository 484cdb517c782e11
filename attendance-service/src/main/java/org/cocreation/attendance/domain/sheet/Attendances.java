package org.cocreation.attendance.domain.sheet;

import java.util.List;
import org.cocreation.attendance.domain.Kept;
import org.cocreation.attendance.domain.SessionKey;

/** The attendances, by {@link Attendance#idOf}. */
public interface Attendances extends Kept<Attendance> {

  /** The outcomes recorded for a session; costs little, however many they are. */
  Tally tally(SessionKey session);

  /** Some of those to which something happened that is not in the history yet. */
  List<Attendance> untold(int limit);
}
