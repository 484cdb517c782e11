/** Tests of the rules about programmes. */
@NullMarked
package org.cocreation.registration.domain.programme;

import org.jspecify.annotations.NullMarked;
