package org.cocreation.embedded.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.cocreation.embedded.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the embedded store promises: its files, its limits, its process. */
class EmbeddedStoreTest {

  private final Path directory;

  EmbeddedStoreTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private EmbeddedStore onFiles() {
    return EmbeddedStore.start(EmbeddedStoreOptions.in(directory));
  }

  private static MongoClient clientOf(EmbeddedStore store) {
    return MongoClients.create(store.uri());
  }

  private static MongoCollection<Document> things(MongoClient client) {
    return client.getDatabase("db").getCollection("things");
  }

  private long bytesOnDisk() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @Test
  void keepsDocumentsAndIndexesBetweenRuns() {
    try (EmbeddedStore store = onFiles();
        MongoClient client = clientOf(store)) {
      things(client).createIndex(Indexes.ascending("tags"));
      things(client).createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
      things(client)
          .insertMany(
              List.of(
                  new Document("_id", 1).append("name", "a").append("tags", List.of("x", "y")),
                  new Document("_id", 2).append("name", "b").append("tags", "z")));
      client.getDatabase("gone").getCollection("c").insertOne(new Document());
      client.getDatabase("gone").drop();
      client.getDatabase("db").getCollection("dropped").insertOne(new Document());
      client.getDatabase("db").getCollection("dropped").drop();
    }
    for (int run = 0; run < 2; run++) {
      try (EmbeddedStore store = onFiles();
          MongoClient client = clientOf(store)) {
        assertThat(things(client).countDocuments(eq("tags", "y"))).isEqualTo(1);
        assertThat(things(client).find(and(gte("tags", "x"), eq("name", "b"))).first())
            .containsEntry("_id", 2);
        assertThatThrownBy(() -> things(client).insertOne(new Document("name", "a")))
            .hasMessageContaining("E11000");
        assertThat(client.listDatabaseNames().into(new ArrayList<>())).containsExactly("db");
        assertThat(client.getDatabase("db").listCollectionNames().into(new ArrayList<>()))
            .containsExactly("things");
      }
    }
  }

  @Test
  void refusesADirectoryThatAnotherStoreUses() {
    try (EmbeddedStore store = onFiles()) {
      assertThat(store.port()).isPositive();
      assertThatThrownBy(this::onFiles)
          .isInstanceOf(StoreInUseException.class)
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("in use by another document store");
    }
    onFiles().close();
  }

  @Test
  void refusesAPortThatIsTakenAndLetsGoOfTheDirectory() {
    try (EmbeddedStore other = EmbeddedStore.start(EmbeddedStoreOptions.inMemory())) {
      EmbeddedStoreOptions taken = EmbeddedStoreOptions.in(directory).withPort(other.port());
      assertThatThrownBy(() -> EmbeddedStore.start(taken))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining(Integer.toString(other.port()));
    }
    onFiles().close();
  }

