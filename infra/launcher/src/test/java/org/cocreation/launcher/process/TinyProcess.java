package org.cocreation.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A program that stands in for a real one: {@code NAME PORT JOURNAL [fails]}. It writes its starts
 * and its orderly ends into the journal.
 */
final class TinyProcess {

  private TinyProcess() {}

  public static void main(String[] args) throws Exception {
    String name = args[0];
    Path journal = Path.of(args[2]);
    if (args.length > 3) {
      new IllegalStateException("ERROR: the key cocreation.link-key is missing").printStackTrace();
      System.exit(7);
    }
    note(journal, "start " + name + " " + ProcessHandle.current().pid());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> note(journal, "stop " + name)));
    try (ServerSocket socket =
        new ServerSocket(Integer.parseInt(args[1]), 10, InetAddress.getLoopbackAddress())) {
      while (!socket.isClosed()) {
        socket.accept().close();
      }
    }
  }

  private static void note(Path journal, String line) {
    try {
      Files.writeString(journal, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
