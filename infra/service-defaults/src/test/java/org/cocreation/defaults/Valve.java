package org.cocreation.defaults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before a server and passes everything on; shut, it keeps every connection, takes new ones
 * and answers nothing, as a server does that hangs.
 */
final class Valve implements AutoCloseable {

  private final ServerSocket door;
  private final InetSocketAddress behind;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final Object turned = new Object();
  private boolean shut;

  Valve(InetSocketAddress behind) throws IOException {
    this.behind = behind;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    begin("valve-door", this::welcome);
  }

  int port() {
    return door.getLocalPort();
  }

  void shut() {
    turn(true);
  }

  void open() {
    turn(false);
  }

  @Override
  public void close() throws IOException {
    open();
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void turn(boolean toShut) {
    synchronized (turned) {
      shut = toShut;
      turned.notifyAll();
    }
  }

  private void welcome() throws IOException {
    while (true) {
      Socket caller = kept(door.accept());
      Socket server = kept(new Socket(behind.getAddress(), behind.getPort()));
      begin("valve-in", () -> pass(caller.getInputStream(), server.getOutputStream()));
      begin("valve-out", () -> pass(server.getInputStream(), caller.getOutputStream()));
    }
  }

  private Socket kept(Socket socket) {
    sockets.add(socket);
    return socket;
  }

  private void pass(InputStream from, OutputStream to) throws IOException, InterruptedException {
    byte[] some = new byte[8192];
    for (int read = from.read(some); read >= 0; read = from.read(some)) {
      synchronized (turned) {
        while (shut) {
          turned.wait();
        }
      }
      to.write(some, 0, read);
      to.flush();
    }
    to.close();
  }

  private static void begin(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                if (!(closed instanceof java.net.SocketException)) {
                  throw new UncheckedIOException(closed);
                }
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }
}
