package org.cocreation.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Ports;

/** Sees before anything is started whether the ports are free. */
final class PortCheck {

  private PortCheck() {}

  /**
   * @throws Failure when a port is taken, with the port, the process that wanted it, and the
   *     setting that gives it another
   */
  static void allFree(List<ProcessSpec> table, Ports ports) {
    List<String> taken = new ArrayList<>();
    for (ProcessSpec spec : table) {
      for (Ports.Name name : spec.ports()) {
        if (isTaken(ports.of(name))) {
          taken.add(
              "Port "
                  + ports.of(name)
                  + ", wanted for "
                  + name.what()
                  + ", is taken by another program. Another port: "
                  + name.setting()
                  + "=…");
        }
      }
    }
    if (!taken.isEmpty()) {
      throw new Failure(
          String.join("\n", taken)
              + "\nStop the other program, or set another port in .platform/settings.properties;"
              + " all at once: ./platform up --port-base 18080");
    }
  }

  private static boolean isTaken(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      // As servers do: the remains of a connection do not count, a listener does.
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
