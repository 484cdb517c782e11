/** Tests of commitments. */
@NullMarked
package org.cocreation.submission.domain.commitments;

import org.jspecify.annotations.NullMarked;
