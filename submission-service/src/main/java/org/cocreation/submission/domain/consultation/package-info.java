/** The public consultation: its rounds, the comments and the responses to them. */
@NullMarked
package org.cocreation.submission.domain.consultation;

import org.jspecify.annotations.NullMarked;
