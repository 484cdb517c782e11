/** Tests of what is known of people. */
@NullMarked
package org.cocreation.submission.domain.people;

import org.jspecify.annotations.NullMarked;
