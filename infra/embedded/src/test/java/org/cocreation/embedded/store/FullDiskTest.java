package org.cocreation.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that can write no further, here because its files may not grow beyond a few megabytes.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FullDiskTest {

  private static final Pattern READY = Pattern.compile("(mongodb://127\\.0\\.0\\.1:\\d+)");

  private final Path directory;
  private final Path output;

  FullDiskTest(@TempDir Path temporary) {
    directory = temporary.resolve("store");
    output = temporary.resolve("output");
  }

  @Test
  void refusesWhatItCannotKeepThenEndsAndHasAllThatItAcknowledged() throws Exception {
    Process process = storeOfFewMegabytes();
    int acknowledged = 0;
    try {
      try (MongoClient client = MongoClients.create(uri() + "/?serverSelectionTimeoutMS=10000")) {
        String text = "x".repeat(20_000);
        for (int i = 0; i < 2_000; i++) {
          things(client).insertOne(new Document("_id", i).append("text", text + i));
          acknowledged++;
        }
      } catch (MongoException refused) {
        // says that it is full, or is gone already
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said()).isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(acknowledged).isBetween(10, 1_000);
    try (EmbeddedStore store = EmbeddedStore.start(EmbeddedStoreOptions.in(directory));
        MongoClient client = MongoClients.create(store.uri())) {
      List<Integer> found = new ArrayList<>();
      things(client).find().forEach(document -> found.add(document.getInteger("_id")));
      for (int i = 0; i < acknowledged; i++) {
        assertThat(found).contains(i);
      }
    }
  }

  @Test
  void nobodyReadsWhatItCouldNotKeep() throws Exception {
    Process process = storeOfFewMegabytes();
    try {
      try (MongoClient client = MongoClients.create(uri() + "/?serverSelectionTimeoutMS=2000")) {
        int refused = firstRefused(client);
        for (int look = 0; look < 50 && process.isAlive(); look++) {
          assertThat(isSeen(client, refused)).isFalse();
        }
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said()).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /**
   * A client that is told of trouble of the disk waits for it to pass; of other trouble it may not.
   */
  @Test
  void saysThatTheDiskIsFullWhateverFails() throws Exception {
    Process process = storeOfFewMegabytes();
    Set<Integer> codes = new TreeSet<>();
    try {
      try (MongoClient client = MongoClients.create(uri() + "/?serverSelectionTimeoutMS=2000")) {
        String text = "x".repeat(20_000);
        for (int i = 0; i < 2_000 && process.isAlive(); i++) {
          try {
            // for a new collection the file is written, instead of the journal
            MongoCollection<Document> another =
                client.getDatabase("db").getCollection("things-" + i);
            another.insertOne(new Document("text", text + i));
            another.find().first();
          } catch (MongoCommandException | MongoWriteException refused) {
            codes.add(refused.getCode());
          } catch (MongoException away) {
            // has ended
          }
        }
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said()).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(codes).as(said()).containsExactly(14031);
  }

  private static int firstRefused(MongoClient client) {
    String text = "x".repeat(20_000);
    int next = 0;
    try {
      while (next < 2_000) {
        things(client).insertOne(new Document("_id", next).append("text", text + next));
        next++;
      }
    } catch (MongoException refused) {
      return next;
    }
    throw new AssertionError("Everything was taken");
  }

  private static boolean isSeen(MongoClient client, int id) {
    try {
      return things(client).find(new Document("_id", id)).first() != null;
    } catch (MongoException away) {
      return false;
    }
  }

  private Process storeOfFewMegabytes() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            "sh",
            "-c",
            "ulimit -f 8000; exec \"$@\"",
            "store",
            java,
            "-Xmx256m",
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            StoreProcess.class.getName(),
            "--dir",
            directory.toString(),
            "--port",
            "0")
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /** Where it serves, as soon as it says so. */
  private String uri() {
    await().atMost(Duration.ofSeconds(60)).until(() -> READY.matcher(said()).find());
    Matcher ready = READY.matcher(said());
    assertThat(ready.find()).isTrue();
    return ready.group(1);
  }

  private String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return "";
    }
  }

  private static MongoCollection<Document> things(MongoClient client) {
    return client.getDatabase("db").getCollection("things");
  }
}
