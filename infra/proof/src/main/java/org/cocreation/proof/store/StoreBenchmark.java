package org.cocreation.proof.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.bson.Document;
import org.cocreation.embedded.ProcessArguments;
import org.cocreation.proof.store.Load.Rate;

/**
 * Measures the embedded store in a process of its own, through the driver that the services use,
 * and prints a table. Arguments, all optional: {@code --seconds 5} for each measure, {@code
 * --warm-up 30} seconds at most before each, {@code --largest 1000000} documents, {@code --only
 * reads} for the measures whose name holds that, {@code --bulk-clients 2}, {@code --power-loss
 * true}, {@code --store-options "-Xmx512m"} instead of those that the platform starts it with,
 * {@code --uri URI} for a store that runs already.
 */
public final class StoreBenchmark {

  private static final int CLIENTS = 8;
  private static final int FIRST_SIZE = 10_000;
  private static final int PROCESSORS = 2;
  private static final int NO_TARGET = 0;
  private static final int BUSY_SIZE = 300_000;

  /** Times as long as the other measures, so that the file is written several times. */
  private static final long WAITS_MEASURED = 10;

  private final MongoClient client;
  private final PrintStream out;
  private final Load load;
  private final Arguments arguments;
  private double roundTrips;

  private StoreBenchmark(MongoClient client, PrintStream out, Load load, Arguments arguments) {
    this.client = client;
    this.out = out;
    this.load = load;
    this.arguments = arguments;
  }

  /** Runs all measures once and ends. */
  public static void main(String[] args) throws Exception {
    ProcessArguments.logAsProcess();
    Arguments arguments = Arguments.of(args);
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    String uri = arguments.text("uri", "");
    Duration measured = Duration.ofSeconds(arguments.number("seconds", 5));
    Duration warmUp = Duration.ofSeconds(arguments.number("warm-up", 30));
    if (!uri.isEmpty()) {
      try (MongoClient client = MongoClients.create(uri)) {
        Load load = new Load(measured, warmUp, () -> Duration.ZERO);
        new StoreBenchmark(client, out, load, arguments).run();
      }
      return;
    }
    Path directory = Files.createTempDirectory("store-benchmark");
    try (StoreUnderTest store =
            StoreUnderTest.start(
                directory,
                arguments.text("store-options", StoreUnderTest.PLATFORM_OPTIONS),
                arguments.text("power-loss", "false"));
        MongoClient client = MongoClients.create(store.uri())) {
      Load load = new Load(measured, warmUp, store::processorTime);
      StoreBenchmark benchmark = new StoreBenchmark(client, out, load, arguments);
      benchmark.run();
      benchmark.waits(directory);
      benchmark.fileSize(directory);
    }
    StoreUnderTest.delete(directory);
  }

  private void run() throws IOException {
    machine("At the start");
    out.println(
        "| measure | target | per second | of the first | store µs | client µs | others |"
            + " two free processors allow |");
    out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
    MongoDatabase database = client.getDatabase("benchmark");
    database.drop();

    Document ping = new Document("ping", 1);
    Rate nothing = load.perSecond(CLIENTS, n -> database.runCommand(ping));
    roundTrips = nothing.perSecond();
    report("round trips that do nothing, " + CLIENTS + " clients", NO_TARGET, nothing);
    measure("single inserts", 4_000, CLIENTS, new Aggregates(database, "single")::insert);
    Aggregates saved = new Aggregates(database, "saved");
    saved.fillTo(FIRST_SIZE);
    measure("saves of one aggregate", NO_TARGET, CLIENTS, saved::save);

    int bulkClients = arguments.number("bulk-clients", 2);
    batches("bulk inserts", 50_000, bulkClients, new Aggregates(database, "bulk")::insertBatch);
    batches("bulk upserts", 20_000, bulkClients, new Aggregates(database, "half")::upsertBatch);
    Aggregates indexed = new Aggregates(database, "indexed");
    indexed.indexStates();
    indexed.fillTo(FIRST_SIZE);
    batches("bulk saves under seven indexes", NO_TARGET, bulkClients, indexed::saveStates);

    Aggregates sized = new Aggregates(database, "sized");
    for (int size = FIRST_SIZE; size <= arguments.number("largest", 1_000_000); size *= 10) {
      String name = String.format(Locale.ROOT, "reads by _id of %,d", size);
      if (isWanted(name)) {
        sized.fillTo(size);
        measure(name, 15_000, CLIENTS, n -> sized.read());
      }
    }
    out.println();
    machine("At the end");
  }

