package org.cocreation.proof.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.bson.Document;

/** A collection of documents such as the services keep, and what they do with it. */
final class Aggregates {

  /** How many documents one bulk write has. */
  static final int BATCH = 1_000;

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> collection;
  private int inserted;

  /** An empty collection with one compound index beside that on {@code _id}. */
  Aggregates(MongoDatabase database, String name) {
    collection = database.getCollection(name);
    collection.createIndex(Indexes.ascending("group", "_id"));
  }

  /**
   * As many indexes as aggregates have: four more on fields of the state, and one on its events.
   */
  void indexStates() {
    for (String field : List.of("state.name", "state.organisation", "state.places", "state.note")) {
      collection.createIndex(Indexes.ascending(field, "_id"));
    }
    collection.createIndex(Indexes.ascending("outbox.occurredAt"));
  }

  private static String id(int n) {
    return "aggregate-" + n;
  }

  /** About 300 bytes. */
  private static Document document(int n) {
    return new Document("_id", id(n))
        .append("version", 1L)
        .append("group", "group-" + n % 100)
        .append(
            "state",
            new Document("name", "Somebody of " + n)
                .append("organisation", "An organisation with quite a long name")
                .append("places", List.of("online", "venue", "online"))
                .append("note", "x".repeat(80)))
        .append("outbox", List.of())
        .append("seen", List.of());
  }

  void insert(int n) {
    collection.insertOne(document(n));
  }

  /** Inserts the n-th batch. */
  void insertBatch(int n) {
    List<Document> batch = new ArrayList<>(BATCH);
    for (int i = n * BATCH; i < (n + 1) * BATCH; i++) {
      batch.add(document(i));
    }
    collection.insertMany(batch, new InsertManyOptions().ordered(false));
  }

  /** Makes it so many documents, a multiple of a batch. */
  void fillTo(int count) {
    for (; inserted < count; inserted += BATCH) {
      insertBatch(inserted / BATCH);
    }
  }

  /** Saves a batch, of which the first half was there already if the batch before it was saved. */
  void upsertBatch(int n) {
    int from = n * BATCH / 2;
    collection.bulkWrite(
        IntStream.range(from, from + BATCH)
            .mapToObj(
                i ->
                    new UpdateOneModel<Document>(
                        eq("_id", id(i)),
                        Updates.combine(
                            Updates.set("state", document(i).get("state")),
                            Updates.set("group", "group-" + i % 100),
                            Updates.inc("version", 1L)),
                        UPSERT))
            .toList());
  }

  /** Saves whole states in which nothing has changed that is indexed, a batch of those there. */
  void saveStates(int n) {
    int from = n * BATCH % inserted;
    collection.bulkWrite(
        IntStream.range(from, from + BATCH)
            .mapToObj(
                i -> {
                  Document state = document(i).get("state", Document.class).append("revision", n);
                  return new UpdateOneModel<Document>(
                      eq("_id", id(i)),
                      new Document("$set", new Document("state", state))
                          .append("$inc", new Document("version", 1L)));
                })
            .toList());
  }

  /** Saves one as the services do: a part of the state, an event to send, the version. */
  void save(int n) {
    collection.updateOne(eq("_id", id(n % inserted)), saved(n));
  }

  /** Saves a batch of any of them, as the services do. */
  void saveAnyBatch() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    collection.bulkWrite(
        IntStream.range(0, BATCH)
            .map(i -> random.nextInt(inserted))
            .mapToObj(n -> new UpdateOneModel<Document>(eq("_id", id(n)), saved(n)))
            .toList());
  }

  private static Document saved(int n) {
    Document event = new Document("id", "e" + n).append("body", "x".repeat(100));
    return new Document("$set", new Document("state.name", "Somebody else " + n))
        .append(
            "$push",
            new Document("outbox", new Document("$each", List.of(event)).append("$slice", -1)))
        .append("$inc", new Document("version", 1L));
  }

  /** Reads any one of them. */
  void read() {
    String id = id(ThreadLocalRandom.current().nextInt(inserted));
    if (collection.find(eq("_id", id)).first() == null) {
      throw new IllegalStateException(id + " is missing");
    }
  }
}
