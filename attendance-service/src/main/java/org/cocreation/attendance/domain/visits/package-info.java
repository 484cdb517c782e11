/** What is seen as it happens, without files: who is in the room, who came in by the door. */
@NullMarked
package org.cocreation.attendance.domain.visits;

import org.jspecify.annotations.NullMarked;
