package org.cocreation.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.cocreation.messaging.Intake;
import org.cocreation.testing.backing.BackingServices;
import org.cocreation.testing.backing.LostAnswers;
import org.cocreation.testing.contracts.Wiring;
import org.cocreation.testing.tokens.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationServiceTest {

  private static final String REGISTRATION = "registration.events";
  private static final String CONTACTS = "registration.contacts";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private MockMvcTester http;
  @Autowired private Environment settings;
  @Autowired private Intake arrivals;
  @Autowired private MongoTemplate store;
  @Autowired private MailServer mails;
  private final JsonMapper json = JsonMapper.shared();
  private final Wire wire = new Wire(BackingServices.bootstrapServers(), "notification.events");
  private String programme = "";
  private int revision;

  @AfterAll
  void leave() {
    wire.close();
  }

  @BeforeEach
  void aProgrammeOfItsOwn() {
    programme = "p-" + UUID.randomUUID();
    revision = 0;
    setProgramme(Instant.parse("2020-02-13T16:30:00Z"));
  }

  private void setProgramme(Instant... starts) {
    StringBuilder sessions = new StringBuilder();
    for (int i = 0; i < starts.length; i++) {
      sessions
          .append(i == 0 ? "" : ",")
          .append(
              """
          {"sessionId":"webinar-%d","number":%d,"title":{"en":"Webinar %d"},"startsAt":"%s","durationMinutes":90,
           "status":"planned","venue":{"name":"BTEC","place":"Belize City","seats":40},"room":{"url":"https://rooms.example/%d"},
           "topics":[],"presenters":[],"materials":[]}"""
                  .formatted(
                      i + 1, i + 1, i + 1, starts[i].truncatedTo(ChronoUnit.SECONDS), i + 1));
    }
    revision++;
    wire.send(
        REGISTRATION,
        "registration.programme-set",
        programme,
        """
        {"programmeId":"%s","revision":%d,"title":{"en":"Open Belize"},"timeZone":"America/Belize","status":"open",
         "rules":{"attendedShare":0.6667,"leadMinutes":15,"tailMinutes":15},"signatories":[],"organisers":["Trust"],"sessions":[%s]}"""
            .formatted(programme, revision, sessions));
  }

  private String registered(String choices, boolean reachable) {
    String registration = UUID.randomUUID().toString();
    wire.send(
        REGISTRATION,
        "registration.registered",
        registration,
        """
        {"registrationId":"%s","programmeId":"%s","registeredAt":"2020-02-01T10:00:00Z","linkHash":"00","sealedLink":"%s",
         "sector":"public","district":"Cayo","choices":[%s]}"""
            .formatted(
                registration, programme, sealed("token-" + registration, registration), choices));
    if (reachable) {
      contact(registration);
    }
    return registration;
  }

  private String registered() {
    return registered("{\"sessionId\":\"webinar-1\",\"mode\":\"online\",\"place\":\"seat\"}", true);
  }

  private void contact(String registration) {
    wire.send(
        CONTACTS,
        "registration.contact",
        registration,
        """
        {"registrationId":"%s","programmeId":"%s","revision":1,"name":"Ana Peña","email":"%s","language":"es"}"""
            .formatted(registration, programme, address(registration)));
  }

  private static String address(String registration) {
    return registration + "@example.org";
  }

  private static String sealed(String token, String registration) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(new byte[32], "AES"),
          new GCMParameterSpec(128, new byte[12]));
      cipher.updateAAD(registration.getBytes(StandardCharsets.UTF_8));
      byte[] body = cipher.doFinal(token.getBytes(StandardCharsets.UTF_8));
      byte[] whole = new byte[12 + body.length];
      System.arraycopy(body, 0, whole, 12, body.length);
      return Base64.getEncoder().encodeToString(whole);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private List<MimeMessage> awaitMails(String registration, int count) {
    return await()
        .atMost(PATIENCE)
        .until(() -> mails.to(address(registration)), found -> found.size() >= count);
  }

  private static List<String> subjects(List<MimeMessage> all) {
    return all.stream().map(NotificationServiceTest::subject).toList();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String source(MimeMessage mail) throws MessagingException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    mail.writeTo(out);
    return out.toString(StandardCharsets.UTF_8).replace("=\r\n", "");
  }

  private JsonNode deliveries(String query) {
    return read(
        get("/api/notification/programmes/" + programme + "/deliveries" + query, coordinator()));
  }

  private MvcTestResult get(String path, String authorization) {
    return http.get().uri(path).header("Authorization", authorization).exchange();
  }

  private JsonNode read(MvcTestResult result) {
    return json.readTree(result.getResponse().getContentAsByteArray());
  }

  private static String coordinator() {
    return "Bearer " + TestTokens.coordinator();
  }

  @Test
  void whoRegistersGetsOneEmailWithTheLinkAndAnInvitation() throws Exception {
    String ana = registered();
    String source = source(awaitMails(ana, 1).get(0));
    assertThat(source)
        .contains("/me/token-" + ana, "METHOD:PUBLISH", "SEQUENCE:", "text/html", "text/plain");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(wire.heardAbout(ana).map(Wire.Heard::type))
                    .containsExactly("org.cocreation.notification.email-sent.v1"));
    JsonNode listed = deliveries("?state=sent&registration=" + ana);
    assertThat(listed.path("items")).hasSize(1);
    assertThat(listed.path("items").get(0).path("template").asString()).isEqualTo("registered");
    assertThat(listed.toString()).doesNotContain("example.org", "Peña");
  }

  @Test
  void theSameEventTwiceIsOneEmail() {
    String ana = registered();
    String body =
        """
        {"registrationId":"%s","programmeId":"%s","serial":"7K3M-Q9TF-X2HD","issuedAt":"2020-02-28T15:00:00Z",
         "rule":{"en":"r","es":"r"},"evidence":[]}"""
            .formatted(ana, programme);
    String id = wire.send("certificate.events", "certificate.certificate-issued", ana, body);
    wire.send(id, "certificate.events", "certificate.certificate-issued", ana, body);
    wire.send(
        "certificate.events",
        "certificate.certificate-revoked",
        ana,
        """
        {"registrationId":"%s","programmeId":"%s","serial":"7K3M-Q9TF-X2HD","revokedAt":"2020-02-29T15:00:00Z",
         "reason":{"en":"why","es":"porque no"}}"""
            .formatted(ana, programme));
    awaitMails(ana, 3);
    await().during(Duration.ofSeconds(1)).until(() -> mails.to(address(ana)).size() == 3);
    assertThat(subjects(mails.to(address(ana))))
        .containsExactlyInAnyOrder(
            "Inscripción confirmada: Open Belize",
            "Su certificado: Open Belize",
            "Se ha revocado su certificado: Open Belize");
  }

  @Test
  void whoCanNoLongerCompleteIsToldAndToldAgainWhenTheyCan() throws Exception {
    setProgramme(Instant.parse("2020-02-13T16:30:00Z"), Instant.parse("2020-02-20T16:30:00Z"));
    String ana = registered();
    awaitMails(ana, 1);
    String out =
        """
        {"registrationId":"%s","programmeId":"%s","at":"2020-02-13T22:00:00Z",
         "missed":[{"sessionId":"webinar-1","why":{"en":"42 minutes","es":"42 de 90 minutos."}}],
         "openSessionIds":["webinar-2"],"explanation":{"en":"e","es":"e"}}"""
            .formatted(ana, programme);
    String id = wire.send("certificate.events", "certificate.completion-out-of-reach", ana, out);
    wire.send(id, "certificate.events", "certificate.completion-out-of-reach", ana, out);
    wire.send(
        "certificate.events",
        "certificate.completion-within-reach",
        ana,
        """
        {"registrationId":"%s","programmeId":"%s","at":"2020-02-14T22:00:00Z","verdict":"open",
         "openSessionIds":["webinar-2"],"unsettledSessionIds":[],"reason":{"en":"r","es":"Tras una corrección"}}"""
            .formatted(ana, programme));
    awaitMails(ana, 3);
    await().during(Duration.ofSeconds(1)).until(() -> mails.to(address(ana)).size() == 3);
    assertThat(subjects(mails.to(address(ana))))
        .containsExactlyInAnyOrder(
            "Inscripción confirmada: Open Belize",
            "Ya no podrá recibir el certificado: Open Belize",
            "El certificado vuelve a estar a su alcance: Open Belize");
    MimeMessage told =
        mails.to(address(ana)).stream()
            .filter(mail -> subject(mail).startsWith("Ya no"))
            .findFirst()
            .orElseThrow();
    assertThat(source(told)).contains("42 de 90 minutos.", "Webinar 2", "/me/token-" + ana);
  }

  @Test
  void aContactThatComesLateHoldsNobodyUp() {
    String late =
        registered("{\"sessionId\":\"webinar-1\",\"mode\":\"online\",\"place\":\"seat\"}", false);
    awaitMails(registered(), 1);
    await()
        .atMost(PATIENCE)
        .until(() -> deliveries("?state=waiting-for-contact").path("items").size() == 1);
    contact(late);
    awaitMails(late, 1);
  }

  @Test
  void nothingIsLostWhileTheMailServerIsAwayAndTheQueueDrainsWhenItIsBack() throws Exception {
    String waiting = "cocreation_mail_waiting{awaited=\"mail-server\"";
    double before = figure(waiting);
    mails.leave();
    try {
      String ana = registered();
      String ben = registered();
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                JsonNode items = deliveries("?state=queued").path("items");
                return items.size() == 2
                    && items.get(0).path("reason").asString("").contains("mail server is away");
              });
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(figure(waiting)).isEqualTo(before + 2);
                assertThat(figure("cocreation_mail_oldest_age_seconds{")).isPositive();
                assertThat(figure("resilience4j_circuitbreaker_state{", "state=\"open\"")).isOne();
              });
      assertThat(wire.heardAbout(ana)).isEmpty();
      mails.comeBack();
      awaitMails(ana, 1);
      awaitMails(ben, 1);
      assertThat(deliveries("?state=sent").path("items").get(0).path("attempts").asInt()).isZero();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(figure(waiting)).isEqualTo(before);
                assertThat(figure("cocreation_mail_oldest_age_seconds{")).isZero();
                assertThat(figure("resilience4j_circuitbreaker_state{", "state=\"open\"")).isZero();
              });
    } finally {
      mails.leave();
      mails.comeBack();
    }
  }

  /** The value of the figure whose line has these parts. */
  private double figure(String... parts) throws IOException {
    String figures =
        http.get()
            .uri("/actuator/prometheus")
            .exchange()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    return figures
        .lines()
        .filter(line -> List.of(parts).stream().allMatch(line::contains))
        .filter(line -> !line.startsWith("#"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .max()
        .orElseThrow();
  }

  @Test
  void remindsOfASessionThatIsNearAndTellsThatItMoved() {
    setProgramme(Instant.now().plus(Duration.ofDays(3)));
    String ana = registered();
    awaitMails(ana, 1);
    setProgramme(Instant.now().plus(Duration.ofMinutes(59)));
    awaitMails(ana, 3);
    assertThat(subjects(mails.to(address(ana))))
        .anyMatch(subject -> subject.startsWith("Nuevo horario: Webinar 1"))
        .anyMatch(subject -> subject.startsWith("Empieza pronto: Webinar 1"))
        .noneMatch(subject -> subject.startsWith("Recordatorio"));
  }

  @Test
  void tellsEverybodyThatThePlanIsPublished() {
    List<String> people =
        List.of(registered(), registered(), registered(), registered(), registered());
    people.forEach(person -> awaitMails(person, 1));
    wire.send(
        "submission.events",
        "submission.plan-published",
        programme,
        """
        {"programmeId":"%s","planVersion":1,"title":{"en":"Plan 2020"},"publishedAt":"2020-06-01T10:00:00Z",
         "commitments":[{"commitmentId":"c-1","number":"C-1","title":"Open budgets","derivesFrom":["n-1"]}]}"""
            .formatted(programme));
    people.forEach(person -> awaitMails(person, 2));
    assertThat(deliveries("?template=plan-published").path("items")).hasSize(5);
  }

  @Test
  void erasureDropsWhatIsNotSent() {
    mails.leave();
    String ana = registered();
    await().atMost(PATIENCE).until(() -> deliveries("").path("items").size() == 1);
    wire.send(CONTACTS, "registration.contact", ana, null);
    await()
        .atMost(PATIENCE)
        .until(() -> deliveries("?state=dropped&registration=" + ana).path("items").size() == 1);
    mails.comeBack();
    awaitMails(registered(), 1);
    assertThat(mails.to(address(ana))).isEmpty();
  }

  @Test
  void anImpossibleAddressFailsAndIsRetriedByACoordinator() {
    String ana =
        registered("{\"sessionId\":\"webinar-1\",\"mode\":\"online\",\"place\":\"seat\"}", false);
    wire.send(
        CONTACTS,
        "registration.contact",
        ana,
        """
        {"registrationId":"%s","programmeId":"%s","revision":1,"name":"Ana","email":"a@b@example.org","language":"en"}"""
            .formatted(ana, programme));
    await().atMost(PATIENCE).until(() -> deliveries("?state=failed").path("items").size() == 1);
    JsonNode failed = deliveries("?state=failed").path("items").get(0);
    String path = "/api/notification/deliveries/" + failed.path("deliveryId").asString();
    assertThat(failed.path("reason").asString()).doesNotContain("@");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(wire.heardAbout(ana).map(Wire.Heard::body))
                    .anyMatch(body -> body.contains("\"final\":true")));
    wire.send(
        CONTACTS,
        "registration.contact",
        ana,
        """
        {"registrationId":"%s","programmeId":"%s","revision":2,"name":"Ana","email":"%s","language":"en"}"""
            .formatted(ana, programme, address(ana)));
    AtomicReference<String> accepted = new AtomicReference<>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              String key = UUID.randomUUID().toString();
              if (retried(path, key).getResponse().getStatus() == 202) {
                accepted.set(key);
              }
              return !mails.to(address(ana)).isEmpty();
            });
    await()
        .atMost(PATIENCE)
        .until(() -> read(get(path, coordinator())).path("state").asString("").equals("sent"));
    assertThat(retried(path, UUID.randomUUID().toString())).hasStatus(409);
    LostAnswers.of(store.getDb());
    assertThat(retried(path, Objects.requireNonNull(accepted.get())))
        .as("asked again, for the answer was lost")
        .hasStatus(202);
  }

  private MvcTestResult retried(String path, String key) {
    return http.post()
        .uri(path + "/retry")
        .header("Authorization", coordinator())
        .header("Idempotency-Key", key)
        .exchange();
  }

  @Test
  void aBadRecordAmongGoodOnesHoldsNobodyUp() {
    wire.send("submission.events", "submission.note-submitted", "n-1", "{broken");
    wire.send("submission.events", "submission.note-submitted", "n-2", null);
    wire.send("submission.events", "submission.brand-new", "n-3", "{}");
    awaitMails(registered(), 1);
  }

  @Test
  void refusesWhoMayNotAsk() {
    String list = "/api/notification/programmes/" + programme + "/deliveries";
    assertThat(http.get().uri(list).exchange()).hasStatus(401);
    assertThat(get(list, "Bearer " + TestTokens.committee())).hasStatus(403);
    assertThat(get(list + "?state=maybe", coordinator())).hasStatus(400);
    assertThat(get("/api/notification/deliveries/d-none", coordinator())).hasStatus(404);
    assertThat(
            http.post()
                .uri("/api/notification/deliveries/d-none/retry")
                .header("Authorization", coordinator())
                .exchange())
        .hasStatus(404);
  }

  @Test
  void describesItselfAndIsWiredAsDeclared() throws Exception {
    String document =
        http.get()
            .uri("/v3/api-docs")
            .exchange()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(document)
        .contains("/api/notification/deliveries/{deliveryId}/retry", "reminder-day");
    Wiring.of("notification")
        .assertReceives(
            Wiring.destinations(settings), arrivals.types(), arrivals.tombstoneTopics());
  }
}
