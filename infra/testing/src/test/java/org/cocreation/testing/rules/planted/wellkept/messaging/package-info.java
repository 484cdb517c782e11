/** A room that keeps the rules. */
@NullMarked
package org.cocreation.testing.rules.planted.wellkept.messaging;

import org.jspecify.annotations.NullMarked;
