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

/** An embedded store on files, and a client of it, for the tests of one class. */
final class RunningStore implements BeforeAllCallback, AfterAllCallback {

  private @Nullable Path directory;
  private @Nullable EmbeddedStore store;
  private @Nullable MongoClient client;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    directory = Files.createTempDirectory("store");
    store = EmbeddedStore.start(EmbeddedStoreOptions.in(directory));
    client = MongoClients.create(store.uri());
  }

  MongoClient client() {
    return Objects.requireNonNull(client);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    client().close();
    Objects.requireNonNull(store).close();
    try (Stream<Path> files = Files.walk(Objects.requireNonNull(directory))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
