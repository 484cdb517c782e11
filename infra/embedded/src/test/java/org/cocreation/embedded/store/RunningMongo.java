package org.cocreation.embedded.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A real MongoDB in a container, standalone as the embedded store is, for the tests of one class.
 */
final class RunningMongo implements BeforeAllCallback, AfterAllCallback {

  private static final int PORT = 27017;

  private @Nullable GenericContainer<?> container;
  private @Nullable MongoClient client;

  @Override
  public void beforeAll(ExtensionContext context) {
    GenericContainer<?> mongo =
        new GenericContainer<>(DockerImageName.parse("mongo:8.0")).withExposedPorts(PORT);
    mongo.start();
    container = mongo;
    client = MongoClients.create("mongodb://" + mongo.getHost() + ":" + mongo.getMappedPort(PORT));
  }

  MongoClient client() {
    return Objects.requireNonNull(client);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    client().close();
    Objects.requireNonNull(container).stop();
  }
}
