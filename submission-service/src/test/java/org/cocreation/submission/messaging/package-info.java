/** Tests of what arrives and is announced. */
@NullMarked
package org.cocreation.submission.messaging;

import org.jspecify.annotations.NullMarked;
