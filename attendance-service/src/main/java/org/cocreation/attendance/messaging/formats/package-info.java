/** The file formats that arrive from coordinators, each recognised by the shape of its header. */
@NullMarked
package org.cocreation.attendance.messaging.formats;

import org.jspecify.annotations.NullMarked;
