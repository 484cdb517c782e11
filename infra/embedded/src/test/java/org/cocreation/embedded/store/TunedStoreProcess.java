package org.cocreation.embedded.store;

import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.LoggerFactory;

/** A store in a JVM of its own with what {@link StoreProcess} does not let one choose. */
final class TunedStoreProcess {

  private TunedStoreProcess() {}

  /** Arguments: directory, durability, limit of the journal in bytes. */
  public static void main(String[] args) throws InterruptedException {
    EmbeddedStore store =
        EmbeddedStore.start(
            EmbeddedStoreOptions.in(Path.of(args[0])),
            new Tuning(
                Durability.valueOf(args[1]), Long.parseLong(args[2]), Duration.ofSeconds(60)));
    LoggerFactory.getLogger(TunedStoreProcess.class).info("Serving at {}", store.uri());
    Thread.currentThread().join();
  }
}
