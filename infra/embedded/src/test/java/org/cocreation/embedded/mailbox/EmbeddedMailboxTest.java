package org.cocreation.embedded.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.cocreation.embedded.ChildJvm;
import org.cocreation.embedded.mailbox.EmbeddedMailbox.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class EmbeddedMailboxTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Limits LIMITS = new Limits(5, 1 << 20, 200_000);

  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path directory;

  @SuppressWarnings("NullAway.Init")
  private EmbeddedMailbox mailbox;

  @BeforeEach
  void start() {
    mailbox = EmbeddedMailbox.start(directory, 0, 0, LIMITS);
  }

  @AfterEach
  void stop() {
    mailbox.close();
  }

  @Test
  void showsAMessageInBothLanguagesOfMailWithItsAttachments() throws Exception {
    sendMixed("ana@mail.example", "Inscripción recibida ✓");

    JsonNode list = json("/api/messages?to=ANA@mail.example");
    assertThat(list.at("/items/0/subject").asString()).isEqualTo("Inscripción recibida ✓");
    JsonNode message = json("/api/messages/" + list.at("/items/0/id").asString());
    assertThat(message.get("text").asString()).contains("Señora Ana: https://site.example/me/abc");
    assertThat(message.get("html").asString()).contains("<b>Señora Ana</b>");
    assertThat(message.at("/attachments/0/name").asString()).isEqualTo("invitación.ics");
    assertThat(message.at("/attachments/0/type").asString()).isEqualTo("text/calendar");
    assertThat(get(message.at("/attachments/0/href").asString()).body())
        .isEqualTo("BEGIN:VCALENDAR");
    assertThat(message.get("headers").toString()).contains("Delivered-To", "Message-ID");
    assertThat(message.get("to").get(0).asString()).isEqualTo("ana@mail.example");
  }

  @Test
  void rendersPagesThatRunNothingThatAMessageBrings() throws Exception {
    deliver(
        "x@mail.example",
        "Subject: <script>alert(1)</script>\r\n"
            + "Content-Type: text/html\r\n\r\n"
            + "<p onclick=alert(2)>Hello</p><script>alert(3)</script>"
            + "<img src=cid:logo@x><a href='javascript:alert(4)'>no</a>"
            + "<a href='https://site.example/me/1'>yes</a>\r\n");
    String id = json("/api/messages").at("/items/0/id").asString();

    assertThat(get("/").body()).contains("&lt;script&gt;").doesNotContain("<script");
    assertThat(get("/messages/" + id).body())
        .contains("sandbox=", "&lt;script&gt;")
        .doesNotContain("<script");
    HttpResponse<String> html = get("/messages/" + id + "/html");
    assertThat(html.body())
        .contains("Hello", "https://site.example/me/1", "/messages/" + id + "/inline/logo")
        .doesNotContain("script", "onclick", "javascript:");
    assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("sandbox ")
        .doesNotContain("allow-scripts");
  }

  @Test
  void pagesThroughMessagesInOrderOfArrival() throws Exception {
    for (int i = 1; i <= 4; i++) {
      deliver("p@mail.example", "Subject: number " + i + "\r\n\r\ntext\r\n");
    }
    JsonNode first = json("/api/messages?limit=3");
    assertThat(subjects(first)).containsExactly("number 1", "number 2", "number 3");
    JsonNode second = json("/api/messages?limit=3&after=" + first.get("next").asString());
    assertThat(subjects(second)).containsExactly("number 4");
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(subjects(json("/api/messages?order=newest&limit=1"))).containsExactly("number 4");
  }

  @Test
  void searchesByRecipientAndSubject() throws Exception {
    deliver("ana@mail.example", "Subject: Welcome\r\n\r\n\r\n");
    deliver("joana@mail.example", "Subject: Goodbye\r\n\r\n\r\n");

    assertThat(subjects(json("/api/messages?to=ana@mail.example"))).containsExactly("Welcome");
    assertThat(get("/?q=GOODBYE").body()).contains("Goodbye").doesNotContain("Welcome");
    assertThat(get("/?q=joana").body()).contains("Goodbye").doesNotContain("Welcome");
  }

  @Test
  void keepsTheNewestWithinItsNumberAndSize() throws Exception {
    for (int i = 1; i <= 7; i++) {
      deliver("p@mail.example", "Subject: number " + i + "\r\n\r\ntext\r\n");
    }
    assertThat(subjects(json("/api/messages")))
        .containsExactly("number 3", "number 4", "number 5", "number 6", "number 7");
    for (int i = 1; i <= 5; i++) {
      deliver("p@mail.example", "Subject: long " + i + "\r\n\r\n" + "x\r\n".repeat(60_000));
    }
    mailbox.close();
    mailbox = EmbeddedMailbox.start(directory, 0, 0, new Limits(5, 400_000, 200_000));
    assertThat(subjects(json("/api/messages"))).containsExactly("long 4", "long 5");
  }

  @Test
  void givesNoIdTwiceAfterDeletionAndRestart() throws Exception {
    deliver("p@mail.example", "Subject: first\r\n\r\n\r\n");
    String before = json("/api/messages").at("/items/0/id").asString();
    HttpResponse<String> deleted =
        http.send(request("/api/messages").DELETE().build(), HttpResponse.BodyHandlers.ofString());
    assertThat(deleted.statusCode()).isEqualTo(204);
    assertThat(subjects(json("/api/messages"))).isEmpty();
    mailbox.close();
    mailbox = EmbeddedMailbox.start(directory, 0, 0, LIMITS);
    deliver("p@mail.example", "Subject: second\r\n\r\n\r\n");
    assertThat(subjects(json("/api/messages?after=" + before))).containsExactly("second");
  }

  @Test
  void aMessageCannotAddRecipientsByItsOwnHeaders() throws Exception {
    deliver("real@mail.example", "Delivered-To: other@mail.example\r\nSubject: s\r\n\r\n\r\n");
    mailbox.close();
    mailbox = EmbeddedMailbox.start(directory, 0, 0, LIMITS);
    assertThat(json("/api/messages").at("/items/0/to").toString())
        .isEqualTo("[\"real@mail.example\"]");
  }

  @Test
  void losesNoAcknowledgedMessageWhenItsProcessIsKilled(@TempDir Path kept) throws Exception {
    int smtp = freePort();
    try (ChildJvm process =
        ChildJvm.start(
            MailboxProcess.class,
            "--dir",
            kept.toString(),
            "--smtp-port",
            "" + smtp,
            "--web-port",
            "0")) {
      org.awaitility.Awaitility.await()
          .atMost(java.time.Duration.ofSeconds(30))
          .until(() -> process.output().contains("Taking mail"));
      for (int i = 0; i < 50; i++) {
        deliverTo(smtp, "p@mail.example", "Subject: number " + i + "\r\n\r\n\r\n");
      }
      process.kill();
    }
    try (EmbeddedMailbox again = EmbeddedMailbox.start(kept)) {
      assertThat(new MessageStoreView(kept).size()).isEqualTo(50);
      assertThat(again.webPort()).isPositive();
    }
  }

  @Test
  void endsAMessageOnlyAtALineThatIsASingleDot() throws Exception {
    deliver("p@mail.example", "Subject: dots\r\n\r\n..two\r\nbare\n.\nMAIL FROM:<evil@x>\r\n");
    JsonNode list = json("/api/messages");
    assertThat(list.get("items").size()).isEqualTo(1);
    assertThat(json("/api/messages/" + list.at("/items/0/id").asString()).get("text").asString())
        .startsWith(".two\r\nbare")
        .contains("MAIL FROM:<evil@x>");
  }

  @Test
  void refusesWhatIsOutOfOrderOrTooLargeAndGoesOn() throws Exception {
    try (Smtp smtp = new Smtp(mailbox.smtpPort())) {
      assertThat(smtp.say("RCPT TO:<a@b>")).startsWith("503");
      assertThat(smtp.say("NONSENSE")).startsWith("502");
      assertThat(smtp.say("x".repeat(5000))).startsWith("500");
      assertThat(smtp.say("MAIL FROM:<a@b> SIZE=900000")).startsWith("552");
      assertThat(smtp.say("MAIL FROM:<a@b>")).startsWith("250");
      assertThat(smtp.say("RCPT TO:<no-domain>")).startsWith("501");
      assertThat(smtp.say("RCPT TO:<c@d>")).startsWith("250");
      assertThat(smtp.say("DATA")).startsWith("354");
      assertThat(smtp.say("x".repeat(300_000) + "\r\n.")).startsWith("552");
      smtp.message("a@b", "c@d", "Subject: after all that\r\n\r\n\r\n");
    }
    assertThat(subjects(json("/api/messages"))).containsExactly("after all that");
  }

  @Test
  void tellsTheSenderToTryAgainWhenAMessageCannotBeKept() throws Exception {
    SmtpListener broken =
        new SmtpListener(
            0,
            1000,
            (envelope, message) -> {
              throw new IOException("No space left on device");
            });
    try (broken;
        Smtp smtp = new Smtp(broken.port())) {
      smtp.say("MAIL FROM:<a@b>");
      smtp.say("RCPT TO:<c@d>");
      smtp.say("DATA");
      assertThat(smtp.say("Subject: x\r\n\r\n.")).startsWith("451");
    }
  }

  @Test
  void answersUnknownMessagesAndWrongRequestsWithProblems() throws Exception {
    assertThat(get("/api/messages/nope").statusCode()).isEqualTo(404);
    assertThat(get("/api/messages?limit=0").statusCode()).isEqualTo(400);
    assertThat(get("/api/messages?limit=0").body()).contains("from 1 to 500");
    assertThat(get("/messages/../../etc/passwd").statusCode()).isEqualTo(404);
  }

  @Test
  void answersNoPageThatCallsThisMachineByAnotherName() throws Exception {
    deliver("p@mail.example", "Subject: private\r\n\r\n\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), mailbox.webPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /api/messages HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).contains(" 403 ").doesNotContain("private");
    }
    HttpResponse<String> foreign =
        http.send(
            request("/messages/deletion")
                .header("Origin", "http://evil.example")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(subjects(json("/api/messages"))).containsExactly("private");
  }

  @Test
  void namesThePortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> EmbeddedMailbox.start(directory, port, 0, LIMITS))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("" + port);
      assertThatThrownBy(() -> EmbeddedMailbox.start(directory, 0, port, LIMITS))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("" + port);
    }
  }

  private static List<String> subjects(JsonNode list) {
    return list.get("items").valueStream().map(m -> m.get("subject").asString()).toList();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + mailbox.webPort() + path));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private void deliver(String to, String message) throws IOException {
    deliverTo(mailbox.smtpPort(), to, message);
  }

  private static void deliverTo(int port, String to, String message) throws IOException {
    try (Smtp smtp = new Smtp(port)) {
      smtp.message("platform@site.example", to, message);
    }
  }

  private void sendMixed(String to, String subject) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "localhost");
    properties.put("mail.smtp.port", mailbox.smtpPort());
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("platform@site.example"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, "UTF-8");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("Señora Ana: https://site.example/me/abc", "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText("<b>Señora Ana</b>", "UTF-8", "html");
    MimeBodyPart bodies = new MimeBodyPart();
    bodies.setContent(new MimeMultipart("alternative", text, html));
    MimeBodyPart calendar = new MimeBodyPart();
    calendar.setText("BEGIN:VCALENDAR", "UTF-8", "calendar");
    calendar.setFileName("invitación.ics");
    calendar.setDisposition(MimeBodyPart.ATTACHMENT);
    message.setContent(new MimeMultipart("mixed", bodies, calendar));
    Transport.send(message);
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /** How many messages a directory holds. */
  private record MessageStoreView(Path directory) {
    int size() throws IOException {
      try (var files = java.nio.file.Files.list(directory)) {
        return (int) files.filter(f -> f.toString().endsWith(".eml")).count();
      }
    }
  }

  /** A sender that types its commands. */
  private static final class Smtp implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;

    Smtp(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      in.readLine();
    }

    String say(String line) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      String answer = in.readLine();
      while (answer != null && answer.length() > 3 && answer.charAt(3) == '-') {
        answer = in.readLine();
      }
      return String.valueOf(answer);
    }

    void message(String from, String to, String message) throws IOException {
      assertThat(say("EHLO test")).startsWith("250");
      assertThat(say("MAIL FROM:<" + from + ">")).startsWith("250");
      assertThat(say("RCPT TO:<" + to + ">")).startsWith("250");
      assertThat(say("DATA")).startsWith("354");
      assertThat(say(message + ".")).startsWith("250");
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
