package org.cocreation.peers.namastack;

import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;
import org.cocreation.peers.work.Attendance;
import org.cocreation.peers.work.Wire;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends one and waits for its acknowledgement. */
record SendAttendance(KafkaTemplate<String, byte[]> kafka, String topic)
    implements OutboxTypedHandler<Attendance.Recorded> {

  @Override
  public void handle(Attendance.Recorded event, OutboxRecordMetadata metadata) {
    kafka.send(Wire.record(topic, event)).join();
  }
}
