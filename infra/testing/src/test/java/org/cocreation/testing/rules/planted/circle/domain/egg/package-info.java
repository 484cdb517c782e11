/** One concept. */
@NullMarked
package org.cocreation.testing.rules.planted.circle.domain.egg;

import org.jspecify.annotations.NullMarked;
