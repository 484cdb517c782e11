/** A room that keeps the rules. */
@NullMarked
package org.cocreation.testing.rules.planted.wellkept.domain;

import org.jspecify.annotations.NullMarked;
