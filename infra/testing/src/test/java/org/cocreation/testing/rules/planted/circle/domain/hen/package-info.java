/** Another. */
@NullMarked
package org.cocreation.testing.rules.planted.circle.domain.hen;

import org.jspecify.annotations.NullMarked;
