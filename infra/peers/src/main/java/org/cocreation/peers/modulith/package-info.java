/** The outbox of Spring Modulith, on JDBC. */
@NullMarked
package org.cocreation.peers.modulith;

import org.jspecify.annotations.NullMarked;
