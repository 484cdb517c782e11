/** What the embedded backing services' processes share: their arguments and how they log. */
@NullMarked
package org.cocreation.embedded;

import org.jspecify.annotations.NullMarked;
