package org.cocreation.submission.domain.people;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.RegistrationId;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of one registered person, put together from three topics that may arrive
 * in any order between them.
 *
 * <p>Every change may come twice or come late and does no harm: what is older than what is known is
 * left aside, and an erased person stays erased. Name and organisation are personal data and go at
 * erasure.
 *
 * @param contactRevision of the contact record that name and organisation come from; 0 before any
 * @param certifiedAsOf when the certificate's state last changed
 */
public record Person(
    RegistrationId id,
    @Nullable ProgrammeId programme,
    Standing standing,
    @Nullable String linkHash,
    @Nullable Instant linkSince,
    int contactRevision,
    @Nullable String name,
    @Nullable String organisation,
    boolean certified,
    @Nullable Instant certifiedAsOf) {

  /** How the registration stands. */
  public enum Standing {
    /** Something about this person arrived before the registration did. */
    UNHEARD_OF,
    REGISTERED,
    CANCELLED,
    ERASED
  }

  public static Person unheardOf(RegistrationId id) {
    return new Person(id, null, Standing.UNHEARD_OF, null, null, 0, null, null, false, null);
  }

  public Person registered(ProgrammeId in, Instant at, String hash) {
    if (standing == Standing.ERASED) {
      return this;
    }
    Person known =
        new Person(
            id,
            in,
            standing == Standing.UNHEARD_OF ? Standing.REGISTERED : standing,
            linkHash,
            linkSince,
            contactRevision,
            name,
            organisation,
            certified,
            certifiedAsOf);
    return known.linked(at, hash);
  }

  /**
   * The personal link was made or replaced; the newest counts. Times are kept to the millisecond,
   * so that the same news again changes nothing.
   */
  public Person linked(Instant at, String hash) {
    Instant since = at.truncatedTo(ChronoUnit.MILLIS);
    if (standing == Standing.ERASED || (linkSince != null && since.isBefore(linkSince))) {
      return this;
    }
    return new Person(
        id,
        programme,
        standing,
        hash,
        since,
        contactRevision,
        name,
        organisation,
        certified,
        certifiedAsOf);
  }

  public Person cancelled() {
    return standing == Standing.ERASED ? this : standing(Standing.CANCELLED);
  }

  /** Nothing is left but the id and that it was erased. */
  public Person erased() {
    return new Person(
        id,
        programme,
        Standing.ERASED,
        null,
        null,
        contactRevision,
        null,
        null,
        certified,
        certifiedAsOf);
  }

  public Person contact(int revision, String called, @Nullable String of) {
    if (standing == Standing.ERASED || revision <= contactRevision) {
      return this;
    }
    return new Person(
        id,
        programme,
        standing,
        linkHash,
        linkSince,
        revision,
        called,
        of,
        certified,
        certifiedAsOf);
  }

  /** The contact record was withdrawn. */
  public Person withoutContact() {
    return new Person(
        id,
        programme,
        standing,
        linkHash,
        linkSince,
        contactRevision,
        null,
        null,
        certified,
        certifiedAsOf);
  }

  /** A certificate was issued, reinstated (true) or revoked (false). */
  public Person certificate(boolean valid, Instant told) {
    Instant at = told.truncatedTo(ChronoUnit.MILLIS);
    if (certifiedAsOf != null && at.isBefore(certifiedAsOf)) {
      return this;
    }
    return new Person(
        id,
        programme,
        standing,
        linkHash,
        linkSince,
        contactRevision,
        name,
        organisation,
        valid,
        at);
  }

  private Person standing(Standing now) {
    return new Person(
        id,
        programme,
        now,
        linkHash,
        linkSince,
        contactRevision,
        name,
        organisation,
        certified,
        certifiedAsOf);
  }
}
