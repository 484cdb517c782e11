/** How every error is told: RFC 9457, with the field at fault and what was expected. */
@NullMarked
package org.cocreation.defaults.problems;

import org.jspecify.annotations.NullMarked;
