/** The published plan, what stands in its way, and the trail of each note (rules 8 and 10). */
@NullMarked
package org.cocreation.submission.domain.plan;

import org.jspecify.annotations.NullMarked;
