package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

class WholeRecordsTest {

  @Test
  void handsRecordsOverAsTheyWerePolledAndConvertsNoHeader() {
    byte[] value = {1};
    ConsumerRecord<byte[], byte[]> event =
        new ConsumerRecord<>("attendance.events", 0, 7, new byte[] {2}, value);
    event.headers().add("ce_type", new byte[] {3});
    ConsumerRecord<byte[], byte[]> tombstone =
        new ConsumerRecord<>("registration.contacts", 0, 8, new byte[] {2}, null);
    List<ConsumerRecord<?, ?>> polled = List.of(event, tombstone);

    Message<?> message = new WholeRecords().toMessage(polled, null, null, null);

    assertThat(message.getPayload()).isEqualTo(List.of(value, KafkaNull.INSTANCE));
    assertThat(message.getHeaders())
        .containsOnlyKeys(KafkaHeaders.RAW_DATA, MessageHeaders.ID, MessageHeaders.TIMESTAMP)
        .containsEntry(KafkaHeaders.RAW_DATA, polled);
  }
}
