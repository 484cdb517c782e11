package org.cocreation.certificate.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cocreation.certificate.domain.Certificate;
import org.cocreation.certificate.domain.Dates;
import org.cocreation.certificate.domain.Language;
import org.cocreation.certificate.domain.Mode;
import org.cocreation.certificate.domain.Plan;
import org.cocreation.certificate.domain.Session;
import org.cocreation.certificate.domain.Signatory;

/**
 * Everything that stands on a certificate, in one language. It is made from facts alone, so the
 * same facts give the same sheet at any time.
 *
 * @param issued the day of issue in words, in the programme's zone
 * @param verification the address that the QR code leads to
 */
record CertificateSheet(
    Language language,
    String name,
    String programme,
    List<String> organisers,
    String rule,
    List<Row> rows,
    List<Signatory> signatories,
    Instant issuedAt,
    String issued,
    String serial,
    String verification) {

  /** A session that was attended: its title, its date in the programme's zone, and how. */
  record Row(String title, String date, String how) {}

  static CertificateSheet of(
      Plan plan, Certificate certificate, String name, Language language, String publicUrl) {
    List<Row> rows = new ArrayList<>();
    for (Session session : plan.sessions()) {
      for (Certificate.Evidence evidence : certificate.evidence()) {
        if (evidence.sessionId().equals(session.sessionId())) {
          rows.add(
              new Row(
                  session.title().in(language),
                  Dates.full(session.startsAt(), plan.zone(), language),
                  how(evidence, session, language)));
        }
      }
    }
    return new CertificateSheet(
        language,
        name,
        plan.title().in(language),
        plan.organisers(),
        certificate.rule().in(language),
        rows,
        plan.signatories(),
        certificate.issuedAt(),
        Dates.full(certificate.issuedAt(), plan.zone(), language),
        certificate.serial(),
        publicUrl + "/verify/" + certificate.serial());
  }

  private static String how(Certificate.Evidence evidence, Session session, Language language) {
    boolean es = language == Language.ES;
    String mode =
        switch (evidence.mode()) {
          case ONLINE -> es ? "en línea" : "online";
          case VENUE -> es ? "presencial" : "in person";
          case BOTH -> es ? "presencial y en línea" : "in person and online";
          case NONE -> es ? "acreditada" : "accredited";
        };
    Integer minutes = evidence.minutes();
    return minutes == null || evidence.mode() == Mode.VENUE
        ? mode
        : mode
            + ", "
            + Math.min(minutes, session.durationMinutes())
            + (es ? " de " : " of ")
            + session.durationMinutes()
            + " min";
  }

  public boolean spanish() {
    return language == Language.ES;
  }

  /** A style for the name, so that a long one still fits on the line it deserves. */
  public String nameSize() {
    int length = name.codePointCount(0, name.length());
    return length <= 26 ? "grand" : length <= 38 ? "wide" : length <= 60 ? "long" : "longest";
  }

  /** A style for the programme's title. */
  public String titleSize() {
    return programme.length() <= 60 ? "short" : programme.length() <= 130 ? "middling" : "lengthy";
  }

  /** A style for the list of sessions: roomy, close, or in two columns. */
  public String listSize() {
    return rows.size() <= 4 ? "roomy" : rows.size() <= 7 ? "close" : "columns";
  }

  /** The sessions side by side: one column of all, or two when there are many. */
  public List<List<Row>> columns() {
    if (rows.size() <= 7) {
      return List.of(rows);
    }
    int half = (rows.size() + 1) / 2;
    return List.of(rows.subList(0, half), rows.subList(half, rows.size()));
  }
}
