/** The notification service, put together. */
@NullMarked
package org.cocreation.notification;

import org.jspecify.annotations.NullMarked;
