/** The defaults as a client meets them, over real HTTP. */
@NullMarked
package org.cocreation.defaults;

import org.jspecify.annotations.NullMarked;
