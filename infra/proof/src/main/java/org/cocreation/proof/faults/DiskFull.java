package org.cocreation.proof.faults;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.cocreation.proof.platform.Backing;
import org.cocreation.proof.platform.Waiting;

/**
 * A store or a broker that can write no further, because none of its files may grow beyond a size
 * that something else fills up: it must end or refuse, never forget; with space it goes on.
 *
 * @param who store or broker
 */
record DiskFull(String who) implements Fault {

  /** Beyond the largest file; a broker sets whole indexes of 10 MB aside. */
  private static final long ROOM = 6_000_000;

  private static final long ROOM_FOR_INDEXES = 12_000_000;
  private static final int PIECE = 200_000;
  private static final int MOST_PIECES = 1_000;
  private static final String FILLING = "proof-filling";

  @Override
  public String name() {
    return who + "-full";
  }

  @Override
  public int times(boolean isShort) {
    return isShort ? 1 : 3;
  }

  @Override
  public boolean mailMayRepeat() {
    return who.equals("store");
  }

  @Override
  public Strike strike(Bench bench, Random random) {
    if (!Backing.canBeLimited()) {
      return new Strike(0, List.of("no disk can be filled here: there is no /bin/sh"));
    }
    Backing backing = who.equals("store") ? bench.platform().store() : bench.platform().broker();
    List<String> wrong = new ArrayList<>();
    backing.terminate();
    try {
      backing.startLimited(largest(bench.platform().files(who)) + room());
      backing.awaitReady(bench.options().within(60));
      bench.client().forgetRefusals();
      boolean refused = who.equals("store") ? fillStore(bench) : fillBroker(bench);
      Waiting.seconds(2);
      boolean ended = backing.ended(bench.options().within(30));
      wrong.addAll(judged(refused, ended, who, bench.client().refusals()));
    } finally {
      backing.kill();
      backing.start();
      backing.awaitReady(bench.options().within(60));
    }
    long since = System.nanoTime();
    emptyAgain(bench);
    return bench.recovered(since, BackingEnds.BACK, wrong);
  }

  private long room() {
    return who.equals("broker") ? ROOM + ROOM_FOR_INDEXES : ROOM;
  }

  /** What is wrong with how it met the full disk. */
  static List<String> judged(
      boolean refused, boolean ended, String who, Map<Integer, Long> refusals) {
    List<String> wrong = new ArrayList<>();
    if (!refused) {
      wrong.add("everything was taken, the disk was never full");
    }
    if (!ended) {
      wrong.add("the " + who + " went on with a full disk");
    }
    if (who.equals("store") && !refusals.containsKey(503)) {
      wrong.add("nothing was answered with 503: " + refusals);
    }
    return wrong;
  }

  /** Whether something was refused in the end. */
  private static boolean fillStore(Bench bench) {
    try (MongoClient client =
        MongoClients.create(bench.platform().storeUri() + "/?serverSelectionTimeoutMS=5000")) {
      MongoCollection<Document> filling = client.getDatabase("proof").getCollection(FILLING);
      String text = "x".repeat(PIECE);
      for (int i = 0; i < MOST_PIECES; i++) {
        filling.insertOne(new Document("text", text + i));
      }
      return false;
    } catch (MongoException full) {
      return true;
    }
  }

  private static boolean fillBroker(Bench bench) {
    bench.witness().topics().create(FILLING);
    Random noise = new Random(1);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bench.platform().bootstrapServers(),
                "acks", "all",
                "max.block.ms", "5000",
                "delivery.timeout.ms", "8000",
                "request.timeout.ms", "5000",
                "linger.ms", "0"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] piece = new byte[PIECE];
      for (int i = 0; i < MOST_PIECES; i++) {
        noise.nextBytes(piece);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(FILLING, piece);
        record.headers().add(TopicReader.MARK, new byte[] {1});
        producer.send(record).get();
      }
      return false;
    } catch (ExecutionException full) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void emptyAgain(Bench bench) {
    if (who.equals("broker")) {
      bench.witness().topics().delete(FILLING);
      return;
    }
    try (MongoClient client = MongoClients.create(bench.platform().storeUri())) {
      client.getDatabase("proof").drop();
    }
  }

  private static long largest(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).mapToLong(DiskFull::size).max().orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }
}
