/** The broker's room: a real Kafka, KRaft combined mode, for one machine and for tests. */
@NullMarked
package org.cocreation.embedded.broker;

import org.jspecify.annotations.NullMarked;
