package org.cocreation.peers.streambridge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.cocreation.peers.documents.Attendances;
import org.cocreation.peers.documents.Completions;
import org.cocreation.peers.documents.Deliveries;
import org.cocreation.peers.documents.People;
import org.cocreation.peers.documents.Recipients;
import org.cocreation.peers.documents.Register;
import org.cocreation.peers.work.Attendance;
import org.cocreation.peers.work.Completion;
import org.cocreation.peers.work.Indexes;
import org.cocreation.peers.work.Peer;
import org.cocreation.peers.work.Person;
import org.cocreation.peers.work.Tally;
import org.cocreation.peers.work.Wire;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** Fact by fact: save, then send and wait. */
class Stages implements Peer {

  private final Register register;
  private final StreamBridge bridge;
  private final Tally tally;

  Stages(
      People people,
      Attendances attendances,
      Completions completions,
      Recipients recipients,
      Deliveries deliveries,
      MongoDatabaseFactory store,
      StreamBridge bridge,
      Tally tally) {
    this.register = new Register(people, attendances, completions, recipients, deliveries);
    this.bridge = bridge;
    this.tally = tally;
    Indexes.create(store.getMongoDatabase(), "");
  }

  @Override
  public void prepare(String programmeId, int people) {
    register.prepare(programmeId, people);
  }

  @Override
  public void closeSession(String programmeId) {
    List<Person> page = register.page(programmeId, programmeId + "/");
    while (!page.isEmpty()) {
      for (Person person : page) {
        Attendance.Recorded recorded = register.record(person);
        send(
            Bridged.ATTENDANCES,
            Attendance.Recorded.TYPE,
            recorded.eventId(),
            recorded.registrationId(),
            recorded.recordedAt(),
            recorded);
      }
      page = register.page(programmeId, page.get(page.size() - 1).place());
    }
  }

  void judge(Message<byte[]> event) {
    Completion.Issued issued =
        register.judge(Wire.read(event.getPayload(), Attendance.Recorded.class));
    send(
        Bridged.CERTIFICATES,
        Completion.Issued.TYPE,
        issued.eventId(),
        issued.registrationId(),
        issued.issuedAt(),
        issued);
  }

  void intend(Message<byte[]> event) {
    String id = register.intend(Wire.read(event.getPayload(), Completion.Issued.class));
    tally.saved(List.of(id));
  }

  private void send(
      String binding, String type, String id, String subject, Instant time, Object body) {
    Message<byte[]> message =
        MessageBuilder.withPayload(Wire.bytes(body))
            .copyHeaders(Wire.headers(type, id, subject, time))
            .setHeader(KafkaHeaders.KEY, subject.getBytes(StandardCharsets.UTF_8))
            .build();
    if (!bridge.send(binding, message)) {
      throw new IllegalStateException("not sent");
    }
  }

  @Override
  public long intended(String programmeId) {
    return register.deliveries().countByProgrammeId(programmeId);
  }

  @Override
  public void close() {
    // Ended with the application.
  }
}
