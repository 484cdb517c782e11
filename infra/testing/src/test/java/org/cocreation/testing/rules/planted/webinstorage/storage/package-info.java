/** A storage room that knows the web. */
@NullMarked
package org.cocreation.testing.rules.planted.webinstorage.storage;

import org.jspecify.annotations.NullMarked;
