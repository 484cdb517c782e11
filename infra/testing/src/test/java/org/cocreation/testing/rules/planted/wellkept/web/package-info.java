/** A room that keeps the rules. */
@NullMarked
package org.cocreation.testing.rules.planted.wellkept.web;

import org.jspecify.annotations.NullMarked;
