/** The store and the broker that tests run on. */
@NullMarked
package org.cocreation.testing.backing;

import org.jspecify.annotations.NullMarked;
