/** A room that injects into fields. */
@NullMarked
package org.cocreation.testing.rules.planted.fieldinjected.web;

import org.jspecify.annotations.NullMarked;
