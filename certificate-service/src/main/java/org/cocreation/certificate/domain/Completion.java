package org.cocreation.certificate.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One registration's way to a certificate: what is known of the person and of their attendance, and
 * the certificate once there is one. Facts may arrive in any order and more than once: the latest
 * of each kind wins.
 *
 * @param registrationId its identity
 * @param programmeId the programme
 * @param enrolment what is known of the registration itself
 * @param enrolmentSince when that came to be; null while unknown
 * @param linkHash SHA-256 of the personal link's token; null before it arrives and after erasure
 * @param linkSince when that link was made; null before it arrives
 * @param person the name; null before it arrives and after erasure
 * @param personRevision the revision of the contact last seen, 0 before the first
 * @param attendances the latest of each session, in the order of their session ids
 * @param verdict of the last judgement
 * @param judgedRevision the programme's revision at the last judgement; 0 before the first
 * @param certificate null until it is issued
 * @param outOfReachSince when it was announced that the person can no longer complete the
 *     programme; null while they can
 */
public record Completion(
    String registrationId,
    String programmeId,
    Enrolment enrolment,
    @Nullable Instant enrolmentSince,
    @Nullable String linkHash,
    @Nullable Instant linkSince,
    @Nullable Person person,
    int personRevision,
    List<Attendance> attendances,
    Verdict verdict,
    int judgedRevision,
    @Nullable Certificate certificate,
    @Nullable Instant outOfReachSince) {

  public Completion {
    attendances = List.copyOf(attendances);
  }

  /** What a judgement came to. */
  public record Judged(Completion completion, List<CompletionEvent> events) {}

  /** A registration of which nothing but its existence is known. */
  public static Completion unheardOf(String registrationId, String programmeId) {
    return new Completion(
        registrationId,
        programmeId,
        Enrolment.UNKNOWN,
        null,
        null,
        null,
        null,
        0,
        List.of(),
        Verdict.OPEN,
        0,
        null,
        null);
  }

  /** Takes over what became of the registration; erasure is final and takes name and link away. */
  public Completion enrolled(Enrolment next, Instant at) {
    if (enrolment == Enrolment.ERASED) {
      return this;
    }
    if (next == Enrolment.ERASED) {
      return with(next, at, null, linkSince, null, attendances);
    }
    if (enrolmentSince != null && at.isBefore(enrolmentSince)) {
      return this;
    }
    return with(next, at, linkHash, linkSince, person, attendances);
  }

  /** Takes over a personal link; one that is not newer changes nothing. */
  public Completion linked(String hash, Instant at) {
    if (enrolment == Enrolment.ERASED || (linkSince != null && !at.isAfter(linkSince))) {
      return this;
    }
    return with(enrolment, enrolmentSince, hash, at, person, attendances);
  }

  /** Takes over the person's name; a contact that is not newer changes nothing. */
  public Completion named(Person next, int revision) {
    if (enrolment == Enrolment.ERASED || revision <= personRevision) {
      return this;
    }
    return new Completion(
        registrationId,
        programmeId,
        enrolment,
        enrolmentSince,
        linkHash,
        linkSince,
        next,
        revision,
        attendances,
        verdict,
        judgedRevision,
        certificate,
        outOfReachSince);
  }

  /** Forgets who it was. What was attended, and a certificate issued, stay without a name. */
  public Completion forgotten(Instant at) {
    return enrolled(Enrolment.ERASED, at);
  }

  /** Takes over an attendance; one that is not newer than that session's last changes nothing. */
  public Completion attended(Attendance attendance) {
    List<Attendance> all = new ArrayList<>();
    for (Attendance known : attendances) {
      if (known.sessionId().equals(attendance.sessionId())) {
        if (known.revision() >= attendance.revision()) {
          return this;
        }
      } else {
        all.add(known);
      }
    }
    all.add(attendance);
    all.sort(Comparator.comparing(Attendance::sessionId));
    return with(enrolment, enrolmentSince, linkHash, linkSince, person, all);
  }

  /** How this person stands in the programme as it is now. */
  public Judgement judgement(Programme programme) {
    return Judgement.of(programme, attendances);
  }

  /** Whether only the name is missing for a certificate. */
  public boolean waitsForName() {
    return verdict == Verdict.COMPLETE && certificate == null && person == null && mayBeIssued();
  }

  /**
   * Judges by rule 5 of the domain and lets the certificate follow: issued once the programme is
   * complete and the name is known, revoked when the ground is gone, reinstated when it is back. A
   * certificate that a coordinator revoked stays so.
   *
   * <p>A cancelled registration gets no new certificate and keeps the one it has; the same goes for
   * a programme called off. Whether the person can still complete the programme is announced when
   * that changes (rule 6 of the domain).
   */
  public Judged judged(
      Programme programme, Occasion occasion, Instant now, RandomGenerator random) {
    Plan plan = programme.plan();
    if (plan == null) {
      return new Judged(this, List.of());
    }
    Judgement judgement = judgement(programme);
    Judged judged =
        judgement.verdict() == Verdict.COMPLETE
            ? grounded(plan, judgement, occasion, now, random)
            : ungrounded(plan, judgement, occasion, now);
    return judged.completion().reached(plan, judgement, occasion, now, judged.events());
  }

  private Judged ungrounded(Plan plan, Judgement judgement, Occasion occasion, Instant now) {
    Certificate held = certificate;
    if (held == null || !held.valid() || plan.cancelled()) {
      return new Judged(concluded(judgement, plan, held), List.of());
    }
    Words reason = Explanation.shows(plan, judgement, occasion);
    return new Judged(
        concluded(judgement, plan, held.revoked(now, null, reason)),
        List.of(
            new CompletionEvent.CertificateRevoked(
                registrationId, programmeId, held.serial(), now, reason)));
  }

  private Judged grounded(
      Plan plan, Judgement judgement, Occasion occasion, Instant now, RandomGenerator random) {
    List<Certificate.Evidence> evidence = evidence(judgement);
    Certificate held = certificate;
    if (held == null) {
      if (person == null || plan.cancelled() || !mayBeIssued()) {
        return new Judged(concluded(judgement, plan, null), List.of());
      }
      Certificate issued =
          Certificate.issued(Serial.drawn(random), now, Explanation.rule(plan), evidence);
      return new Judged(
          concluded(judgement, plan, issued),
          List.of(
              new CompletionEvent.CertificateIssued(
                  registrationId, programmeId, issued.serial(), now, issued.rule(), evidence)));
    }
    if (held.valid() || held.held()) {
      return new Judged(concluded(judgement, plan, held), List.of());
    }
    Words reason = Explanation.regained(plan, judgement, occasion);
    return new Judged(
        concluded(judgement, plan, held.reinstated(now, null, reason, evidence)),
        List.of(
            new CompletionEvent.CertificateReinstated(
                registrationId, programmeId, held.serial(), now, reason)));
  }

  /**
   * Announces that the programme can no longer be completed, once, and that it can again. Only what
   * a record says counts: an unknown presence, or a record still on its way, is no miss.
   */
  private Judged reached(
      Plan plan,
      Judgement judgement,
      Occasion occasion,
      Instant now,
      List<CompletionEvent> certificateEvents) {
    Judged unchanged = new Judged(this, certificateEvents);
    if (enrolment != Enrolment.REGISTERED || plan.cancelled()) {
      return unchanged;
    }
    List<CompletionEvent.CompletionOutOfReach.Missed> missed = judgement.missed();
    List<String> open = ids(judgement.with(Presence.AWAITED));
    List<CompletionEvent> events = new ArrayList<>(certificateEvents);
    if (outOfReachSince == null && !missed.isEmpty()) {
      String revoked =
          certificateEvents.stream()
              .filter(CompletionEvent.CertificateRevoked.class::isInstance)
              .map(event -> ((CompletionEvent.CertificateRevoked) event).serial())
              .findFirst()
              .orElse(null);
      events.add(
          new CompletionEvent.CompletionOutOfReach(
              registrationId,
              programmeId,
              now,
              missed,
              open,
              Explanation.of(plan, judgement),
              revoked));
      return new Judged(withOutOfReachSince(now), events);
    }
    if (outOfReachSince != null && judgement.verdict() != Verdict.INCOMPLETE) {
      events.add(
          new CompletionEvent.CompletionWithinReach(
              registrationId,
              programmeId,
              now,
              judgement.verdict(),
              open,
              ids(judgement.with(Presence.UNKNOWN)),
              Explanation.shows(plan, judgement, occasion)));
      return new Judged(withOutOfReachSince(null), events);
    }
    return unchanged;
  }

  private static List<String> ids(List<Session> sessions) {
    return sessions.stream().map(Session::sessionId).toList();
  }

  /**
   * A coordinator revokes the certificate until a coordinator lifts that.
   *
   * @throws CertificateRefusal when there is none, or a coordinator has revoked it already
   */
  public Judged revoked(String coordinator, Words reason, Instant now) {
    Certificate held = existing();
    if (held.held()) {
      throw new CertificateRefusal(CertificateRefusal.Why.ALREADY_REVOKED);
    }
    return new Judged(
        withCertificate(held.revoked(now, coordinator, reason)),
        List.of(
            new CompletionEvent.CertificateRevoked(
                registrationId, programmeId, held.serial(), now, reason)));
  }

  /**
   * A coordinator lifts a coordinator's revocation. The certificate holds again if its ground is
   * still there; otherwise it stays revoked, now for the want of it.
   *
   * @throws CertificateRefusal when there is none, or no coordinator has revoked it
   */
  public Judged lifted(Programme programme, String coordinator, Words reason, Instant now) {
    Certificate held = existing();
    if (!held.held()) {
      throw new CertificateRefusal(CertificateRefusal.Why.NOT_REVOKED);
    }
    Plan plan = programme.plan();
    Judgement judgement = judgement(programme);
    Certificate reinstated = held.reinstated(now, coordinator, reason, evidence(judgement));
    if (plan != null && judgement.verdict() != Verdict.COMPLETE) {
      Words lost = Explanation.shows(plan, judgement, Occasion.LIFTING);
      return new Judged(
          withCertificate(reinstated.revoked(now, null, lost)),
          List.of(
              new CompletionEvent.CertificateRevoked(
                  registrationId, programmeId, held.serial(), now, lost)));
    }
    return new Judged(
        withCertificate(reinstated),
        List.of(
            new CompletionEvent.CertificateReinstated(
                registrationId, programmeId, held.serial(), now, reason)));
  }

  private Certificate existing() {
    if (certificate == null) {
      throw new CertificateRefusal(CertificateRefusal.Why.NO_CERTIFICATE);
    }
    return certificate;
  }

  private boolean mayBeIssued() {
    return enrolment != Enrolment.CANCELLED && enrolment != Enrolment.ERASED;
  }

  private static List<Certificate.Evidence> evidence(Judgement judgement) {
    List<Certificate.Evidence> evidence = new ArrayList<>();
    for (Judgement.Standing standing : judgement.sessions()) {
      Attendance attendance = standing.attendance();
      if (attendance != null && standing.presence() == Presence.ATTENDED) {
        evidence.add(
            new Certificate.Evidence(
                attendance.sessionId(), attendance.mode(), attendance.minutes()));
      }
    }
    return evidence;
  }

  private Completion concluded(Judgement judgement, Plan plan, @Nullable Certificate next) {
    return new Completion(
        registrationId,
        programmeId,
        enrolment,
        enrolmentSince,
        linkHash,
        linkSince,
        person,
        personRevision,
        attendances,
        judgement.verdict(),
        plan.revision(),
        next,
        outOfReachSince);
  }

  private Completion withOutOfReachSince(@Nullable Instant since) {
    return new Completion(
        registrationId,
        programmeId,
        enrolment,
        enrolmentSince,
        linkHash,
        linkSince,
        person,
        personRevision,
        attendances,
        verdict,
        judgedRevision,
        certificate,
        since);
  }

  private Completion withCertificate(Certificate next) {
    return new Completion(
        registrationId,
        programmeId,
        enrolment,
        enrolmentSince,
        linkHash,
        linkSince,
        person,
        personRevision,
        attendances,
        verdict,
        judgedRevision,
        next,
        outOfReachSince);
  }

  private Completion with(
      Enrolment nextEnrolment,
      @Nullable Instant since,
      @Nullable String nextHash,
      @Nullable Instant nextLinkSince,
      @Nullable Person nextPerson,
      List<Attendance> nextAttendances) {
    return new Completion(
        registrationId,
        programmeId,
        nextEnrolment,
        since,
        nextHash,
        nextLinkSince,
        nextPerson,
        personRevision,
        nextAttendances,
        verdict,
        judgedRevision,
        certificate,
        outOfReachSince);
  }
}
