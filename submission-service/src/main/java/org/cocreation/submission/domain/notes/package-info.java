/** Concept notes from draft to decision. */
@NullMarked
package org.cocreation.submission.domain.notes;

import org.jspecify.annotations.NullMarked;
