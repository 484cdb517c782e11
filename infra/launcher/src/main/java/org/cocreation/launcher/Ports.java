package org.cocreation.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * The port of each process: the usual one, or counted from {@code cocreation.port-base}, or set by
 * itself, which wins. No two are the same.
 */
public final class Ports {

  /** A port by the name of its process. */
  public enum Name {
    PORTAL(8080, 0, "the portal"),
    REGISTRATION(8081, 1, "registration"),
    ATTENDANCE(8082, 2, "attendance"),
    CERTIFICATE(8083, 3, "certificate"),
    SUBMISSION(8084, 4, "submission"),
    NOTIFICATION(8085, 5, "notification"),
    IDENTITY(8090, 10, "the identity provider"),
    BROKER(9092, 20, "the broker"),
    STORE(27017, 21, "the document store"),
    SMTP(2525, 22, "the mailbox, for mail"),
    MAILBOX(8025, 23, "the mailbox, for its pages");

    private final int usual;
    private final int offset;
    private final String what;

    Name(int usual, int offset, String what) {
      this.usual = usual;
      this.offset = offset;
      this.what = what;
    }

    int usual() {
      return usual;
    }

    public String what() {
      return what;
    }

    /** The key that sets this port. */
    public String setting() {
      return "cocreation.port." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Below the ports that operating systems give outgoing connections by themselves (from 32768 on):
   * a connection must not take one before its process does.
   */
  private static final int FIRST_FREE = 15_000;

  private static final int LAST_FREE = 30_000;
  private static final int ATTEMPTS = 1_000;

  private final Map<Name, Integer> ports;

  private Ports(Map<Name, Integer> ports) {
    this.ports = ports;
  }

  /** The ports by these settings. */
  public static Ports of(Settings settings) {
    Map<Name, Integer> ports = new EnumMap<>(Name.class);
    int base = number("cocreation.port-base", settings.get("cocreation.port-base", "0"));
    for (Name name : Name.values()) {
      String usual = Integer.toString(base == 0 ? name.usual : base + name.offset);
      ports.put(name, number(name.setting(), settings.get(name.setting(), usual)));
    }
    Map<Integer, Long> uses =
        ports.values().stream().collect(Collectors.groupingBy(p -> p, Collectors.counting()));
    uses.forEach(
        (port, times) -> {
          if (times > 1) {
            String names =
                ports.entrySet().stream()
                    .filter(e -> e.getValue().equals(port))
                    .map(e -> e.getKey().setting())
                    .collect(Collectors.joining(" and "));
            throw new Failure("Port " + port + " is given twice: " + names);
          }
        });
    return new Ports(ports);
  }

  /** Ports that nothing listens on now, for a run that must not meet another. */
  public static Ports free() {
    Map<Name, Integer> ports = new EnumMap<>(Name.class);
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (Name name : Name.values()) {
        ServerSocket socket = anyFree();
        held.add(socket);
        ports.put(name, socket.getLocalPort());
      }
      return new Ports(ports);
    } catch (IOException e) {
      throw new Failure("There is no free port on this machine", e);
    } finally {
      held.forEach(Ports::close);
    }
  }

  private static ServerSocket anyFree() throws IOException {
    for (int attempt = 1; ; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_FREE, LAST_FREE);
      try {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
      } catch (BindException taken) {
        if (attempt == ATTEMPTS) {
          throw taken;
        }
      }
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new Failure("A port cannot be given back", e);
    }
  }

  /** A process' port. */
  public int of(Name name) {
    Integer port = ports.get(name);
    if (port == null) {
      throw new IllegalStateException("every name has a port");
    }
    return port;
  }

  private static int number(String key, String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, together with a number out of range.
    }
    throw new Failure(key + ": expected a port number, got: " + value);
  }
}
