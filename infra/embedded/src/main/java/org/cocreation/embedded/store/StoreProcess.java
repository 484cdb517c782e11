package org.cocreation.embedded.store;

import java.nio.file.Path;
import org.cocreation.embedded.ProcessArguments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded store as a process of its own: {@code --dir DIRECTORY [--port 27017] [--host
 * 127.0.0.1] [--survives-power-loss false]}. Says one line when it is ready, ends cleanly on
 * SIGTERM, and refuses a directory or a port that is taken with a line that names it.
 */
public final class StoreProcess {

  private StoreProcess() {}

  /** Runs until told to stop. */
  public static void main(String[] args) throws InterruptedException {
    ProcessArguments.logAsProcess();
    Logger log = LoggerFactory.getLogger(StoreProcess.class);
    ProcessArguments arguments =
        ProcessArguments.of(args, "dir", "port", "host", "survives-power-loss");
    Path directory = Path.of(arguments.required("dir"));
    EmbeddedStoreOptions options =
        new EmbeddedStoreOptions(
            directory,
            arguments.get("host", "127.0.0.1"),
            arguments.port("port", 27017),
            Boolean.parseBoolean(arguments.get("survives-power-loss", "false")));
    try {
      EmbeddedStore store = EmbeddedStore.start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(store::close, "stop-store"));
      log.info("Serving the documents of {} at {}", directory, store.uri());
      if (!store.awaitEnd()) {
        Runtime.getRuntime().halt(1);
      }
    } catch (StoreInUseException | PortTakenException e) {
      log.error("{}", e.getMessage());
      System.exit(1);
    }
  }
}
