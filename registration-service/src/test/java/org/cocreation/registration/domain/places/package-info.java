/** Tests of the rules about seats and waiting lists. */
@NullMarked
package org.cocreation.registration.domain.places;

import org.jspecify.annotations.NullMarked;
