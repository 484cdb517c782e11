package org.cocreation.embedded.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker of one node inside this JVM: broker and controller in one (KRaft combined mode),
 * reachable on the loopback address only, without authentication.
 *
 * <p>The directory is formatted at its first start with a cluster id of its own and kept: topics,
 * records and committed offsets are there again after {@link #close()} and after a SIGKILL. Topics
 * are never created by accident (automatic creation is off), records are kept for ever unless a
 * topic says otherwise, and every internal topic has one replica.
 *
 * <p><b>How durable an acknowledgement is.</b> As in any Kafka with default flushing, a record is
 * acknowledged when it is in the operating system's page cache. It survives the death of the
 * process however sudden; a power failure or a crash of the operating system may lose the last
 * seconds. A cluster covers that with replicas; one node cannot. {@code
 * log.flush.interval.messages} may be given as an override where each record must be forced to disk
 * and the price in throughput is accepted.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final int NODE = 1;
  private static final int ATTEMPTS = 5;

  private final KafkaRaftServer server;
  private final int port;
  private boolean closed;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts on a free port; see {@link #start(Path, int, Map)}. */
  public static EmbeddedBroker start(Path directory) {
    return start(directory, 0, Map.of());
  }

  /** Starts with this class's settings; see {@link #start(Path, int, Map)}. */
  public static EmbeddedBroker start(Path directory, int port) {
    return start(directory, port, Map.of());
  }

  /**
   * Starts and returns when clients are served.
   *
   * @param directory where the data is, formatted now when it is new
   * @param port where clients connect; 0 for a free one
   * @param overrides Kafka's own broker settings, which win over those of this class
   * @throws IllegalStateException when the broker cannot start, with Kafka's reason as its cause
   */
  public static EmbeddedBroker start(Path directory, int port, Map<String, String> overrides) {
    RuntimeException last = new IllegalStateException("not tried");
    // A port that was free a moment ago may be taken by the time Kafka binds it.
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int clients = port == 0 ? freePort() : port;
      KafkaRaftServer server = null;
      try {
        Properties settings = settings(directory, clients, freePort(), overrides);
        format(directory, settings);
        server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, clients);
      } catch (Exception e) {
        last =
            new IllegalStateException(
                "the broker did not start on port " + clients + " in " + directory, e);
        if (server != null) {
          server.shutdown();
        }
        if (!isPortTaken(e) || (port != 0 && !isFree(port))) {
          throw last;
        }
      }
    }
    throw last;
  }

  /** The port that clients connect to. */
  public int port() {
    return port;
  }

  /** What clients put into {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "localhost:" + port;
  }

  /** Returns when the broker has ended, by {@link #close()} or by a fault of its own. */
  void awaitEnd() {
    server.awaitShutdown();
  }

  /** Stops cleanly; the data stays. Closing twice is the same as closing once. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      server.shutdown();
      server.awaitShutdown();
    }
  }

  private static Properties settings(
      Path directory, int clients, int controller, Map<String, String> overrides) {
    Properties s = new Properties();
    s.put("process.roles", "broker,controller");
    s.put("node.id", Integer.toString(NODE));
    s.put("listeners", "CLIENTS://127.0.0.1:" + clients + ",CONTROLLER://127.0.0.1:" + controller);
    s.put("advertised.listeners", "CLIENTS://localhost:" + clients);
    s.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
    s.put("inter.broker.listener.name", "CLIENTS");
    s.put("controller.listener.names", "CONTROLLER");
    s.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controller);
    s.put("log.dirs", directory.resolve("log").toString());

    s.put("auto.create.topics.enable", "false");
    s.put("log.retention.ms", "-1");
    s.put("min.insync.replicas", "1");
    s.put("default.replication.factor", "1");
    s.put("offsets.topic.replication.factor", "1");
    s.put("offsets.topic.num.partitions", "4");
    s.put("offsets.retention.minutes", Integer.toString(60 * 24 * 365));
    s.put("transaction.state.log.replication.factor", "1");
    s.put("transaction.state.log.min.isr", "1");
    s.put("transaction.state.log.num.partitions", "4");
    s.put("share.coordinator.state.topic.replication.factor", "1");
    s.put("share.coordinator.state.topic.min.isr", "1");
    s.put("share.coordinator.state.topic.num.partitions", "1");

    // A single machine waits for nobody else: no grace for further members, quick elections.
    s.put("group.initial.rebalance.delay.ms", "0");
    s.put("controller.quorum.election.timeout.ms", "200");
    s.put("controller.quorum.fetch.timeout.ms", "1000");
    // After a SIGKILL the dead broker's own registration must lapse before it may come back.
    s.put("broker.session.timeout.ms", "3000");
    s.put("broker.heartbeat.interval.ms", "750");
    s.put("initial.broker.registration.timeout.ms", "60000");

    // One machine, few clients: small buffers and few threads instead of a server's defaults.
    s.put("num.network.threads", "2");
    s.put("num.io.threads", "4");
    s.put("background.threads", "2");
    s.put("num.recovery.threads.per.data.dir", "2");
    s.put("log.cleaner.threads", "1");
    s.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
    s.put("log.cleaner.io.buffer.size", Integer.toString(256 * 1024));
    s.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
    s.put("log.segment.bytes", Integer.toString(128 * 1024 * 1024));
    s.put("metadata.log.segment.bytes", Integer.toString(16 * 1024 * 1024));
    s.put("socket.request.max.bytes", Integer.toString(16 * 1024 * 1024));
    s.putAll(overrides);
    return s;
  }

  private static void format(Path directory, Properties settings) throws Exception {
    Files.createDirectories(directory);
    Path log = Path.of(settings.getProperty("log.dirs"));
    if (Files.exists(log.resolve("meta.properties"))) {
      return;
    }
    Path kept = directory.resolve("cluster-id");
    if (!Files.exists(kept)) {
      Files.writeString(kept, Uuid.randomUuid().toString());
    }
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(NODE)
        .setClusterId(Files.readString(kept).strip())
        .addDirectory(log.toString())
        .setMetadataLogDirectory(log.toString())
        .setControllerListenerName("CONTROLLER")
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setIgnoreFormatted(true)
        .run();
  }

  private static boolean isPortTaken(@Nullable Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      String message = t.getMessage();
      if (t instanceof BindException
          || (message != null && message.contains("Address already in use"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on the loopback address", e);
    }
  }
}
