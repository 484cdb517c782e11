/** The words that every concept of the submission service shares; the JDK only. */
@NullMarked
package org.cocreation.submission.domain;

import org.jspecify.annotations.NullMarked;
