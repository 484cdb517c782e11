/** Who may attend what: programmes, sessions and people, as other services' events tell them. */
@NullMarked
package org.cocreation.attendance.domain.roster;

import org.jspecify.annotations.NullMarked;
