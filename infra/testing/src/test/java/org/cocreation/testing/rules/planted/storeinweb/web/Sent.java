package org.cocreation.testing.rules.planted.storeinweb.web;

import org.apache.kafka.common.TopicPartition;

/** Planted. */
record Sent(TopicPartition partition) {}
