package org.cocreation.peers.limit;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.cocreation.peers.work.Attendance;
import org.cocreation.peers.work.Completion;
import org.cocreation.peers.work.Conversation;
import org.cocreation.peers.work.Delivery;
import org.cocreation.peers.work.Indexes;
import org.cocreation.peers.work.Peer;
import org.cocreation.peers.work.Person;
import org.cocreation.peers.work.Programs;
import org.cocreation.peers.work.Recipient;
import org.cocreation.peers.work.Setting;
import org.cocreation.peers.work.Tally;
import org.cocreation.peers.work.Wire;

/**
 * Kafka client and MongoDB driver, by hand and in bulk. Each stage writes first and sends after,
 * checks every acknowledgement and commits once for the batch. What comes again is known by its
 * {@code _id} and is sent again under the same id: so no outbox is needed, and nothing that the
 * platform does besides is done (no audit of what waits, no dead letters, no traces, no figures).
 */
final class HandWritten implements Peer {

  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

  private final Tally tally;
  private final MongoClient client;
  private final MongoCollection<Document> people;
  private final MongoCollection<Document> sheets;
  private final MongoCollection<Document> attendances;
  private final MongoCollection<Document> completions;
  private final MongoCollection<Document> recipients;
  private final MongoCollection<Document> deliveries;
  private final Outgoing closing;
  private final List<Stage> stages;
  private final Setting setting;

  HandWritten(Setting setting, Tally tally) {
    this.setting = setting;
    this.tally = tally;
    client = MongoClients.create(setting.store());
    MongoDatabase database =
        client
            .getDatabase(
                Objects.requireNonNull(new ConnectionString(setting.store()).getDatabase()))
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    Indexes.create(database, "state.");
    people = database.getCollection("people");
    sheets = database.getCollection("sheets");
    attendances = database.getCollection("attendance");
    completions = database.getCollection("completions");
    recipients = database.getCollection("recipients");
    deliveries = database.getCollection("deliveries");
    setting.createTopics();
    closing = new Outgoing(setting);
    stages =
        List.of(
            new Stage(setting, "certificate", setting.attendanceTopic(), this::judge),
            new Stage(setting, "notification", setting.certificateTopic(), this::intend));
  }

  /** Runs until its input ends. */
  public static void main(String[] arguments) throws Exception {
    PrintStream answers = Programs.answers();
    Tally tally = new Tally();
    HandWritten peer = new HandWritten(Setting.of(arguments), tally);
    new Conversation(peer, tally, answers).hold(System.in);
  }

  @Override
  public void prepare(String programmeId, int many) {
    for (int from = 0; from < many; from += 1_000) {
      List<Document> roster = new ArrayList<>();
      List<Document> awaited = new ArrayList<>();
      List<Document> reachable = new ArrayList<>();
      for (int i = from; i < Math.min(many, from + 1_000); i++) {
        Person person = Person.of(programmeId, i);
        roster.add(stored(person.id(), Documents.of(person)));
        awaited.add(stored(person.id(), Documents.of(Completion.awaited(person))));
        reachable.add(stored(person.id(), Documents.of(Recipient.of(person))));
      }
      people.insertMany(roster, UNORDERED);
      completions.insertMany(awaited, UNORDERED);
      recipients.insertMany(reachable, UNORDERED);
    }
  }

