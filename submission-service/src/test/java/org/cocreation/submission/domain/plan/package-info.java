/** Tests of plans and trails. */
@NullMarked
package org.cocreation.submission.domain.plan;

import org.jspecify.annotations.NullMarked;
