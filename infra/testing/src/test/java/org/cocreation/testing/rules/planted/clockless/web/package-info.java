/** A room that reads the machine's clock. */
@NullMarked
package org.cocreation.testing.rules.planted.clockless.web;

import org.jspecify.annotations.NullMarked;
