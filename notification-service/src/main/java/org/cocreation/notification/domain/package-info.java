/** The notification service's rules: what to say to whom, once, and what became of it. JDK only. */
@NullMarked
package org.cocreation.notification.domain;

import org.jspecify.annotations.NullMarked;
