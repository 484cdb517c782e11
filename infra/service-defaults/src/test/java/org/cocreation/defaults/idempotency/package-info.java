/** Claims, leases and expiry, on the embedded store. */
@NullMarked
package org.cocreation.defaults.idempotency;

import org.jspecify.annotations.NullMarked;
