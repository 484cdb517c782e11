/** The room of the topics: what arrives and what is announced, as records of their own. */
@NullMarked
package org.cocreation.submission.messaging;

import org.jspecify.annotations.NullMarked;
