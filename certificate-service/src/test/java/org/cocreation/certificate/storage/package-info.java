/** The stores, tried on a real one. */
@NullMarked
package org.cocreation.certificate.storage;

import org.jspecify.annotations.NullMarked;
