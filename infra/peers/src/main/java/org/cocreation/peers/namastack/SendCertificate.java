package org.cocreation.peers.namastack;

import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;
import org.cocreation.peers.work.Completion;
import org.cocreation.peers.work.Wire;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends one and waits for its acknowledgement. */
record SendCertificate(KafkaTemplate<String, byte[]> kafka, String topic)
    implements OutboxTypedHandler<Completion.Issued> {

  @Override
  public void handle(Completion.Issued event, OutboxRecordMetadata metadata) {
    kafka.send(Wire.record(topic, event)).join();
  }
}
