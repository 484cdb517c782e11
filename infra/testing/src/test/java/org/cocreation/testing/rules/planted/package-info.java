/** Services that break one rule each, and one that keeps them all. */
@NullMarked
package org.cocreation.testing.rules.planted;

import org.jspecify.annotations.NullMarked;
