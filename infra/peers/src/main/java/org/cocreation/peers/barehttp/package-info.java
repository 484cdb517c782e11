/** A handler that inserts one document, and nothing else. */
@NullMarked
package org.cocreation.peers.barehttp;

import org.jspecify.annotations.NullMarked;
