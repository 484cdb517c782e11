/** The document store that needs no installation: MongoDB's protocol over files of one machine. */
@NullMarked
package org.cocreation.embedded.store;

import org.jspecify.annotations.NullMarked;
