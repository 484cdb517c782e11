/** Tests of the rules about registrations, on stores in memory that can crash. */
@NullMarked
package org.cocreation.registration.domain.registration;

import org.jspecify.annotations.NullMarked;
