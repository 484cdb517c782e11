/** What a loop written by hand for nothing else can do: the limit. */
@NullMarked
package org.cocreation.peers.limit;

import org.jspecify.annotations.NullMarked;
