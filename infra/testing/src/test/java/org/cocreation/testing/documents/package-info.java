/** Holds what is written beside the code against the files that are there. */
@NullMarked
package org.cocreation.testing.documents;

import org.jspecify.annotations.NullMarked;
