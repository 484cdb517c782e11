package org.cocreation.peers.springkafka;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
import org.cocreation.peers.work.Setting;
import org.cocreation.peers.work.Tally;
import org.cocreation.peers.work.Wire;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Fact by fact: save, then send. A listener awaits its send before it returns, so that nothing is
 * committed that was not sent; the closing, which has nothing to commit, waits for a page of sends
 * together.
 */
class Stages implements Peer {

  private final Register register;
  private final KafkaTemplate<String, byte[]> kafka;
  private final Setting setting;
  private final Tally tally;

  Stages(
      People people,
      Attendances attendances,
      Completions completions,
      Recipients recipients,
      Deliveries deliveries,
      MongoDatabaseFactory store,
      KafkaTemplate<String, byte[]> kafka,
      Setting setting,
      Tally tally) {
    this.register = new Register(people, attendances, completions, recipients, deliveries);
    this.kafka = kafka;
    this.setting = setting;
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
      List<CompletableFuture<?>> sends = new ArrayList<>(page.size());
      for (Person person : page) {
        sends.add(kafka.send(Wire.record(setting.attendanceTopic(), register.record(person))));
      }
      sends.forEach(CompletableFuture::join);
      page = register.page(programmeId, page.get(page.size() - 1).place());
    }
  }

  @KafkaListener(
      topics = "#{@'org.cocreation.peers.work.Setting'.attendanceTopic()}",
      groupId = "#{@'org.cocreation.peers.work.Setting'.name()}.certificate")
  void judge(ConsumerRecord<String, byte[]> event) {
    Completion.Issued issued = register.judge(Wire.read(event.value(), Attendance.Recorded.class));
    kafka.send(Wire.record(setting.certificateTopic(), issued)).join();
  }

  @KafkaListener(
      topics = "#{@'org.cocreation.peers.work.Setting'.certificateTopic()}",
      groupId = "#{@'org.cocreation.peers.work.Setting'.name()}.notification")
  void intend(ConsumerRecord<String, byte[]> event) {
    String id = register.intend(Wire.read(event.value(), Completion.Issued.class));
    tally.saved(List.of(id));
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