  /** How far it has come is kept after each batch, so that a crash is made good by going on. */
  @Override
  public void closeSession(String programmeId) {
    Document sheet = sheets.find(Filters.eq("_id", programmeId)).first();
    String after = sheet == null ? programmeId + "/" : sheet.getString("done");
    while (true) {
      List<Document> page =
          people
              .find(
                  Filters.and(
                      Filters.gt("state.place", after),
                      Filters.lt("state.place", programmeId + "0")))
              .sort(Sorts.ascending("state.place"))
              .limit(Setting.POLL)
              .batchSize(Setting.POLL)
              .into(new ArrayList<>());
      if (page.isEmpty()) {
        return;
      }
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      List<Document> recorded = new ArrayList<>(page.size());
      List<ProducerRecord<String, byte[]>> events = new ArrayList<>(page.size());
      for (Document each : page) {
        Attendance attendance =
            Attendance.of(Documents.person(each.get("state", Document.class)), now);
        recorded.add(stored(attendance.id(), Documents.of(attendance)));
        events.add(Wire.record(setting.attendanceTopic(), attendance.recorded()));
      }
      insert(attendances, recorded);
      closing.sendAll(events);
      after =
          Objects.requireNonNull(
              page.get(page.size() - 1).getEmbedded(List.of("state", "place"), String.class));
      sheets.updateOne(
          Filters.eq("_id", programmeId),
          Updates.set("done", after),
          new UpdateOptions().upsert(true));
    }
  }

  private void judge(List<ConsumerRecord<String, byte[]>> records, Outgoing outgoing) {
    Map<String, Document> known = byId(completions, records);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<WriteModel<Document>> writes = new ArrayList<>(records.size());
    List<ProducerRecord<String, byte[]>> events = new ArrayList<>(records.size());
    Map<String, Completion> judged = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      Document found = Objects.requireNonNull(known.get(record.key()));
      Completion before =
          judged.getOrDefault(
              record.key(), Documents.completion(found.get("state", Document.class)));
      Completion after = before.attended(Wire.read(record.value(), Attendance.Recorded.class), now);
      if (!after.equals(before)) {
        judged.put(record.key(), after);
      }
      events.add(Wire.record(setting.certificateTopic(), after.issued()));
    }
    judged.forEach(
        (id, after) ->
            writes.add(
                new UpdateOneModel<>(
                    Filters.and(
                        Filters.eq("_id", id),
                        Filters.eq(
                            "version", Objects.requireNonNull(known.get(id)).getLong("version"))),
                    Updates.combine(
                        Updates.set("state", Documents.of(after)), Updates.inc("version", 1L)))));
    if (!writes.isEmpty()
        && completions.bulkWrite(writes, new BulkWriteOptions().ordered(false)).getMatchedCount()
            < writes.size()) {
      throw new IllegalStateException("somebody else wrote meanwhile");
    }
    outgoing.sendAll(events);
  }

  private void intend(List<ConsumerRecord<String, byte[]>> records, Outgoing outgoing) {
    Map<String, Document> known = byId(recipients, records);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Map<String, Document> intended = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      Recipient to =
          Documents.recipient(
              Objects.requireNonNull(known.get(record.key())).get("state", Document.class));
      Delivery delivery = Delivery.of(Wire.read(record.value(), Completion.Issued.class), to, now);
      intended.put(delivery.id(), stored(delivery.id(), Documents.of(delivery)));
    }
    insert(deliveries, List.copyOf(intended.values()));
    tally.saved(intended.keySet());
  }

  private static Map<String, Document> byId(
      MongoCollection<Document> collection, List<ConsumerRecord<String, byte[]>> records) {
    Map<String, Document> found = new HashMap<>();
    collection
        .find(Filters.in("_id", records.stream().map(ConsumerRecord::key).distinct().toList()))
        .batchSize(records.size())
        .forEach(each -> found.put(each.getString("_id"), each));
    return found;
  }

  /** What is there already was written before a crash. */
  private static void insert(MongoCollection<Document> collection, List<Document> documents) {
    try {
      collection.insertMany(documents, UNORDERED);
    } catch (MongoBulkWriteException refused) {
      if (refused.getWriteConcernError() != null
          || refused.getWriteErrors().stream()
              .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
        throw refused;
      }
    }
  }

  private static Document stored(String id, Document state) {
    return new Document("_id", id).append("version", 1L).append("state", state);
  }

  @Override
  public long intended(String programmeId) {
    return deliveries.countDocuments(Filters.eq("state.programmeId", programmeId));
  }

  @Override
  public void close() {
    stages.forEach(Stage::close);
    closing.close();
    client.close();
  }
}
