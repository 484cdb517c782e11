/** Plain Spring for Kafka: record listeners, repositories, a template. */
@NullMarked
package org.cocreation.peers.springkafka;

import org.jspecify.annotations.NullMarked;
