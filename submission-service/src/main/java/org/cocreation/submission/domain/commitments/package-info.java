/** Commitments drafted from notes, with every revision (rule 8). */
@NullMarked
package org.cocreation.submission.domain.commitments;

import org.jspecify.annotations.NullMarked;
