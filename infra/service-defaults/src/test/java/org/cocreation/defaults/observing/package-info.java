/** What the mask takes out, and what it leaves. */
@NullMarked
package org.cocreation.defaults.observing;

import org.jspecify.annotations.NullMarked;
