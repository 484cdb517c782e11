/** A room that prints. */
@NullMarked
package org.cocreation.testing.rules.planted.loud.web;

import org.jspecify.annotations.NullMarked;
