package org.cocreation.embedded.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.cocreation.embedded.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store is killed with SIGKILL while eight clients write, and must have all it acknowledged.
 */
class CrashTest {

  private static final int WRITERS = 8;
  private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 400;
  private static final Pattern READY = Pattern.compile("(mongodb://127\\.0\\.0\\.1:\\d+)");

  private final Path directory;

  /** The ids whose insertion was acknowledged, over all rounds. */
  private final Set<String> inserted = ConcurrentHashMap.newKeySet();

  /** The last version of each counter that was acknowledged. */
  private final Map<String, Integer> versions = new ConcurrentHashMap<>();

  CrashTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void tenKillsUnderLoadLoseNoAcknowledgedWrite() throws Exception {
    for (int round = 0; round < 10; round++) {
      try (ChildJvm store =
          ChildJvm.start(StoreProcess.class, "--dir", directory.toString(), "--port", "0")) {
        verifyThenWriteUntilKilled(store, round);
      }
    }
    assertThat(lostAfterARestart()).isEmpty();
  }

  @Test
  void killsWhileTheJournalIsBeingEmptiedLoseNoAcknowledgedWrite() throws Exception {
    for (int round = 0; round < 4; round++) {
      try (ChildJvm store = tuned(Durability.PROCESS_DEATH, 20_000)) {
        verifyThenWriteUntilKilled(store, round);
      }
    }
    assertThat(lostAfterARestart()).isEmpty();
  }

  @Test
  void aStoreThatAcknowledgesBeforeItKeepsIsFoundOut() throws Exception {
    try (ChildJvm store = tuned(Durability.LATER, Long.MAX_VALUE)) {
      verifyThenWriteUntilKilled(store, 0);
    }
    assertThat(lostAfterARestart()).isNotEmpty();
  }

  private ChildJvm tuned(Durability durability, long journalLimit) throws IOException {
    return ChildJvm.start(
        TunedStoreProcess.class,
        directory.toString(),
        durability.name(),
        Long.toString(journalLimit));
  }

  private List<String> lostAfterARestart() {
    try (EmbeddedStore store = EmbeddedStore.start(EmbeddedStoreOptions.in(directory));
        MongoClient client = MongoClients.create(store.uri())) {
      return lost(client);
    }
  }

  /** What was acknowledged and is not there, by the documents and by their indexes. */
  private List<String> lost(MongoClient client) {
    List<String> lost = new ArrayList<>();
    Set<String> found = new HashSet<>();
    MongoCollection<Document> things = things(client);
    things
        .find()
        .projection(Projections.include("_id"))
        .forEach(document -> found.add(document.getString("_id")));
    inserted.stream().filter(id -> !found.contains(id)).forEach(lost::add);
    Set<String> byIndex = new HashSet<>();
    things
        .find(gte("writer", 0))
        .projection(Projections.include("_id"))
        .forEach(document -> byIndex.add(document.getString("_id")));
    assertThat(byIndex).as("the index has what the collection has").isEqualTo(found);
    versions.forEach(
        (id, version) -> {
          Document counter = counters(client).find(eq("_id", id)).first();
          if (counter == null || counter.getInteger("version") < version) {
            lost.add(id + " of version " + version);
          } else {
            assertThat(counters(client).countDocuments(eq("log", counter.getInteger("version"))))
                .as("the array and its index are of the version")
                .isPositive();
          }
        });
    return lost;
  }

  private void verifyThenWriteUntilKilled(ChildJvm child, int round) throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try (MongoClient client = MongoClients.create(ready(child))) {
      things(client).createIndex(Indexes.ascending("writer", "number"));
      counters(client).createIndex(Indexes.ascending("log"));
      assertThat(lost(client)).isEmpty();
      AtomicInteger acknowledged = new AtomicInteger();
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        writers.execute(() -> write(client, round, number, acknowledged));
      }
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> acknowledged.get() >= ACKNOWLEDGED_BEFORE_THE_KILL);
      child.kill();
    } finally {
      // With their client closed they do not wait for the store to come back.
      writers.shutdown();
      assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void write(MongoClient client, int round, int writer, AtomicInteger acknowledged) {
    String counter = round + "-" + writer;
    try {
      for (int i = 0; ; i++) {
        String id = round + "-" + writer + "-" + i;
        things(client)
            .insertOne(
                new Document("_id", id)
                    .append("writer", writer)
                    .append("number", i)
                    .append("text", "x".repeat(200)));
        inserted.add(id);
        if (i == 0) {
          counters(client)
              .insertOne(
                  new Document("_id", counter).append("version", 0).append("log", List.of(0)));
        } else {
          counters(client)
              .updateOne(
                  and(eq("_id", counter), eq("version", i - 1)),
                  Updates.combine(Updates.inc("version", 1), Updates.push("log", i)));
        }
        versions.put(counter, i);
        acknowledged.incrementAndGet();
      }
    } catch (MongoException | IllegalStateException killed) {
      // what was not acknowledged may be there or not
    }
  }

  private static MongoCollection<Document> things(MongoClient client) {
    return client.getDatabase("crash").getCollection("things");
  }

  private static MongoCollection<Document> counters(MongoClient client) {
    return client.getDatabase("crash").getCollection("counters");
  }

  private static String ready(ChildJvm child) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> READY.matcher(child.output()).find() || !child.isAlive());
    Matcher ready = READY.matcher(child.output());
    assertThat(ready.find()).as(child.output()).isTrue();
    return Objects.requireNonNull(ready.group(1));
  }
}
