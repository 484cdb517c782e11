package org.cocreation.proof.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.cocreation.embedded.ProcessArguments;
import org.cocreation.proof.store.Load.Rate;

/**
 * Measures the embedded store in a process of its own, through the driver that the services use,
 * and prints a table. Arguments, all optional: {@code --seconds 5} for each measure, {@code
 * --largest 1000000} documents, {@code --power-loss true}, {@code --uri URI} for a store that runs
 * already.
 */
public final class StoreBenchmark {

  private static final int CLIENTS = 8;
  private static final int BATCH = 1_000;
  private static final int FIRST_SIZE = 10_000;

  private final MongoClient client;
  private final PrintStream out;
  private final Load load;

  private StoreBenchmark(MongoClient client, PrintStream out, Load load) {
    this.client = client;
    this.out = out;
    this.load = load;
  }

  /** Runs all measures once and ends. */
  public static void main(String[] args) throws Exception {
    ProcessArguments.logAsProcess();
    Arguments arguments = Arguments.of(args);
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    String uri = arguments.text("uri", "");
    Duration measured = Duration.ofSeconds(arguments.number("seconds", 5));
    if (!uri.isEmpty()) {
      try (MongoClient client = MongoClients.create(uri)) {
        new StoreBenchmark(client, out, new Load(measured, () -> Duration.ZERO))
            .run(arguments.number("largest", 1_000_000));
      }
      return;
    }
    Path directory = Files.createTempDirectory("store-benchmark");
    try (StoreUnderTest store =
            StoreUnderTest.start(directory, arguments.text("power-loss", "false"));
        MongoClient client = MongoClients.create(store.uri())) {
      StoreBenchmark benchmark =
          new StoreBenchmark(client, out, new Load(measured, store::processorTime));
      benchmark.run(arguments.number("largest", 1_000_000));
      benchmark.fileSize(directory);
    }
    StoreUnderTest.delete(directory);
  }

  private void run(int largest) {
    out.printf(
        Locale.ROOT,
        "%d processors, Java %s, %s; load average at the start %.1f%n%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("os.name"),
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    out.println("| measure | per second | processor µs each | two free processors allow |");
    out.println("|---|---:|---:|---:|");
    MongoDatabase database = client.getDatabase("benchmark");
    database.drop();

    Document ping = new Document("ping", 1);
    report(
        "round trips that do nothing, 8 clients",
        load.perSecond(CLIENTS, thread -> database.runCommand(ping)));

    MongoCollection<Document> single = indexed(database, "single");
    IntFunction<Document> fresh = n -> document("s" + n);
    report(
        "acknowledged single inserts, 8 clients",
        load.counted(CLIENTS, n -> single.insertOne(fresh.apply(n))));
    MongoCollection<Document> aggregates = indexed(database, "aggregates");
    insert(aggregates, 0, FIRST_SIZE, "a");
    report(
        "acknowledged saves of one aggregate (state, outbox, version), 8 clients",
        load.counted(CLIENTS, n -> save(aggregates, "a" + n % FIRST_SIZE, n)));

    MongoCollection<Document> bulk = indexed(database, "bulk");
    report(
        "bulk inserts, 1 client, 1,000 at a time",
        load.counted(1, n -> insert(bulk, n * BATCH, (n + 1) * BATCH, "b")).times(BATCH));
    MongoCollection<Document> upserts = indexed(database, "upserts");
    report(
        "bulk upserts, 1 client, 1,000 at a time, half of them new",
        load.counted(1, n -> upsert(upserts, n * BATCH / 2)).times(BATCH));

    MongoCollection<Document> sized = indexed(database, "sized");
    int have = 0;
    for (int size = FIRST_SIZE; size <= largest; size *= 10) {
      insert(sized, have, size, "r");
      have = size;
      int count = size;
      report(
          String.format(Locale.ROOT, "reads by _id of %,d documents, 8 clients", size),
          load.perSecond(CLIENTS, thread -> read(sized, count)));
    }
  }

  private void report(String measure, Rate rate) {
    out.printf(
        Locale.ROOT,
        "| %s | %,.0f | %.1f | %,.0f |%n",
        measure,
        rate.perSecond(),
        rate.microseconds(),
        2e6 / rate.microseconds());
  }

  private static MongoCollection<Document> indexed(MongoDatabase database, String name) {
    MongoCollection<Document> collection = database.getCollection(name);
    collection.createIndex(Indexes.ascending("group", "_id"));
    return collection;
  }

  /** About 300 bytes. */
  private static Document document(String id) {
    return new Document("_id", id)
        .append("version", 1L)
        .append("group", "group-" + Math.floorMod(id.hashCode(), 100))
        .append(
            "state",
            new Document("name", "Somebody of " + id)
                .append("organisation", "An organisation with quite a long name")
                .append("places", List.of("online", "venue", "online"))
                .append("note", "x".repeat(80)))
        .append("outbox", List.of())
        .append("seen", List.of());
  }

  private static void insert(
      MongoCollection<Document> collection, int from, int to, String prefix) {
    for (int start = from; start < to; start += BATCH) {
      List<Document> batch = new ArrayList<>(BATCH);
      for (int i = start; i < Math.min(to, start + BATCH); i++) {
        batch.add(document(prefix + i));
      }
      collection.insertMany(batch, new InsertManyOptions().ordered(false));
    }
  }

  private static void upsert(MongoCollection<Document> collection, int from) {
    collection.bulkWrite(
        IntStream.range(from, from + BATCH)
            .mapToObj(
                i ->
                    new UpdateOneModel<Document>(
                        eq("_id", "u" + i),
                        Updates.combine(
                            Updates.set("state", document("u" + i).get("state")),
                            Updates.set("group", "group-" + i % 100),
                            Updates.inc("version", 1L)),
                        new UpdateOptions().upsert(true)))
            .toList());
  }

  private static void save(MongoCollection<Document> collection, String id, int n) {
    Document event = new Document("id", "e" + n).append("body", "x".repeat(100));
    collection.updateOne(
        new Document("_id", id),
        new Document("$set", new Document("state.name", "Somebody else " + n))
            .append(
                "$push",
                new Document("outbox", new Document("$each", List.of(event)).append("$slice", -1)))
            .append("$inc", new Document("version", 1L)));
  }

  private static void read(MongoCollection<Document> collection, int count) {
    String id = "r" + ThreadLocalRandom.current().nextInt(count);
    if (collection.find(eq("_id", id)).first() == null) {
      throw new IllegalStateException(id + " is missing");
    }
  }

  private void fileSize(Path directory) throws IOException, InterruptedException {
    long live = 0;
    MongoDatabase database = client.getDatabase("benchmark");
    for (String name : database.listCollectionNames()) {
      Document statistics = database.runCommand(new Document("collStats", name));
      live += Objects.requireNonNull((Number) statistics.get("size")).longValue();
    }
    long atOnce = StoreUnderTest.size(directory);
    long quiet = load.settled(() -> StoreUnderTest.size(directory));
    out.printf(
        Locale.ROOT,
        "%nFiles: %,d MB of documents; %,d MB at once (%.1f times), %,d MB once quiet (%.1f times)%n",
        live >> 20,
        atOnce >> 20,
        (double) atOnce / live,
        quiet >> 20,
        (double) quiet / live);
  }
}
