/** E-mails, written and posted to a real SMTP server. */
@NullMarked
package org.cocreation.notification.messaging.mail;

import org.jspecify.annotations.NullMarked;
