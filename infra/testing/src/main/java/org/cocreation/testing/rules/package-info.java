/** The architecture of DESIGN.md as rules that fail a build. */
@NullMarked
package org.cocreation.testing.rules;

import org.jspecify.annotations.NullMarked;
