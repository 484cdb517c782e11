/** How one note is judged: interests, evaluations, the quorum and the decision (rule 7). */
@NullMarked
package org.cocreation.submission.domain.evaluation;

import org.jspecify.annotations.NullMarked;
