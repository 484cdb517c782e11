/** The stores, tried on a real one. */
@NullMarked
package org.cocreation.notification.storage;

import org.jspecify.annotations.NullMarked;
