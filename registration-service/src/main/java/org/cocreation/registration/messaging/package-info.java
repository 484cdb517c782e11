/** The room of what registration announces; nothing arrives here. */
@NullMarked
package org.cocreation.registration.messaging;

import org.jspecify.annotations.NullMarked;
