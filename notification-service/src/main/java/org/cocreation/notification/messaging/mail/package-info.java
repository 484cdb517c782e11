/** How e-mails are written and handed to the mail server. */
@NullMarked
package org.cocreation.notification.messaging.mail;

import org.jspecify.annotations.NullMarked;
