/** The sheet of a session: imports, observations, decisions, marks, closing and correcting. */
@NullMarked
package org.cocreation.attendance.domain.sheet;

import org.jspecify.annotations.NullMarked;
