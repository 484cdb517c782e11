/** The outbox of Namastack, on JDBC. */
@NullMarked
package org.cocreation.peers.namastack;

import org.jspecify.annotations.NullMarked;
