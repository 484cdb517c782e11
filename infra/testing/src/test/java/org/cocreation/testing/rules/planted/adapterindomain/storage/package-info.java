/** Its adapter. */
@NullMarked
package org.cocreation.testing.rules.planted.adapterindomain.storage;

import org.jspecify.annotations.NullMarked;
