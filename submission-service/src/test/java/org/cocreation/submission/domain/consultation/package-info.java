/** Tests of consultation and comments. */
@NullMarked
package org.cocreation.submission.domain.consultation;

import org.jspecify.annotations.NullMarked;
