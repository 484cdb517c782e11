/** Tests of processes and templates. */
@NullMarked
package org.cocreation.submission.domain.process;

import org.jspecify.annotations.NullMarked;
