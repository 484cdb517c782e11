package org.cocreation.peers.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One registration's way to a certificate.
 *
 * @param id the registration's
 */
@Document("completions")
public record Completion(
    String id,
    String programmeId,
    String enrolment,
    Instant enrolmentSince,
    String linkHash,
    Instant linkSince,
    String name,
    String language,
    int personRevision,
    List<Attendance.Recorded> attendances,
    String verdict,
    int judgedRevision,
    @Nullable Certificate certificate) {

  private static final Words RULE =
      new Words(
          "The only planned session attended, online or at the venue; attended means at least 60 of 90 minutes, or a mark at the venue.",
          "Asistió a la única sesión prevista, en línea o en la sede; asistir significa al menos 60 de 90 minutos, o una marca en la sede.");

  /** A certificate. */
  public record Certificate(
      String serial,
      String status,
      Instant issuedAt,
      Words rule,
      List<Evidence> evidence,
      List<Turn> history) {}

  /** A session that it rests on. */
  public record Evidence(String sessionId, String mode, int minutes) {}

  /** What happened to it. */
  public record Turn(String what, Instant at, Words reason) {}

  /** Somebody registered and named, who has attended nothing yet. */
  public static Completion awaited(Person person) {
    return new Completion(
        person.id(),
        person.programmeId(),
        "REGISTERED",
        person.registeredAt(),
        person.linkHash(),
        person.registeredAt(),
        person.name(),
        "EN",
        1,
        List.of(),
        "OPEN",
        1,
        null);
  }

  /**
   * Judges anew with an attendance of the only session; one that is known already changes nothing.
   */
  public Completion attended(Attendance.Recorded attendance, Instant now) {
    for (Attendance.Recorded known : attendances) {
      if (known.sessionId().equals(attendance.sessionId())
          && known.revision() >= attendance.revision()) {
        return this;
      }
    }
    List<Attendance.Recorded> all = new ArrayList<>(attendances);
    all.add(attendance);
    Evidence evidence =
        new Evidence(attendance.sessionId(), attendance.mode(), attendance.minutes());
    Certificate issued =
        new Certificate(
            "BZ20-" + id.hashCode() + "-" + attendance.revision(),
            "VALID",
            now,
            RULE,
            List.of(evidence),
            List.of(new Turn("ISSUED", now, RULE)));
    return new Completion(
        id,
        programmeId,
        enrolment,
        enrolmentSince,
        linkHash,
        linkSince,
        name,
        language,
        personRevision,
        all,
        "COMPLETE",
        judgedRevision,
        issued);
  }

  /** The event that tells of the certificate. */
  public Issued issued() {
    Certificate held = Objects.requireNonNull(certificate);
    return new Issued(
        id, programmeId, held.serial(), held.issuedAt(), held.rule(), held.evidence());
  }

  /** The body of {@code certificate-issued}. */
  public record Issued(
      String registrationId,
      String programmeId,
      String serial,
      Instant issuedAt,
      Words rule,
      List<Evidence> evidence) {

    /** The type on the wire. */
    public static final String TYPE = "org.cocreation.certificate.certificate-issued.v1";

    /** The event's id, the same each time that it is told. */
    public String eventId() {
      return "c-" + registrationId;
    }
  }
}
