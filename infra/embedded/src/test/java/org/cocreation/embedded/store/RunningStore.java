package org.cocreation.embedded.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An embedded store, and a client of it, for the tests of one class. */
final class RunningStore implements BeforeAllCallback, AfterAllCallback {

  private final boolean onFiles;
  private @Nullable Path directory;
  private @Nullable EmbeddedStore store;
  private @Nullable MongoClient client;

  private RunningStore(boolean onFiles) {
    this.onFiles = onFiles;
  }

  static RunningStore onFiles() {
    return new RunningStore(true);
  }

  static RunningStore inMemory() {
    return new RunningStore(false);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    EmbeddedStoreOptions options = EmbeddedStoreOptions.inMemory();
    if (onFiles) {
      directory = Files.createTempDirectory("store");
      options = EmbeddedStoreOptions.in(directory);
    }
    store = EmbeddedStore.start(options);
    client = MongoClients.create(store.uri());
  }

  MongoClient client() {
    return Objects.requireNonNull(client);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    client().close();
    Objects.requireNonNull(store).close();
    if (directory == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
