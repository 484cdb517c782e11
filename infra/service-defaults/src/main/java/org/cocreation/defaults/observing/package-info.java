/** Logs without personal data. */
@NullMarked
package org.cocreation.defaults.observing;

import org.jspecify.annotations.NullMarked;
