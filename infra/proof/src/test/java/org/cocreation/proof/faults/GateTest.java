package org.cocreation.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.cocreation.proof.faults.Gate.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gate in front of a server that says back what it is told. */
class GateTest {

  private ServerSocket server;
  private Gate gate;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread echo = new Thread(this::echo);
    echo.setDaemon(true);
    echo.start();
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    gate = new Gate(port, server.getLocalPort(), 7);
  }

  @AfterEach
  void close() throws IOException {
    gate.close();
    server.close();
  }

  @Test
  void letsThroughWhatPasses() throws IOException {
    try (Socket client = client()) {
      assertThat(said(client, 42)).isEqualTo(42);
    }
  }

  @Test
  void refusesConnectionsAndEndsThoseThatWereOpenWhileItIsAway() throws IOException {
    try (Socket client = client()) {
      assertThat(said(client, 1)).isEqualTo(1);
      gate.trouble(Trouble.AWAY);
      assertThatThrownBy(() -> end(said(client, 2))).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> client().close()).isInstanceOf(IOException.class);
    }
    gate.trouble(Trouble.NONE);
    try (Socket client = client()) {
      assertThat(said(client, 3)).isEqualTo(3);
    }
  }

  @Test
  void swallowsEverythingAndKeepsConnectionsOpenAsABlackHole() throws IOException {
    try (Socket client = client()) {
      gate.trouble(Trouble.BLACK_HOLE);
      client.setSoTimeout(200);
      assertThatThrownBy(() -> said(client, 1)).isInstanceOf(SocketTimeoutException.class);
      gate.trouble(Trouble.NONE);
      assertThatThrownBy(() -> end(said(client, 2))).isInstanceOf(IOException.class);
    }
  }

  @Test
  void resetsAConnectionInTheMiddleOfWhatItCarries() throws IOException {
    gate.trouble(Trouble.RESETS);
    try (Socket client = client()) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 600_000; i++) {
                  end(said(client, i & 0x7F));
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void losesAnAnswerThoughItsRequestArrived() throws IOException {
    gate.trouble(Trouble.ANSWER_LOST);
    try (Socket client = client()) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100; i++) {
                  end(said(client, i));
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void leavesWhatWasOpenOpenAndSilentAndLetsNewConnectionsThroughWhenHalfOpen() throws IOException {
    try (Socket client = client()) {
      assertThat(said(client, 1)).isEqualTo(1);
      gate.trouble(Trouble.HALF_OPEN);
      client.setSoTimeout(200);
      assertThatThrownBy(() -> said(client, 2)).isInstanceOf(SocketTimeoutException.class);
      try (Socket another = client()) {
        assertThat(said(another, 3)).isEqualTo(3);
      }
      gate.trouble(Trouble.NONE);
      assertThatThrownBy(() -> said(client, 4)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private Socket client() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), gate.port());
  }

  private static int said(Socket client, int what) throws IOException {
    client.getOutputStream().write(what);
    return client.getInputStream().read();
  }

  private static void end(int read) throws IOException {
    if (read < 0) {
      throw new IOException("the end of the stream");
    }
  }

  private void echo() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread one = new Thread(() -> echo(socket));
        one.setDaemon(true);
        one.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void echo(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      int read = in.read();
      while (read >= 0) {
        socket.getOutputStream().write(read);
        read = in.read();
      }
    } catch (IOException broken) {
      // As the test wants it.
    }
  }
}
