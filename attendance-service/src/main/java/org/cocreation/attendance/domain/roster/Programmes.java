package org.cocreation.attendance.domain.roster;

import org.cocreation.attendance.domain.Kept;

/** The programmes that attendance knows of, by programme id. */
public interface Programmes extends Kept<Programme> {}
