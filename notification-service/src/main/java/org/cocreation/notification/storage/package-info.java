/** Where deliveries, rounds and what they need are kept. */
@NullMarked
package org.cocreation.notification.storage;

import org.jspecify.annotations.NullMarked;
