/** What every peer does alike: the facts, their events, and how a peer is told what to do. */
@NullMarked
package org.cocreation.peers.work;

import org.jspecify.annotations.NullMarked;
