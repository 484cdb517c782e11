/**
 * The room of the rules about a person's registration (rule 1 of the domain) and of the use cases
 * around it.
 */
@NullMarked
package org.cocreation.registration.domain.registration;

import org.jspecify.annotations.NullMarked;