  private void machine(String when) throws IOException {
    out.printf(
        Locale.ROOT,
        "%s: %d processors of %,.0f million steps a second; a round trip through a socket takes"
            + " %.1f µs of processor; load average %.1f; Java %s, %s%n%n",
        when,
        Runtime.getRuntime().availableProcessors(),
        Machine.millionStepsPerSecond(),
        Machine.socketRoundTrip(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.version(),
        System.getProperty("os.name"));
  }

  private void measure(String name, int target, int clients, IntConsumer once) {
    if (isWanted(name)) {
      report(name + ", " + clients + " clients", target, load.perSecond(clients, once));
    }
  }

  private void batches(String name, int target, int clients, IntConsumer once) {
    if (isWanted(name)) {
      Rate rate = load.perSecond(clients, once).times(Aggregates.BATCH);
      report(
          String.format(Locale.ROOT, "%s, %d clients, %,d each", name, clients, Aggregates.BATCH),
          target,
          rate);
    }
  }

  private boolean isWanted(String name) {
    return name.contains(arguments.text("only", ""));
  }

  private void report(String name, int target, Rate rate) {
    out.printf(
        Locale.ROOT,
        "| %s | %s | %,.0f | %.2f | %.1f | %.1f | %.1f | %,.0f |%n",
        name,
        target == NO_TARGET ? "" : String.format(Locale.ROOT, "%,d", target),
        rate.perSecond(),
        rate.perSecond() / roundTrips,
        rate.store(),
        rate.client(),
        rate.others(),
        rate.allowedBy(PROCESSORS));
  }

  private void waits(Path directory) {
    if (!isWanted("waits")) {
      return;
    }
    int size = Math.min(BUSY_SIZE, arguments.number("largest", BUSY_SIZE));
    Duration duration = Duration.ofSeconds(WAITS_MEASURED * arguments.number("seconds", 5));
    Waits waits = Waits.during(client, size, duration, directory);
    out.printf(
        Locale.ROOT,
        "Waits: while one client saved %,d batches of any %,d of %,d documents in %d s, %,d single"
            + " inserts of another took %.1f ms (half), %.1f (99 of 100), %.1f (999 of 1,000), %,.0f"
            + " (the slowest); the files had %,d MB at most, %.1f times the documents%n%n",
        waits.batches(),
        Aggregates.BATCH,
        size,
        duration.toSeconds(),
        waits.inserts(),
        waits.milliseconds(50),
        waits.milliseconds(99),
        waits.milliseconds(99.9),
        waits.milliseconds(100),
        waits.largestFiles() >> 20,
        (double) waits.largestFiles() / live());
  }

  /** The bytes of all documents. */
  private long live() {
    long live = 0;
    MongoDatabase database = client.getDatabase("benchmark");
    for (String name : database.listCollectionNames()) {
      Document statistics = database.runCommand(new Document("collStats", name));
      live += Objects.requireNonNull((Number) statistics.get("size")).longValue();
    }
    return live;
  }

  private void fileSize(Path directory) throws IOException, InterruptedException {
    long live = live();
    long atOnce = StoreUnderTest.size(directory);
    long quiet = settled(directory);
    out.printf(
        Locale.ROOT,
        "Files: %,d MB of documents; %,d MB at once (%.1f times), %,d MB once quiet (%.1f times)%n",
        live >> 20,
        atOnce >> 20,
        (double) atOnce / live,
        quiet >> 20,
        (double) quiet / live);
  }

  /** The size once it has not changed for some seconds. */
  private static long settled(Path directory) throws IOException, InterruptedException {
    long last = StoreUnderTest.size(directory);
    for (int unchanged = 0; unchanged < 5; ) {
      TimeUnit.SECONDS.sleep(1);
      long now = StoreUnderTest.size(directory);
      unchanged = now == last ? unchanged + 1 : 0;
      last = now;
    }
    return last;
  }
}
