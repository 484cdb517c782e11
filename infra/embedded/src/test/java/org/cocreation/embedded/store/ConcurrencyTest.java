package org.cocreation.embedded.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Readers and writers at once: every document is read whole, and no update is lost. */
class ConcurrencyTest {

  @RegisterExtension static final RunningStore STORE = RunningStore.onFiles();

  private static final int DOCUMENTS = 20;
  private static final int WRITERS = 4;
  private static final int READERS = 4;
  private static final int UPDATES = 400;
  private static final int BATCHES = 120;
  private static final int BATCH = 70;
  private static final int KINDS = 7;

  private final MongoCollection<Document> things =
      STORE.client().getDatabase("concurrency").getCollection("things");
  private final AtomicBoolean writing = new AtomicBoolean(true);
  private final AtomicInteger conflicts = new AtomicInteger();

  @Test
  void readersSeeWholeDocumentsAndWritersLoseNoUpdate() throws Exception {
    things.createIndex(Indexes.ascending("group", "version"));
    things.createIndex(Indexes.ascending("log.of"));
    things.insertMany(
        IntStream.range(0, DOCUMENTS)
            .mapToObj(
                i ->
                    new Document("_id", i)
                        .append("group", i % 3)
                        .append("version", 0)
                        .append("copy", new Document("version", 0))
                        .append("log", List.of()))
            .toList());
    ExecutorService executor = Executors.newFixedThreadPool(WRITERS + READERS);
    List<Future<Integer>> readers = new ArrayList<>();
    List<Future<Integer>> writers = new ArrayList<>();
    try {
      for (int i = 0; i < READERS; i++) {
        readers.add(executor.submit((Callable<Integer>) this::read));
      }
      for (int i = 0; i < WRITERS; i++) {
        writers.add(executor.submit((Callable<Integer>) this::write));
      }
      for (Future<Integer> writer : writers) {
        assertThat(writer.get()).isEqualTo(UPDATES);
      }
      writing.set(false);
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isPositive();
      }
    } finally {
      executor.shutdownNow();
    }
    int versions = 0;
    for (Document thing : things.find()) {
      versions += thing.getInteger("version");
    }
    assertThat(versions).isEqualTo(WRITERS * UPDATES);
  }

  @Test
  void anIndexThatIsMadeWhileOthersInsertHoldsEveryDocument() throws Exception {
    MongoCollection<Document> filling =
        STORE.client().getDatabase("concurrency").getCollection("filling");
    AtomicInteger batches = new AtomicInteger();
    ExecutorService executor = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(
            executor.submit(
                () -> {
                  for (int n = batches.getAndIncrement();
                      n < BATCHES;
                      n = batches.getAndIncrement()) {
                    filling.insertMany(batch(n));
                  }
                }));
      }
      for (int n = 0; batches.get() < BATCHES; n++) {
        filling.createIndex(Indexes.descending("kind", "n"));
        filling.createIndex(Indexes.ascending("tags"));
        if (n % 2 == 0) {
          filling.dropIndex(Indexes.ascending("tags"));
        }
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      executor.shutdownNow();
    }
    filling.createIndex(Indexes.ascending("tags"));
    for (int kind = 0; kind < KINDS; kind++) {
      assertThat(filling.countDocuments(eq("kind", kind))).isEqualTo(BATCHES * BATCH / KINDS);
      assertThat(filling.countDocuments(eq("tags", "k" + kind))).isEqualTo(BATCHES * BATCH / KINDS);
    }
  }

  /** Out of order, with an array, and without an {@code _id}. */
  private static List<Document> batch(int n) {
    return IntStream.range(0, BATCH)
        .mapToObj(
            i ->
                new Document("n", n * BATCH + i)
                    .append("kind", i % KINDS)
                    .append("tags", List.of("all", "k" + i % KINDS)))
        .toList();
  }

  private int write() {
    for (int done = 0; done < UPDATES; ) {
      int id = ThreadLocalRandom.current().nextInt(DOCUMENTS);
      int version = things.find(eq("_id", id)).first().getInteger("version");
      Document entry = new Document("of", version + 1);
      boolean saved =
          things
                  .updateOne(
                      and(eq("_id", id), eq("version", version)),
                      Updates.combine(
                          Updates.set("copy", new Document("version", version + 1)),
                          Updates.pushEach("log", List.of(entry), new PushOptions().slice(-5)),
                          Updates.inc("version", 1)))
                  .getModifiedCount()
              == 1;
      done += saved ? 1 : 0;
      conflicts.addAndGet(saved ? 0 : 1);
    }
    return UPDATES;
  }

  private int read() {
    int read = 0;
    while (writing.get()) {
      List<Document> found = new ArrayList<>();
      things.find().into(found);
      assertThat(found).hasSize(DOCUMENTS);
      things.find(and(eq("group", 1), gte("version", 1))).into(found);
      things.find(gte("log.of", 1)).into(found);
      for (Document thing : found) {
        int version = thing.getInteger("version");
        assertThat(thing.get("copy")).isEqualTo(new Document("version", version));
        List<Document> log = thing.getList("log", Document.class);
        assertThat(log).hasSize(Math.min(version, 5));
        assertThat(log.isEmpty() ? version : log.get(log.size() - 1).getInteger("of"))
            .isEqualTo(version);
      }
      read++;
    }
    return read;
  }
}
