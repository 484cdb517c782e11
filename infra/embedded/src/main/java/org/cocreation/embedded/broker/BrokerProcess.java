package org.cocreation.embedded.broker;

import java.nio.file.Path;
import java.util.Map;
import org.cocreation.embedded.ProcessArguments;

/**
 * The embedded broker as a process of its own: {@code --dir DIRECTORY [--port 9092]}. Further
 * arguments {@code --name=value} are Kafka's broker settings. Ends cleanly on SIGTERM; after a
 * SIGKILL the next start recovers the logs by itself.
 */
public final class BrokerProcess {

  private BrokerProcess() {}

  /** Runs until told to stop. */
  public static void main(String[] args) {
    ProcessArguments.logAsProcess();
    ProcessArguments arguments = ProcessArguments.of(args, "dir", "port");
    Path directory = Path.of(arguments.required("dir"));
    int port = arguments.port("port", 9092);
    Map<String, String> overrides = arguments.others();
    EmbeddedBroker broker = EmbeddedBroker.start(directory, port, overrides);
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
    broker.awaitEnd();
  }
}
