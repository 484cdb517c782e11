/**
 * From evidence of one person at one session to minutes, an outcome and a sentence that says why.
 */
@NullMarked
package org.cocreation.attendance.domain.presence;

import org.jspecify.annotations.NullMarked;
