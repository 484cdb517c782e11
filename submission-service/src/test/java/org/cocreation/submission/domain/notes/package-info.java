/** Tests of concept notes. */
@NullMarked
package org.cocreation.submission.domain.notes;

import org.jspecify.annotations.NullMarked;
