/** The certificate service as a whole, tried. */
@NullMarked
package org.cocreation.certificate;

import org.jspecify.annotations.NullMarked;
