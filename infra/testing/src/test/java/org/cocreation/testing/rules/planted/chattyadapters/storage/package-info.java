/** The other. */
@NullMarked
package org.cocreation.testing.rules.planted.chattyadapters.storage;

import org.jspecify.annotations.NullMarked;
