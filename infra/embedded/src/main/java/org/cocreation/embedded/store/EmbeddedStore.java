package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.InetSocketAddress;

/** A running document store, spoken to with any MongoDB driver. */
public final class EmbeddedStore implements AutoCloseable {

  private final MongoServer server;
  private final InetSocketAddress address;

  private EmbeddedStore(MongoServer server, InetSocketAddress address) {
    this.server = server;
    this.address = address;
  }

  /** Starts a store; it accepts connections when this returns. */
  public static EmbeddedStore start(EmbeddedStoreOptions options) {
    MongoServer server =
        new MongoServer(
            options.directory() == null
                ? H2Backend.inMemory()
                : new H2Backend(options.directory().resolve("store.mv").toString()));
    server.bind(new InetSocketAddress(options.host(), options.port()));
    return new EmbeddedStore(server, server.getLocalAddress());
  }

  /** The connection string, without a database: {@code mongodb://127.0.0.1:27017}. */
  public String uri() {
    return "mongodb://" + address.getHostString() + ":" + address.getPort();
  }

  /** The port that the store listens at. */
  public int port() {
    return address.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
