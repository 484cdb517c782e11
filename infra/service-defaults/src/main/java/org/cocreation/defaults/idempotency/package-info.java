/** The same request repeated is one effect and one answer. */
@NullMarked
package org.cocreation.defaults.idempotency;

import org.jspecify.annotations.NullMarked;