  @Test
  void theProcessSaysWhyItDoesNotStartAndEndsCleanlyWhenTold() throws Exception {
    try (ChildJvm first =
        ChildJvm.start(StoreProcess.class, "--dir", directory.toString(), "--port", "0")) {
      await().atMost(Duration.ofSeconds(60)).until(() -> first.output().contains("mongodb://"));
      try (ChildJvm second =
          ChildJvm.start(StoreProcess.class, "--dir", directory.toString(), "--port", "0")) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !second.isAlive());
        assertThat(second.output()).contains(directory + " is in use").doesNotContain("\tat ");
        assertThat(second.stop()).isEqualTo(1);
      }
      assertThat(first.stop()).isEqualTo(143);
      assertThat(first.output()).doesNotContain("ERROR");
    }
    onFiles().close();
  }

  @Test
  void keepsWritesWhenItForcesThemToTheDisk() {
    EmbeddedStoreOptions forcing = EmbeddedStoreOptions.in(directory).withSurvivingPowerLoss(true);
    try (EmbeddedStore store = EmbeddedStore.start(forcing);
        MongoClient client = clientOf(store)) {
      IntStream.range(0, 200)
          .parallel()
          .forEach(i -> things(client).insertOne(new Document("_id", i)));
      assertThat(things(client).countDocuments()).isEqualTo(200);
    }
    try (EmbeddedStore store = onFiles();
        MongoClient client = clientOf(store)) {
      assertThat(things(client).countDocuments()).isEqualTo(200);
    }
  }

  @Test
  void deletesWhatHasExpired() {
    Tuning sweeping = new Tuning(Durability.PROCESS_DEATH, 1 << 20, Duration.ofMillis(100));
    try (EmbeddedStore store = EmbeddedStore.start(EmbeddedStoreOptions.inMemory(), sweeping);
        MongoClient client = clientOf(store)) {
      things(client)
          .createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(1L, TimeUnit.HOURS));
      things(client)
          .insertMany(
              List.of(
                  new Document("_id", "old")
                      .append("at", Date.from(Instant.now().minus(Duration.ofMinutes(61)))),
                  new Document("_id", "young")
                      .append("at", Date.from(Instant.now().minus(Duration.ofMinutes(59)))),
                  new Document("_id", "undated")));
      await()
          .untilAsserted(() -> assertThat(things(client).find(eq("_id", "old")).first()).isNull());
      assertThat(things(client).countDocuments()).isEqualTo(2);
    }
  }

  @Test
  void theFilesStayWithinFiveTimesTheLiveDataOnceQuiet() throws Exception {
    try (EmbeddedStore store =
            EmbeddedStore.start(
                EmbeddedStoreOptions.in(directory),
                new Tuning(Durability.PROCESS_DEATH, 2 << 20, Duration.ofSeconds(60)));
        MongoClient client = clientOf(store)) {
      things(client).createIndex(Indexes.ascending("round"));
      String text = "x".repeat(500);
      for (int round = 0; round < 6; round++) {
        int number = round;
        things(client)
            .insertMany(
                IntStream.range(0, 3_000)
                    .mapToObj(
                        i ->
                            new Document("_id", "r" + number + "-" + i)
                                .append("round", number)
                                .append("text", text))
                    .toList());
        things(client).updateMany(new Document(), Updates.set("last", round));
        things(client).deleteMany(eq("round", round - 2));
      }
      long live = things(client).countDocuments() * 560;
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(bytesOnDisk()).isLessThan(5 * live));
    }
  }

  @Test
  void aQueryGoesOnWithWhatItFoundWhateverHappensMeanwhile() {
    try (EmbeddedStore store = onFiles();
        MongoClient client = clientOf(store)) {
      things(client)
          .insertMany(
              IntStream.range(0, 500)
                  .mapToObj(i -> new Document("_id", i).append("n", 0))
                  .toList());
      List<Document> read = new ArrayList<>();
      try (MongoCursor<Document> cursor =
          things(client).find().sort(ascending("_id")).batchSize(50).iterator()) {
        read.add(cursor.next());
        things(client).updateMany(new Document(), Updates.set("n", 1));
        things(client).deleteMany(gte("_id", 250));
        cursor.forEachRemaining(read::add);
      }
      assertThat(read).hasSize(500).allMatch(found -> found.getInteger("n") == 0);
    }
  }

  @Test
  void aCursorIsGoneWhenItWasReadToItsEndOrClosed() {
    try (EmbeddedStore store = onFiles();
        MongoClient client = clientOf(store)) {
      things(client)
          .insertMany(IntStream.range(0, 100).mapToObj(i -> new Document("_id", i)).toList());
      assertThat(things(client).find().batchSize(10).into(new ArrayList<>())).hasSize(100);
      try (MongoCursor<Document> left = things(client).find().batchSize(10).iterator()) {
        left.next();
        assertThat(openCursors(client)).isEqualTo(1);
      }
      assertThat(openCursors(client)).isZero();
    }
  }

  private static long openCursors(MongoClient client) {
    Document status = client.getDatabase("admin").runCommand(new Document("serverStatus", 1));
    List<String> path = List.of("metrics", "cursor", "open", "total");
    return Objects.requireNonNull(status.getEmbedded(path, Number.class)).longValue();
  }

  @Test
  void refusesWhatItWouldGetWrong() {
    try (EmbeddedStore store = EmbeddedStore.start(EmbeddedStoreOptions.inMemory());
        MongoClient client = clientOf(store)) {
      MongoCollection<Document> things = things(client);
      things.insertOne(new Document("_id", 1));
      List<Runnable> unsupported =
          List.of(
              () -> things.createIndex(Indexes.text("a")),
              () ->
                  things.createIndex(
                      Indexes.ascending("a"),
                      new IndexOptions().partialFilterExpression(gte("a", 1))),
              () -> things.find().collation(Collation.builder().locale("en").build()).first(),
              () -> things.updateOne(eq("_id", 1), List.of(Updates.set("a", 1))),
              () -> things.watch().forEach(event -> {}));
      for (Runnable each : unsupported) {
        assertThatThrownBy(each::run).hasMessageContaining("support");
      }
      assertThatThrownBy(() -> client.getDatabase("db").runCommand(new Document("unheardOf", 1)))
          .isInstanceOf(MongoCommandException.class);
      assertThat(things.find().first()).isEqualTo(new Document("_id", 1));
    }
  }
}
