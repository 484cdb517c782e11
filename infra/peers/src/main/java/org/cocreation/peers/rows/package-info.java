/** The facts as rows, for the peers that keep them in a relational database. */
@NullMarked
package org.cocreation.peers.rows;

import org.jspecify.annotations.NullMarked;
