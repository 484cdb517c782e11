/** Assembly of the submission service: from concept note to published plan. */
@NullMarked
package org.cocreation.submission;

import org.jspecify.annotations.NullMarked;
