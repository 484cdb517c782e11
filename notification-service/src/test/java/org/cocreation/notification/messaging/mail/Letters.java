package org.cocreation.notification.messaging.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.cocreation.notification.domain.Choice;
import org.cocreation.notification.domain.Choice.Mode;
import org.cocreation.notification.domain.Choice.Place;
import org.cocreation.notification.domain.Contact;
import org.cocreation.notification.domain.Facts;
import org.cocreation.notification.domain.Language;
import org.cocreation.notification.domain.Letter;
import org.cocreation.notification.domain.Programme;
import org.cocreation.notification.domain.Recipient;
import org.cocreation.notification.domain.Session;
import org.cocreation.notification.domain.Template;
import org.cocreation.notification.domain.Words;

/** Letters to invented people, and what writes them. */
final class Letters {

  static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  static final String TOKEN = "wq8GmXkq0b0R6qM0v5vM3m3o0e7n0aTqkq1Zz9y8x7w";
  static final Instant START = Instant.parse("2020-02-13T16:30:00Z");
  static final Instant AT = Instant.parse("2020-02-01T12:00:00Z");
  static final SealedLinks LINKS = new SealedLinks(KEY);
  static final PageWriter PAGES =
      new PageWriter(new PortalPages(URI.create("https://cocreation.example/")), LINKS);

  private Letters() {}

  static LetterWriter writer() {
    return new LetterWriter(
        PAGES,
        new Sender(
            "no-reply@cocreation.example", "Co-creation Platform", "team@cocreation.example"),
        Clock.fixed(AT, ZoneOffset.UTC));
  }

  /** Seals a token as registration does. */
  static String sealed(String token, String registrationId) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      byte[] nonce = new byte[12];
      nonce[3] = 7;
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(new byte[32], "AES"),
          new GCMParameterSpec(128, nonce));
      cipher.updateAAD(registrationId.getBytes(StandardCharsets.UTF_8));
      byte[] body = cipher.doFinal(token.getBytes(StandardCharsets.US_ASCII));
      byte[] whole = new byte[nonce.length + body.length];
      System.arraycopy(nonce, 0, whole, 0, nonce.length);
      System.arraycopy(body, 0, whole, nonce.length, body.length);
      return Base64.getEncoder().encodeToString(whole);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Session webinar(int number) {
    String[] titles = {
      "Open Government: overview of the path to 2020",
      "Development of National Open Government Action Plans; principles and world cases",
      "More of co-creation and setting ambitious commitments"
    };
    String[] titulos = {
      "Gobierno abierto: panorama del camino hacia 2020",
      "Elaboración de planes de acción nacionales; principios y casos del mundo",
      "Más sobre la cocreación y cómo fijar compromisos ambiciosos"
    };
    return new Session(
        "webinar-" + number,
        number,
        new Words(titles[number - 1], titulos[number - 1]),
        START.plusSeconds((number - 1) * 7L * 86400),
        90,
        false,
        number == 3 ? "University of Belize Auditorium, Belmopan" : "BTEC, Belize City",
        "https://rooms.example/belize-" + number);
  }

  static Programme programme() {
    return new Programme(
        "belize-2020",
        1,
        AT,
        new Words(
            "Transformation to an Open Public Administration in Belize",
            "Transformación hacia una administración pública abierta en Belice"),
        "America/Belize",
        false,
        List.of("Trust for Open Learning"),
        null,
        List.of(webinar(1), webinar(2), webinar(3)));
  }

  static List<Choice> choices() {
    return List.of(
        new Choice("webinar-1", Mode.ONLINE, Place.SEAT, null),
        new Choice("webinar-2", Mode.VENUE, Place.WAITING, 3),
        new Choice("webinar-3", Mode.VENUE, Place.SEAT, null));
  }

  static Letter letter(Template template, Language language) {
    return letter(template, language, facts(template));
  }

  static Letter letter(Template template, Language language, Facts facts) {
    Contact contact = new Contact("Ana María Peña", "ana.pena@example.org", language);
    Recipient recipient =
        Recipient.unheardOf("r-1", "belize-2020")
            .standing(Recipient.Standing.REGISTERED, AT)
            .linked(sealed(TOKEN, "r-1"), AT)
            .chose(choices(), AT)
            .reachedAt(contact, 1);
    return new Letter("d-" + template.code(), template, facts, contact, recipient, programme());
  }

  static Facts facts(Template template) {
    Facts facts = Facts.at(AT);
    Words reason =
        new Words(
            "After a correction, the record shows: attended 2 of 3; missing: Webinar 2 (20 Feb 2020).",
            "Tras una corrección, el registro muestra: asistió a 2 de 3; falta: Seminario 2 (20 feb 2020).");
    return switch (template) {
      case REGISTERED, WAITING -> facts.choices(choices(), List.of());
      case CHANGED ->
          facts.choices(
              List.of(
                  new Choice("webinar-1", Mode.NONE, Place.NONE, null),
                  choices().get(1),
                  choices().get(2)),
              List.of("webinar-1"));
      case CANCELLED -> facts.choices(List.of(), List.of("webinar-1", "webinar-3"));
      case PROMOTED ->
          facts
              .choices(List.of(new Choice("webinar-2", Mode.VENUE, Place.SEAT, null)), List.of())
              .about("webinar-2");
      case SESSION_CHANGED ->
          facts.about(
              List.of(new Facts.Change("webinar-1", Facts.What.MOVED, START.minusSeconds(86400))));
      case REMINDER_DAY, REMINDER_HOUR ->
          facts.about(List.of(new Facts.Change("webinar-1", Facts.What.NAMED, START)));
      case OUT_OF_REACH ->
          facts
              .about(
                  List.of(
                      new Facts.Change("webinar-1", Facts.What.MISSED, null),
                      new Facts.Change("webinar-2", Facts.What.OPEN, null),
                      new Facts.Change("webinar-3", Facts.What.OPEN, null)))
              .decided(
                  null,
                  new Words(
                      "Online for 31 of 90 minutes; 60 are needed.",
                      "En línea 31 de 90 minutos; se piden 60."));
      case WITHIN_REACH ->
          facts
              .about(List.of(new Facts.Change("webinar-3", Facts.What.OPEN, null)))
              .decided(null, reason);
      case ATTENDANCE_CORRECTED ->
          facts
              .about("webinar-1")
              .decided("attended", new Words("The list at the door came late.", null));
      case CERTIFICATE_ISSUED -> facts.named("7K3M-Q9TF-X2HD", null);
      case CERTIFICATE_REVOKED, CERTIFICATE_REINSTATED ->
          facts.named("7K3M-Q9TF-X2HD", null).decided(null, reason);
      case NOTE_RECEIVED ->
          facts.named("CN-007", new Words("Open budgets for every village", null));
      case NOTE_DECIDED ->
          facts
              .named("CN-007", new Words("Open budgets for every village", null))
              .decided(
                  "selected",
                  new Words("Clear, verifiable, and asked for by many.\nPlease add a date.", null));
      case PLAN_PUBLISHED ->
          facts.named("4", new Words("Action plan 2020–2022", "Plan de acción 2020–2022"));
      case LINK -> facts;
    };
  }
}
