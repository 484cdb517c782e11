package org.cocreation.notification.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.cocreation.notification.domain.Contact;
import org.cocreation.notification.domain.Language;
import org.cocreation.notification.domain.Letter;
import org.cocreation.notification.domain.Postbox.Posted;
import org.cocreation.notification.domain.Template;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpPostboxTest {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static JavaMailSenderImpl to(int port) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender.setDefaultEncoding("UTF-8");
    sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "2000");
    sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "1000");
    return sender;
  }

  private static SmtpPostbox postbox(int port, Duration longest) {
    return postbox(to(port), longest);
  }

  private static SmtpPostbox postbox(JavaMailSenderImpl server, Duration longest) {
    CircuitBreaker breaker =
        CircuitBreaker.of(
            "smtp",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(4)
                .minimumNumberOfCalls(2)
                .waitDurationInOpenState(Duration.ofMinutes(5))
                .build());
    return new SmtpPostbox(server, Letters.writer(), breaker, longest);
  }

  private SmtpPostbox postbox() {
    return postbox(server.getSmtp().getPort(), Duration.ofMinutes(1));
  }

  private static Letter addressed(String id, String email) {
    Letter letter = Letters.letter(Template.NOTE_RECEIVED, Language.EN);
    return new Letter(
        id,
        letter.template(),
        letter.facts(),
        new Contact("Somebody", email, Language.EN),
        letter.recipient(),
        letter.programme());
  }

  @Test
  void postsEveryTemplateInBothLanguagesAsTextAndHtml() throws Exception {
    List<Letter> letters = new ArrayList<>();
    for (Template template : Template.values()) {
      for (Language language : Language.values()) {
        letters.add(Letters.letter(template, language));
      }
    }
    Map<String, Posted> posted = postbox().post(letters);
    assertThat(posted.values()).allMatch(Posted.Taken.class::isInstance);
    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(letters.size());
    Path folder = Path.of("target", "mails");
    Files.createDirectories(folder);
    for (int i = 0; i < received.length; i++) {
      Letter letter = letters.get(i);
      MimeMessage mail = received[i];
      assertThat(mail.getMessageID()).isEqualTo("<" + letter.deliveryId() + "@cocreation.example>");
      assertThat(mail.getHeader("Content-Language")).containsExactly(letter.language().code());
      assertThat(mail.getAllRecipients()[0].toString()).contains("ana.pena@example.org");
      String html = part(mail, "text/html");
      assertThat(html).contains("<h1", "lang=\"" + letter.language().code() + "\"", Letters.TOKEN);
      assertThat(part(mail, "text/plain")).contains("Ana María Peña");
      String name = letter.template().code() + "-" + letter.language().code();
      Files.writeString(folder.resolve(name + ".html"), html);
      ByteArrayOutputStream raw = new ByteArrayOutputStream();
      mail.writeTo(raw);
      Files.write(folder.resolve(name + ".eml"), raw.toByteArray());
      if (letter.template() == Template.REGISTERED) {
        assertThat(part(mail, "text/calendar")).contains("METHOD:PUBLISH");
        assertThat(raw.toString(StandardCharsets.UTF_8))
            .contains("method=PUBLISH", "webinar-1.ics");
      }
    }
  }

  private static String part(MimeMessage mail, String type) throws Exception {
    String found = find(mail.getContent(), type);
    assertThat(found).as(type).isNotEmpty();
    return found;
  }

  private static String find(Object content, String type) throws Exception {
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart part = parts.getBodyPart(i);
        if (part.isMimeType(type)) {
          return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        if (part.isMimeType("multipart/*")) {
          String inside = find(part.getContent(), type);
          if (!inside.isEmpty()) {
            return inside;
          }
        }
      }
    }
    return "";
  }

  @Test
  void namesWithSignsOfMarkupStayText() throws Exception {
    Letter letter = addressed("d-1", "a@example.org");
    Contact odd =
        new Contact("<b>Ana</b> \"Peña\"\r\nBcc: x@example.org", "a@example.org", Language.EN);
    postbox()
        .post(
            List.of(
                new Letter(
                    "d-1",
                    letter.template(),
                    letter.facts(),
                    odd,
                    letter.recipient(),
                    letter.programme())));
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(part(mail, "text/html")).contains("&lt;b&gt;Ana&lt;/b&gt;").doesNotContain("<b>Ana");
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getHeader("Bcc")).isNull();
  }

  @Test
  void anImpossibleAddressIsRefusedForGoodAndItsNeighboursAreTaken() {
    Map<String, Posted> posted =
        postbox()
            .post(
                List.of(
                    addressed("d-1", "a@example.org"),
                    addressed("d-2", "nobody at all"),
                    addressed("d-3", "c@example.org")));
    assertThat(posted.get("d-1")).isInstanceOf(Posted.Taken.class);
    assertThat(posted.get("d-2")).isInstanceOf(Posted.Refused.class);
    assertThat(posted.get("d-3")).isInstanceOf(Posted.Taken.class);
  }

  @Test
  void aServerThatIsAwaySaysNothingAboutALetterAndIsLeftAloneForAWhile() {
    int port = server.getSmtp().getPort();
    server.stop();
    SmtpPostbox postbox = postbox(port, Duration.ofMinutes(1));
    List<Letter> two =
        List.of(addressed("d-1", "a@example.org"), addressed("d-2", "b@example.org"));
    assertThat(postbox.post(two).values()).hasSize(2).allMatch(Posted.Away.class::isInstance);
    assertThat(postbox.open()).isTrue();
    postbox.post(two);
    assertThat(postbox.open()).isFalse();
    assertThat(postbox.post(two).values()).allMatch(Posted.Away.class::isInstance);
  }

  @Test
  void leavesTheRestForLaterWhenItTakesTooLong() {
    SmtpPostbox hurried = postbox(server.getSmtp().getPort(), Duration.ZERO);
    assertThat(hurried.post(List.of(addressed("d-1", "a@example.org"))).get("d-1"))
        .isInstanceOf(Posted.Away.class);
  }

  @Test
  void tellsRefusalsForNowFromRefusalsForGood() throws Exception {
    try (Talker talker = new Talker()) {
      SmtpPostbox postbox = postbox(talker.port(), Duration.ofMinutes(1));
      Map<String, Posted> posted =
          postbox.post(
              List.of(
                  addressed("d-1", "greylisted@example.org"),
                  addressed("d-2", "gone@example.org"),
                  addressed("d-3", "fine@example.org"),
                  addressed("d-4", "hangup@example.org"),
                  addressed("d-5", "fine@example.org")));
      assertThat(posted.get("d-1"))
          .isInstanceOfSatisfying(
              Posted.Deferred.class,
              deferred ->
                  assertThat(deferred.reason()).contains("451").doesNotContain("@example.org"));
      assertThat(posted.get("d-2"))
          .isInstanceOfSatisfying(
              Posted.Refused.class,
              refused ->
                  assertThat(refused.reason()).contains("550").doesNotContain("@example.org"));
      assertThat(posted.get("d-3")).isInstanceOf(Posted.Taken.class);
      assertThat(posted.get("d-4")).isInstanceOf(Posted.Deferred.class);
      assertThat(posted.get("d-5")).isInstanceOf(Posted.Away.class);
      assertThat(talker.connections.get()).isEqualTo(1);
      assertThat(postbox.post(List.of(addressed("d-6", "busy@example.org"))).get("d-6"))
          .isInstanceOf(Posted.Away.class);
    }
  }

  /** Until what became of the letters is recorded, a crash would have them posted again. */
  @Test
  void aServerThatHasTakenTheLettersIsNotWaitedForAnyMore() throws Exception {
    try (Talker talker = new Talker()) {
      JavaMailSenderImpl patient = to(talker.port());
      patient.getJavaMailProperties().setProperty("mail.smtp.timeout", "60000");
      SmtpPostbox postbox = postbox(patient, Duration.ofMinutes(1));
      Map<String, Posted> posted =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20),
              () -> postbox.post(List.of(addressed("d-1", "silent@example.org"))));
      assertThat(posted.get("d-1")).isInstanceOf(Posted.Taken.class);
    }
  }

  /** A mail server that answers by the name before the @. */
  private static final class Talker implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    final AtomicInteger connections = new AtomicInteger();

    Talker() throws IOException {
      Thread thread = new Thread(this::serve, "talker");
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve() {
      while (!socket.isClosed()) {
        try (Socket client = socket.accept()) {
          connections.incrementAndGet();
          talk(client);
        } catch (IOException ended) {
          // The client hung up, or the test is over.
        }
      }
    }

    private static void talk(Socket client) throws IOException {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
      PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
      out.print("220 talker\r\n");
      out.flush();
      boolean hangUp = false;
      boolean silent = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String answer = "250 fine";
        if (line.contains("greylisted@")) {
          answer = "451 greylisted@example.org: try again later";
        } else if (line.contains("gone@")) {
          answer = "550 no mailbox gone@example.org here";
        } else if (line.contains("busy@")) {
          answer = "421 too busy";
        } else if (line.contains("hangup@")) {
          hangUp = true;
        } else if (line.contains("silent@")) {
          silent = true;
        } else if (line.equals("QUIT") && silent) {
          continue;
        } else if (line.equals("DATA")) {
          out.print("354 go on\r\n");
          out.flush();
          String data = in.readLine();
          while (data != null && !data.equals(".")) {
            data = in.readLine();
          }
          if (hangUp) {
            return;
          }
        } else if (line.equals("QUIT")) {
          out.print("221 bye\r\n");
          out.flush();
          return;
        }
        out.print(answer + "\r\n");
        out.flush();
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
