/** Names that say nothing. */
@NullMarked
package org.cocreation.testing.rules.planted.nameless;

import org.jspecify.annotations.NullMarked;
