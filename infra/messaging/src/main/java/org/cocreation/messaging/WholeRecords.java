package org.cocreation.messaging;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/** Gives an intake the records as they were polled: no header is converted, no value decoded. */
final class WholeRecords extends BatchMessagingMessageConverter {

  WholeRecords() {
    super(null);
  }

  @Override
  public Message<?> toMessage(
      List<ConsumerRecord<?, ?>> records,
      @Nullable Acknowledgment acknowledgment,
      @Nullable Consumer<?, ?> consumer,
      @Nullable Type payloadType) {
    List<Object> values = new ArrayList<>(records.size());
    for (ConsumerRecord<?, ?> record : records) {
      Object value = record.value();
      values.add(value == null ? KafkaNull.INSTANCE : value);
    }
    return new GenericMessage<>(values, Map.of(KafkaHeaders.RAW_DATA, records));
  }

  @Override
  public String toString() {
    return "whole records";
  }
}
