package org.cocreation.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cocreation.embedded.mailbox.EmbeddedMailbox;
import org.cocreation.proof.faults.MailGate.Mood;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a client of the mail server hears in each of its moods, and what arrives. */
@Timeout(60)
class MailGateTest {

  @Test
  void eachMoodIsWhatItSaysAndOnlyWhatIsTakenArrives(@TempDir Path directory) throws IOException {
    try (EmbeddedMailbox mailbox = EmbeddedMailbox.start(directory);
        MailGate gate = new MailGate(0, mailbox.smtpPort())) {
      assertThat(mailed(gate, "one")).startsWith("250");
      gate.mood(Mood.REFUSES_FOR_NOW);
      assertThat(mailed(gate, "two")).startsWith("451");
      gate.mood(Mood.REFUSES);
      assertThat(mailed(gate, "three")).startsWith("550");
      gate.mood(Mood.DROPS_AFTER_DATA);
      assertThat(mailed(gate, "four")).as("the answer is lost, once").isNull();
      assertThat(mailed(gate, "four")).startsWith("250");
      gate.mood(Mood.HANGS);
      Thread patient = new Thread(() -> hangs(gate));
      patient.start();
      await().until(() -> gate.met(Mood.HANGS) == 1);
      gate.mood(Mood.OPEN);
      await().until(() -> !patient.isAlive());
      assertThat(mailed(gate, "six")).startsWith("250");

      assertThat(gate.met(Mood.REFUSES_FOR_NOW)).isEqualTo(1);
      assertThat(gate.met(Mood.REFUSES)).isEqualTo(1);
      assertThat(gate.met(Mood.DROPS_AFTER_DATA)).isEqualTo(1);
      await().until(() -> arrived(directory) == 4);
    }
  }

  private static void hangs(MailGate gate) {
    try {
      assertThat(mailed(gate, "five")).isNull();
    } catch (IOException broken) {
      // So it ends too.
    }
  }

  private static long arrived(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(file -> file.toString().endsWith(".eml")).count();
    }
  }

  /** The answer to one e-mail; null when the connection ended in its place. */
  private static @Nullable String mailed(MailGate gate, String id) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gate.port())) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      in.readLine();
      say(socket, in, "HELO client.example");
      say(socket, in, "MAIL FROM:<a@load.example>");
      String recipient = say(socket, in, "RCPT TO:<b@load.example>");
      if (recipient == null || !recipient.startsWith("250")) {
        return recipient;
      }
      say(socket, in, "DATA");
      return say(socket, in, "Subject: s\r\nMessage-ID: <" + id + "@x>\r\n\r\ntext\r\n.");
    }
  }

  private static @Nullable String say(Socket socket, BufferedReader in, String line)
      throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    return in.readLine();
  }
}
