/** A fifth room. */
@NullMarked
package org.cocreation.testing.rules.planted.strayroom.adapters;

import org.jspecify.annotations.NullMarked;
