/** What arrives from other services' topics and what this one announces. */
@NullMarked
package org.cocreation.attendance.messaging;

import org.jspecify.annotations.NullMarked;
