/** Tests of evaluation. */
@NullMarked
package org.cocreation.submission.domain.evaluation;

import org.jspecify.annotations.NullMarked;
