package org.cocreation.proof.outbox;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/**
 * Inserts in bulk, sends all, looks at every acknowledgement, marks in bulk; then the next ones.
 */
final class ByHand implements Sends {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final MongoCollection<Document> documents;
  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;

  ByHand(
      MongoCollection<Document> documents, KafkaProducer<byte[], byte[]> producer, String topic) {
    this.documents = documents.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    this.producer = producer;
    this.topic = topic;
  }

  @Override
  public void send(String run, int events) throws Exception {
    for (int from = 0; from < events; from += TOGETHER) {
      List<Document> inserts = new ArrayList<>(TOGETHER);
      List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(TOGETHER);
      List<WriteModel<Document>> marks = new ArrayList<>(TOGETHER);
      for (int i = from; i < Math.min(events, from + TOGETHER); i++) {
        String id = run + "-" + i;
        String eventId = UUID.randomUUID().toString();
        Noted noted = Noted.of(id);
        String body = JSON.writeValueAsString(noted);
        inserts.add(document(noted, eventId, body));
        records.add(record(noted, eventId, body));
        marks.add(
            new UpdateOneModel<>(
                Filters.eq("_id", id), Updates.pull("outbox", new Document("id", eventId))));
      }
      documents.insertMany(inserts, new InsertManyOptions().ordered(false));
      List<Future<RecordMetadata>> sends = new ArrayList<>(TOGETHER);
      records.forEach(record -> sends.add(producer.send(record)));
      producer.flush();
      for (Future<RecordMetadata> send : sends) {
        send.get();
      }
      documents
          .withWriteConcern(WriteConcern.W1)
          .bulkWrite(marks, new BulkWriteOptions().ordered(false));
    }
  }

  private Document document(Noted noted, String eventId, String body) {
    return new Document("_id", noted.noteId())
        .append("version", 1L)
        .append(
            "state",
            new Document("noteId", noted.noteId())
                .append("programmeId", noted.programmeId())
                .append("sessionId", noted.sessionId())
                .append("revision", noted.revision())
                .append("outcome", noted.outcome())
                .append("mode", noted.mode())
                .append("minutes", noted.minutes())
                .append("requiredMinutes", noted.requiredMinutes())
                .append("scheduledMinutes", noted.scheduledMinutes())
                .append("why", new Document("en", noted.why().en()).append("es", noted.why().es()))
                .append("recordedAt", Date.from(noted.recordedAt())))
        .append(
            "outbox",
            List.of(
                new Document("id", eventId)
                    .append("type", Noted.TYPE)
                    .append("topic", topic)
                    .append("key", noted.noteId())
                    .append("occurredAt", Date.from(noted.recordedAt()))
                    .append("body", body)))
        .append("seen", List.of());
  }

  private ProducerRecord<byte[], byte[]> record(Noted noted, String eventId, String body) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, bytes(noted.noteId()), bytes(body));
    record.headers().add("ce_specversion", bytes("1.0"));
    record.headers().add("ce_id", bytes(eventId));
    record.headers().add("ce_type", bytes(Noted.TYPE));
    record.headers().add("ce_source", bytes("/proof"));
    record.headers().add("ce_subject", bytes(noted.noteId()));
    record.headers().add("ce_time", bytes(noted.recordedAt().toString()));
    record.headers().add("content-type", bytes("application/json"));
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
