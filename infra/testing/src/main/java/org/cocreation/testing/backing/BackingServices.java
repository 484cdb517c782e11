package org.cocreation.testing.backing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cocreation.embedded.broker.EmbeddedBroker;
import org.cocreation.embedded.store.EmbeddedStore;
import org.cocreation.embedded.store.EmbeddedStoreOptions;
import org.cocreation.testing.backing.WithBackingServices.StoreKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * One store and one broker for all tests of a JVM, each started when it is first asked for, on a
 * free port, and gone with the JVM. Spring tests use {@link WithBackingServices}, others ask here.
 */
public final class BackingServices {

  private static @Nullable EmbeddedStore store;
  private static @Nullable String mongoDb;
  private static @Nullable EmbeddedBroker broker;

  private BackingServices() {}

  /** A connection string of the embedded store, to a database of that name. */
  public static synchronized String storeUri(String database) {
    if (store == null) {
      EmbeddedStore started = EmbeddedStore.start(EmbeddedStoreOptions.inMemory());
      atTheEnd(started::close);
      store = started;
    }
    return within(store.uri(), database);
  }

  /** A connection string of a store of that kind, to a database of that name. */
  public static String storeUri(StoreKind kind, String database) {
    return kind == StoreKind.EMBEDDED ? storeUri(database) : mongoDbUri(database);
  }

  /** A name for a database that no other test uses. */
  public static String freshDatabase() {
    return "test-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** The broker's {@code bootstrap.servers}. */
  public static synchronized String bootstrapServers() {
    if (broker == null) {
      keepQuiet();
      Path directory = temporary();
      EmbeddedBroker started =
          EmbeddedBroker.start(directory, 0, Map.of("offsets.topic.num.partitions", "1"));
      atTheEnd(
          () -> {
            started.close();
            delete(directory);
          });
      broker = started;
    }
    return broker.bootstrapServers();
  }

  @SuppressWarnings("resource") // ended by Testcontainers with the JVM
  private static synchronized String mongoDbUri(String database) {
    if (mongoDb == null) {
      String given = System.getenv("COCREATION_TEST_MONGODB_URI");
      if (given == null) {
        MongoDBContainer container = new MongoDBContainer("mongo:8.0");
        container.start();
        given = container.getConnectionString();
      }
      mongoDb = given;
    }
    return within(mongoDb, database);
  }

  static String within(String uri, String database) {
    int options = uri.indexOf('?');
    String address = options < 0 ? uri : uri.substring(0, options);
    int authority = address.indexOf("://") + 3;
    int path = address.indexOf('/', authority);
    return (path < 0 ? address : address.substring(0, path))
        + "/"
        + database
        + (options < 0 ? "" : uri.substring(options));
  }

  /** A broker prints hundreds of lines of settings at start; its warnings stay. */
  private static void keepQuiet() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
      List.of("kafka", "org.apache.kafka", "state.change.logger")
          .forEach(name -> logback.getLogger(name).setLevel(Level.WARN));
    }
  }

  private static void atTheEnd(Runnable close) {
    Runtime.getRuntime().addShutdownHook(new Thread(close, "backing-services"));
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("broker-of-tests");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
