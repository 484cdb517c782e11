/** The domain without a store: fixtures, and the words it shares. */
@NullMarked
package org.cocreation.submission.domain;

import org.jspecify.annotations.NullMarked;
