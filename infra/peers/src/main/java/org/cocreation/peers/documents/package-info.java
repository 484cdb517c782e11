/** The facts as Spring Data documents, for the peers that keep them in MongoDB. */
@NullMarked
package org.cocreation.peers.documents;

import org.jspecify.annotations.NullMarked;
