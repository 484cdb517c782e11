/** Other ways to do the platform's work, each a program of its own, to be measured against. */
@NullMarked
package org.cocreation.peers;

import org.jspecify.annotations.NullMarked;
