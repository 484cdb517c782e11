/** A room with a public adapter. */
@NullMarked
package org.cocreation.testing.rules.planted.openadapter.storage;

import org.jspecify.annotations.NullMarked;
