/** How a programme takes and judges concept notes: templates, word limits, rubric, code lists. */
@NullMarked
package org.cocreation.submission.domain.process;

import org.jspecify.annotations.NullMarked;
