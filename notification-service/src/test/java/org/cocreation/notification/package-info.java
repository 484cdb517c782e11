/** The notification service as a whole, tried. */
@NullMarked
package org.cocreation.notification;

import org.jspecify.annotations.NullMarked;
