/** What the notification service hears from others and tells them. */
@NullMarked
package org.cocreation.notification.messaging;

import org.jspecify.annotations.NullMarked;
