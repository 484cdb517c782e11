/** A package named for nothing. */
@NullMarked
package org.cocreation.testing.rules.planted.nameless.util;

import org.jspecify.annotations.NullMarked;
