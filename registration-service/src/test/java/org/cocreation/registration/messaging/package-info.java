/** Tests of what registration announces, against the contracts. */
@NullMarked
package org.cocreation.registration.messaging;

import org.jspecify.annotations.NullMarked;
