package org.cocreation.embedded.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;

/** A collection in the store under test, and what the contracts fill it with. */
abstract class StoreFixture {

  MongoCollection<Document> things;

  /** A client of the store under test. */
  abstract MongoClient client();

  @BeforeEach
  void anEmptyCollection() {
    things = client().getDatabase("contract").getCollection("things");
    things.drop();
  }

  /** An aggregate as the platform keeps it, with events that were not sent yet. */
  static Document aggregate(String id, Document... outbox) {
    return new Document("_id", id)
        .append("version", 1)
        .append("state", new Document("name", "of " + id))
        .append("outbox", List.of(outbox))
        .append("seen", List.of());
  }

  static Document announcement(String id, Instant occurredAt) {
    return new Document("id", id).append("occurredAt", Date.from(occurredAt));
  }

  static Date second(int second) {
    return Date.from(Instant.ofEpochSecond(second));
  }

  /** Documents id000000, id000001, … with their number and one of ten groups. */
  void insertNumbered(int count) {
    things.insertMany(
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new Document("_id", "id%06d".formatted(i))
                        .append("n", i)
                        .append("group", "g" + i % 10)
                        .append("version", 1))
            .toList());
  }

  List<String> idsOf(Bson filter) {
    return idsOf(filter, Sorts.ascending("_id"), 0);
  }

  List<String> idsOf(Bson filter, Bson sort, int limit) {
    List<String> ids = new ArrayList<>();
    things.find(filter).sort(sort).limit(limit).forEach(found -> ids.add(found.getString("_id")));
    return ids;
  }

  /** How many documents the store looked at while it did something. */
  long examinedBy(Runnable action) {
    long before = examined();
    action.run();
    return examined() - before;
  }

  private long examined() {
    Document status = client().getDatabase("admin").runCommand(new Document("serverStatus", 1));
    List<String> path = List.of("metrics", "queryExecutor", "scannedObjects");
    return Objects.requireNonNull(status.getEmbedded(path, Number.class)).longValue();
  }
}
