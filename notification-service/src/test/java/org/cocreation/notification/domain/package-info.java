/** The notification service's rules, tried without anything around them. */
@NullMarked
package org.cocreation.notification.domain;

import org.jspecify.annotations.NullMarked;
