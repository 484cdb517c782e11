/** The certificate service, put together. */
@NullMarked
package org.cocreation.certificate;

import org.jspecify.annotations.NullMarked;
