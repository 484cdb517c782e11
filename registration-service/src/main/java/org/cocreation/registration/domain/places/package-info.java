/** The room of the rules about seats and waiting lists (rule 2 of the domain). */
@NullMarked
package org.cocreation.registration.domain.places;

import org.jspecify.annotations.NullMarked;
