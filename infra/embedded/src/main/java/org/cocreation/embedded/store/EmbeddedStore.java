package org.cocreation.embedded.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/**
 * A running document store, spoken to with any MongoDB driver.
 *
 * <p>A write that was acknowledged survives the death of the process, and the loss of power if the
 * options say so. It is one machine's store without authentication: what is kept here is as safe as
 * the directory and the port are.
 */
public final class EmbeddedStore implements AutoCloseable {

  private final StoreBackend backend;
  private final Connections connections;
  private final Housekeeper housekeeper;
  private final InetSocketAddress address;
  private final CountDownLatch ended;
  private volatile boolean closed;

  private EmbeddedStore(
      StoreBackend backend,
      Connections connections,
      Housekeeper housekeeper,
      CountDownLatch ended) {
    this.backend = backend;
    this.connections = connections;
    this.ended = ended;
    this.housekeeper = housekeeper;
    this.address = connections.address();
  }

  /**
   * Starts a store; it accepts connections when this returns.
   *
   * @throws StoreInUseException if another store uses the directory
   * @throws PortTakenException if something else listens at the port
   */
  public static EmbeddedStore start(EmbeddedStoreOptions options) {
    return start(
        options,
        Tuning.of(options.survivesPowerLoss() ? Durability.POWER_LOSS : Durability.PROCESS_DEATH));
  }

  static EmbeddedStore start(EmbeddedStoreOptions options, Tuning tuning) {
    keepRequestsOutOfTheLog();
    StoreFiles files = new StoreFiles(options.directory(), tuning);
    StoreBackend backend = new StoreBackend(files);
    Connections connections;
    try {
      connections = new Connections(backend, options.host(), options.port());
    } catch (RuntimeException e) {
      backend.close();
      throw e;
    }
    CountDownLatch ended = new CountDownLatch(1);
    Housekeeper housekeeper = new Housekeeper(files, backend, tuning.expirySweep(), ended);
    return new EmbeddedStore(backend, connections, housekeeper, ended);
  }

  /** The library logs whole requests, which hold personal data. */
  private static void keepRequestsOutOfTheLog() {
    String logging = LoggerFactory.getILoggerFactory().getClass().getName();
    if (logging.equals("ch.qos.logback.classic.LoggerContext")) {
      Logback.quieten();
    }
  }

  /** Apart, so that the store also runs where another logging library is in use. */
  private static final class Logback {
    static void quieten() {
      LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
      logback.getLogger("de.bwaldvogel.mongo").setLevel(Level.OFF);
    }
  }

  /** The connection string, without a database: {@code mongodb://127.0.0.1:27017}. */
  public String uri() {
    return "mongodb://" + address.getHostString() + ":" + address.getPort();
  }

  /** The port that the store listens at. */
  public int port() {
    return address.getPort();
  }

  /**
   * Waits until it is closed, or until it cannot write to its files any more.
   *
   * @return true if it was closed, false if it is broken and has to be started anew
   */
  public boolean awaitEnd() throws InterruptedException {
    ended.await();
    return closed;
  }

  /** Stops accepting commands, finishes those that run, and writes everything to its file. */
  @Override
  public void close() {
    closed = true;
    housekeeper.close();
    connections.close();
    backend.close();
    ended.countDown();
  }
}
