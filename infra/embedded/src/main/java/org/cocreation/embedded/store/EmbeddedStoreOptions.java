package org.cocreation.embedded.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How an {@link EmbeddedStore} is started.
 *
 * @param directory where the data is kept; null keeps it in memory only, for tests
 * @param host the address to listen at; the store has no authentication, so keep it on loopback
 * @param port the port to listen at; 0 takes a free one
 * @param survivesPowerLoss true forces every write to the disk before it is acknowledged; false
 *     hands it to the operating system, which survives the death of the process but not of the
 *     machine
 */
public record EmbeddedStoreOptions(
    @Nullable Path directory, String host, int port, boolean survivesPowerLoss) {

  /** In memory, on a free port of the loopback address. */
  public static EmbeddedStoreOptions inMemory() {
    return new EmbeddedStoreOptions(null, "127.0.0.1", 0, false);
  }

  /** On files in the directory, on a free port of the loopback address. */
  public static EmbeddedStoreOptions in(Path directory) {
    return new EmbeddedStoreOptions(directory, "127.0.0.1", 0, false);
  }

  /** The same at another port. */
  public EmbeddedStoreOptions withPort(int newPort) {
    return new EmbeddedStoreOptions(directory, host, newPort, survivesPowerLoss);
  }

  /** The same, forcing every write to the disk before it is acknowledged, or not. */
  public EmbeddedStoreOptions withSurvivingPowerLoss(boolean survives) {
    return new EmbeddedStoreOptions(directory, host, port, survives);
  }
}
