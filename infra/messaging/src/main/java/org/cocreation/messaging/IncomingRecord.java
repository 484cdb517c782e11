package org.cocreation.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record as the broker gave it: nothing is decoded before somebody asks. */
record IncomingRecord(ConsumerRecord<byte[], byte[]> raw) {

  String topic() {
    return raw.topic();
  }

  /** Where it is: {@code topic-partition@offset}. */
  String place() {
    return raw.topic() + "-" + raw.partition() + "@" + raw.offset();
  }

  byte @Nullable [] value() {
    return raw.value();
  }

  @Nullable String key() {
    return raw.key() == null ? null : new String(raw.key(), StandardCharsets.UTF_8);
  }

  @Nullable String header(String name) {
    Header header = raw.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** A header that must be there and not empty. */
  String required(String name) {
    String value = header(name);
    if (value == null || value.isBlank()) {
      throw new BadRecordException(Reason.BAD_HEADERS, name + " is missing");
    }
    return value;
  }

  String requiredKey() {
    String key = key();
    if (key == null || key.isEmpty()) {
      throw new BadRecordException(Reason.BAD_HEADERS, "the key is missing");
    }
    return key;
  }
}
