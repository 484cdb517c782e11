package org.cocreation.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cocreation.defaults.PersonalLinks;
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
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateServiceTest {

  private static final String REGISTRATION = "registration.events";
  private static final String ATTENDANCE = "attendance.events";
  private static final String CONTACTS = "registration.contacts";

  @Autowired private MockMvcTester http;
  @Autowired private Environment settings;
  @Autowired private Intake arrivals;
  @Autowired private MongoTemplate store;
  private final JsonMapper json = JsonMapper.shared();
  private final Wire wire = new Wire(BackingServices.bootstrapServers(), "certificate.events");
  private String programme = "";
  private int revision;
  private final Map<String, String> tokens = new HashMap<>();

  @AfterAll
  void leave() {
    wire.close();
  }

  @BeforeEach
  void aProgrammeOfItsOwn() {
    programme = "p-" + UUID.randomUUID();
    revision = 0;
    setProgramme("planned", "planned", "planned");
  }

  private void setProgramme(String... statuses) {
    StringBuilder sessions = new StringBuilder();
    for (int i = 0; i < statuses.length; i++) {
      sessions
          .append(i == 0 ? "" : ",")
          .append(
              """
          {"sessionId":"webinar-%d","number":%d,"title":{"en":"Webinar %d"},"startsAt":"2020-02-%dT16:30:00Z",
           "durationMinutes":90,"status":"%s","topics":[],"presenters":[],"materials":[]}"""
                  .formatted(i + 1, i + 1, i + 1, 13 + 7 * i, statuses[i]));
    }
    revision++;
    wire.send(
        REGISTRATION,
        "registration.programme-set",
        programme,
        """
        {"programmeId":"%s","revision":%d,"title":{"en":"Open Belize"},"timeZone":"America/Belize","status":"open",
         "rules":{"attendedShare":0.6667,"leadMinutes":15,"tailMinutes":15},
         "signatories":[{"name":"Rosa Castellanos","title":"Director"}],"organisers":["Trust for Openness"],"sessions":[%s]}"""
            .formatted(programme, revision, sessions));
  }

  private String registered(String name) {
    String registration = UUID.randomUUID().toString();
    String token = token();
    tokens.put(registration, token);
    wire.send(
        REGISTRATION,
        "registration.registered",
        registration,
        """
        {"registrationId":"%s","programmeId":"%s","registeredAt":"2020-02-01T10:00:00Z","linkHash":"%s","sealedLink":"AAAA",
         "sector":"public","district":"Cayo","choices":[]}"""
            .formatted(registration, programme, PersonalLinks.hashOf(token)));
    if (!name.isEmpty()) {
      contact(registration, name);
    }
    return registration;
  }

  private static String token() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private static boolean absent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private void contact(String registration, String name) {
    wire.send(
        CONTACTS,
        "registration.contact",
        registration,
        """
        {"registrationId":"%s","programmeId":"%s","revision":1,"name":"%s","email":"a@example.org","language":"es"}"""
            .formatted(registration, programme, name));
  }

  private void attended(String registration, int session, int version, String outcome) {
    String fact = version == 1 ? "recorded" : "corrected";
    wire.send(
        ATTENDANCE,
        "attendance.attendance-" + fact,
        registration,
        """
        {"registrationId":"%s","programmeId":"%s","sessionId":"webinar-%d","revision":%d,"outcome":"%s","mode":"online",
         "minutes":80,"requiredMinutes":60,"scheduledMinutes":90,"why":{"en":"80 of 90 minutes","es":"80 de 90 minutos"},
         "recordedAt":"2020-02-28T15:00:00Z","previousOutcome":"attended","reason":"a late list"}"""
            .formatted(registration, programme, session, version, outcome));
  }

  private String certified(String name) {
    String registration = registered(name);
    for (int session = 1; session <= 3; session++) {
      attended(registration, session, 1, "attended");
    }
    awaitCertificate(registration, "valid");
    return registration;
  }

  private JsonNode awaitCertificate(String registration, String status) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> completion(registration),
            found -> found.path("certificate").path("status").asString("").equals(status));
  }

  private JsonNode completion(String registration) {
    return read(get("/api/certificate/completions/" + registration, coordinator()));
  }

  private MvcTestResult get(String path, String authorization) {
    return http.get().uri(path).header("Authorization", authorization).exchange();
  }

  private MvcTestResult post(String path, String authorization, String body) {
    return http.post()
        .uri(path)
        .header("Authorization", authorization)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private JsonNode read(MvcTestResult result) {
    return json.readTree(result.getResponse().getContentAsByteArray());
  }

  private static String coordinator() {
    return "Bearer " + TestTokens.coordinator();
  }

  private String linkOf(String registration) {
    return "PersonalLink " + tokens.get(registration);
  }

  private JsonNode verified(String serial) {
    return read(http.get().uri("/api/certificate/verification/{s}", serial).exchange());
  }

  @Test
  void whoAttendedEverySessionGetsACertificateAndCanPrintAndVerifyIt() throws Exception {
    String ana = certified("Ana María Peña");
    JsonNode mine = read(get("/api/certificate/me", linkOf(ana)));
    assertThat(mine.path("verdict").asString()).isEqualTo("complete");
    assertThat(mine.path("explanation").path("en").asString()).isEqualTo("Attended 3 of 3.");
    String serial = mine.path("certificate").path("serial").asString();

    MvcTestResult pdf = get("/api/certificate/me/certificate.pdf", linkOf(ana));
    assertThat(pdf).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
    try (PDDocument document = Loader.loadPDF(pdf.getResponse().getContentAsByteArray())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains(
              "Ana María Peña", serial, "Certificado de finalización", "13 de febrero de 2020");
    }
    assertThat(get("/api/certificate/certificates/" + serial + ".pdf?language=en", coordinator()))
        .hasStatusOk()
        .hasHeader("Content-Language", "en");

    JsonNode verification = verified(serial.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
    assertThat(verification.path("status").asString()).isEqualTo("valid");
    assertThat(verification.path("name").asString()).isEqualTo("Ana María Peña");
    assertThat(verification.path("sessions")).hasSize(3);
    await()
        .untilAsserted(
            () ->
                assertThat(wire.heardAbout(ana).map(Wire.Heard::type))
                    .containsExactly("org.cocreation.certificate.certificate-issued.v1"));
  }

  @Test
  void aCorrectionRevokesAndAnotherReinstatesTheSameCertificate() {
    String ana = certified("Ana");
    String serial = completion(ana).path("certificate").path("serial").asString();
    attended(ana, 2, 2, "not-attended");
    awaitCertificate(ana, "revoked");
    JsonNode verification = verified(serial);
    assertThat(verification.path("status").asString()).isEqualTo("revoked");
    assertThat(verification.path("reason").path("en").asString())
        .isEqualTo(
            "After a correction, the record shows: attended 2 of 3; missing: Webinar 2 (20 Feb 2020).");
    assertThat(absent(verification.path("name"))).isTrue();
    assertThat(get("/api/certificate/me/certificate.pdf", linkOf(ana))).hasStatus(409);

    attended(ana, 2, 3, "attended");
    JsonNode back = awaitCertificate(ana, "valid");
    assertThat(back.path("certificate").path("serial").asString()).isEqualTo(serial);
    await()
        .untilAsserted(
            () ->
                assertThat(wire.heardAbout(ana).map(Wire.Heard::type))
                    .containsExactly(
                        "org.cocreation.certificate.certificate-issued.v1",
                        "org.cocreation.certificate.certificate-revoked.v1",
                        "org.cocreation.certificate.completion-out-of-reach.v1",
                        "org.cocreation.certificate.certificate-reinstated.v1",
                        "org.cocreation.certificate.completion-within-reach.v1"));
  }

  @Test
  void whoMissesASessionIsAnnouncedOnceAndAgainWhenACorrectionPutsItBack() {
    String ana = registered("Ana");
    attended(ana, 1, 1, "not-attended");
    await().until(() -> !absent(completion(ana).path("outOfReachSince")));
    attended(ana, 2, 1, "not-attended");
    attended(ana, 2, 2, "unknown");
    attended(ana, 1, 2, "attended");
    await().until(() -> absent(completion(ana).path("outOfReachSince")));
    await()
        .untilAsserted(
            () ->
                assertThat(wire.heardAbout(ana).map(Wire.Heard::type))
                    .containsExactly(
                        "org.cocreation.certificate.completion-out-of-reach.v1",
                        "org.cocreation.certificate.completion-within-reach.v1"));
    JsonNode out = json.readTree(wire.heardAbout(ana).toList().get(0).body());
    assertThat(out.path("missed").path(0).path("sessionId").asString()).isEqualTo("webinar-1");
    assertThat(out.path("missed").path(0).path("why").path("es").asString())
        .isEqualTo("80 de 90 minutos");
    assertThat(out.path("openSessionIds").toString()).isEqualTo("[\"webinar-2\",\"webinar-3\"]");
    assertThat(out.has("revokedSerial")).isFalse();
    JsonNode back = json.readTree(wire.heardAbout(ana).toList().get(1).body());
    assertThat(back.path("verdict").asString()).isEqualTo("open");
    assertThat(back.path("unsettledSessionIds").toString()).isEqualTo("[\"webinar-2\"]");
  }

  @Test
  void aCancelledSessionCertifiesThoseWhoMissedOnlyThat() {
    String ana = registered("Ana");
    attended(ana, 1, 1, "attended");
    attended(ana, 2, 1, "not-attended");
    attended(ana, 3, 1, "attended");
    await().until(() -> completion(ana).path("verdict").asString("").equals("incomplete"));
    setProgramme("planned", "cancelled", "planned");
    awaitCertificate(ana, "valid");
  }

  @Test
  void aContactThatComesLateHoldsNobodyUp() {
    String late = registered("");
    for (int session = 1; session <= 3; session++) {
      attended(late, session, 1, "attended");
    }
    certified("Somebody else");
    await().until(() -> completion(late).path("waitingFor").asString("").equals("name"));
    contact(late, "Tarde Pérez");
    awaitCertificate(late, "valid");
  }

  @Test
  void erasureTakesTheNameFromTheVerificationAndClosesTheLink() {
    String ana = certified("Ana");
    String serial = completion(ana).path("certificate").path("serial").asString();
    wire.send(CONTACTS, "registration.contact", ana, null);
    await().until(() -> absent(verified(serial).path("name")));
    assertThat(verified(serial).path("status").asString()).isEqualTo("valid");
    assertThat(get("/api/certificate/me", linkOf(ana))).hasStatus(404);
    assertThat(get("/api/certificate/certificates/" + serial + ".pdf", coordinator()))
        .hasStatus(410);
  }

  @Test
  void aCoordinatorRevokesAndLifts() {
    String ana = certified("Ana");
    String serial = completion(ana).path("certificate").path("serial").asString();
    String path = "/api/certificate/certificates/" + serial;
    String reason = "{\"reason\":{\"en\":\"Somebody else sat there.\"}}";
    assertThat(post(path + "/reinstatement", coordinator(), reason)).hasStatus(409);
    assertThat(post(path + "/revocation", coordinator(), "{\"reason\":{\"en\":\" \"}}"))
        .hasStatus(400);
    assertThat(post(path + "/revocation", coordinator(), "{}")).hasStatus(400);
    JsonNode revoked = read(post(path + "/revocation", coordinator(), reason));
    assertThat(revoked.path("certificate").path("heldByCoordinator").asBoolean()).isTrue();
    assertThat(post(path + "/revocation", coordinator(), reason)).hasStatus(409);
    JsonNode lifted = read(post(path + "/reinstatement", coordinator(), reason));
    assertThat(lifted.path("certificate").path("status").asString()).isEqualTo("valid");
    assertThat(lifted.path("certificate").path("history")).hasSize(3);
    assertThat(
            post("/api/certificate/certificates/0000-0000-0000/revocation", coordinator(), reason))
        .hasStatus(404);
  }

  @Test
  void aRevocationWhoseAnswerWasLostIsAnsweredWhenItIsAskedForAgain() {
    String serial = completion(certified("Ana")).path("certificate").path("serial").asString();
    String path = "/api/certificate/certificates/" + serial;
    for (String decision : List.of("/revocation", "/reinstatement")) {
      String key = UUID.randomUUID().toString();
      JsonNode first = read(keyed(path + decision, key));
      LostAnswers.of(store.getDb());
      assertThat(read(keyed(path + decision, key))).isEqualTo(first);
    }
    JsonNode certificate = read(get("/api/certificate/verification/" + serial, coordinator()));
    assertThat(certificate.path("status").asString()).isEqualTo("valid");
  }

  private MvcTestResult keyed(String path, String key) {
    return http.post()
        .uri(path)
        .header("Authorization", coordinator())
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"reason\":{\"en\":\"Somebody else sat there.\"}}")
        .exchange();
  }

  @Test
  void listsTheCompletionsOfAProgrammeByPageAndFilter() {
    String ana = certified("Ana");
    String ben = registered("Ben");
    attended(ben, 1, 1, "not-attended");
    await().until(() -> completion(ben).path("verdict").asString("").equals("incomplete"));
    String path = "/api/certificate/programmes/" + programme + "/completions";
    JsonNode first = read(get(path + "?limit=1", coordinator()));
    JsonNode second =
        read(get(path + "?limit=1&after=" + first.path("next").asString(), coordinator()));
    assertThat(first.path("items")).hasSize(1);
    assertThat(second.path("items")).hasSize(1);
    assertThat(absent(second.path("next"))).isTrue();
    JsonNode missed = read(get(path + "?verdict=incomplete", coordinator()));
    assertThat(missed.path("items")).hasSize(1);
    assertThat(missed.path("items").get(0).path("registrationId").asString()).isEqualTo(ben);
    JsonNode valid = read(get(path + "?certificate=valid", coordinator()));
    assertThat(valid.path("items").get(0).path("registrationId").asString()).isEqualTo(ana);
    assertThat(get(path + "?verdict=maybe", coordinator())).hasStatus(400);
  }

  @Test
  void aBadRecordAmongGoodOnesHoldsNobodyUp() {
    wire.send(ATTENDANCE, "attendance.attendance-recorded", "r-x", "{broken");
    wire.send(ATTENDANCE, "attendance.attendance-recorded", "r-y", null);
    wire.send(REGISTRATION, "registration.brand-new", "r-z", "{}");
    certified("Ana");
  }

  @Test
  void refusesWhoMayNotAsk() {
    String list = "/api/certificate/programmes/" + programme + "/completions";
    assertThat(http.get().uri(list).exchange()).hasStatus(401);
    assertThat(get(list, "Bearer " + TestTokens.committee())).hasStatus(403);
    assertThat(http.get().uri("/api/certificate/me").exchange()).hasStatus(401);
    assertThat(get("/api/certificate/me", "PersonalLink " + token())).hasStatus(404);
    assertThat(get("/api/certificate/me", coordinator())).hasStatus(403);
    assertThat(get("/api/certificate/completions/nobody", coordinator())).hasStatus(404);
    assertThat(verified("7K3M").path("status").asString()).isEqualTo("unknown");
    assertThat(verified("7K3M").path("mistyped").asBoolean()).isTrue();
  }

  @Test
  void describesItselfAndIsWiredAsDeclared() throws Exception {
    String document =
        http.get()
            .uri("/v3/api-docs")
            .exchange()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(document).contains("/api/certificate/verification/{serial}", "7K3M-Q9TF-X2HD");
    Wiring.of("certificate")
        .assertReceives(
            Wiring.destinations(settings), arrivals.types(), arrivals.tombstoneTopics());
  }
}
