/** What arrives and what is announced, held against the contracts. */
@NullMarked
package org.cocreation.notification.messaging;

import org.jspecify.annotations.NullMarked;
