/**
 * How fast the embedded document store is, how that changes with size, and how large its file is.
 */
@NullMarked
package org.cocreation.proof.store;

import org.jspecify.annotations.NullMarked;
