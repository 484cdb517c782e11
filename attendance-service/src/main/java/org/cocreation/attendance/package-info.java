/**
 * Attendance: feeds, matching, presence and the attendance of each session; this room only
 * assembles the others.
 */
@NullMarked
package org.cocreation.attendance;

import org.jspecify.annotations.NullMarked;
