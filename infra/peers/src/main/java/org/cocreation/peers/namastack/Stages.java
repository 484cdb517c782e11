package org.cocreation.peers.namastack;

import io.namastack.outbox.Outbox;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cocreation.peers.rows.Ledger;
import org.cocreation.peers.work.Attendance;
import org.cocreation.peers.work.Completion;
import org.cocreation.peers.work.Peer;
import org.cocreation.peers.work.Tally;
import org.cocreation.peers.work.Wire;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows and outbox records in one transaction. */
class Stages implements Peer {

  private final Ledger ledger;
  private final Outbox outbox;
  private final Tally tally;

  Stages(JdbcTemplate jdbc, TransactionTemplate together, Outbox outbox, Tally tally) {
    this.ledger = new Ledger(jdbc, together);
    this.outbox = outbox;
    this.tally = tally;
  }

  @Override
  public void prepare(String programmeId, int people) {
    ledger.prepare(programmeId, people);
  }

  @Override
  public void closeSession(String programmeId) {
    ledger.recordAll(programmeId, recorded -> outbox.schedule(recorded, recorded.registrationId()));
  }

  @KafkaListener(
      topics = "#{@'org.cocreation.peers.work.Setting'.attendanceTopic()}",
      groupId = "#{@'org.cocreation.peers.work.Setting'.name()}.certificate")
  void judge(ConsumerRecord<String, byte[]> event) {
    ledger.judge(
        Wire.read(event.value(), Attendance.Recorded.class),
        issued -> outbox.schedule(issued, issued.registrationId()));
  }

  @KafkaListener(
      topics = "#{@'org.cocreation.peers.work.Setting'.certificateTopic()}",
      groupId = "#{@'org.cocreation.peers.work.Setting'.name()}.notification")
  void intend(ConsumerRecord<String, byte[]> event) {
    tally.saved(List.of(ledger.intend(Wire.read(event.value(), Completion.Issued.class))));
  }

  @Override
  public long intended(String programmeId) {
    return ledger.intended(programmeId);
  }

  @Override
  public void close() {
    // Ended with the application.
  }
}
