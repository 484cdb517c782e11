package org.cocreation.notification.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody who may get e-mails. Facts may arrive in any order and more than once:
 * the latest of each kind wins.
 *
 * @param registrationId its identity
 * @param programmeId the programme they registered in
 * @param standing what became of the registration
 * @param standingSince when; null while unknown
 * @param sealedLink the personal link as it travels, sealed; null before it arrives and after
 *     erasure
 * @param linkSince when that link was made
 * @param contact how to reach them; null before it arrives and after erasure
 * @param contactRevision the revision of the contact last seen, 0 before the first
 * @param choices what they chose and got for each session
 * @param choicesSince when that was settled
 */
public record Recipient(
    String registrationId,
    String programmeId,
    Standing standing,
    @Nullable Instant standingSince,
    @Nullable String sealedLink,
    @Nullable Instant linkSince,
    @Nullable Contact contact,
    int contactRevision,
    List<Choice> choices,
    @Nullable Instant choicesSince) {

  /** What became of a registration. */
  public enum Standing {
    /** Something about it has arrived before it. */
    UNKNOWN,
    REGISTERED,
    CANCELLED,
    /** The person asked to be forgotten. Final. */
    ERASED
  }

  public Recipient {
    choices = List.copyOf(choices);
  }

  /** Somebody of whom only the registration is known. */
  public static Recipient unheardOf(String registrationId, String programmeId) {
    return new Recipient(
        registrationId, programmeId, Standing.UNKNOWN, null, null, null, null, 0, List.of(), null);
  }

  public boolean erased() {
    return standing == Standing.ERASED;
  }

  /** What they chose for that session, if anything is known. */
  public Optional<Choice> choice(String sessionId) {
    return choices.stream().filter(c -> c.sessionId().equals(sessionId)).findFirst();
  }

  /** Takes over what became of the registration. */
  public Recipient standing(Standing next, Instant at) {
    if (erased() || (standingSince != null && at.isBefore(standingSince))) {
      return this;
    }
    return new Recipient(
        registrationId,
        programmeId,
        next,
        at,
        sealedLink,
        linkSince,
        contact,
        contactRevision,
        choices,
        choicesSince);
  }

  /** Forgets who it was and what they chose; only the id stays, so that nothing comes back. */
  public Recipient forgotten(Instant at) {
    return erased()
        ? this
        : new Recipient(
            registrationId,
            programmeId,
            Standing.ERASED,
            at,
            null,
            linkSince,
            null,
            contactRevision,
            List.of(),
            choicesSince);
  }

  /** Takes over a personal link; one that is not newer changes nothing. */
  public Recipient linked(String sealed, Instant at) {
    if (erased() || (linkSince != null && !at.isAfter(linkSince))) {
      return this;
    }
    return new Recipient(
        registrationId,
        programmeId,
        standing,
        standingSince,
        sealed,
        at,
        contact,
        contactRevision,
        choices,
        choicesSince);
  }

  /** Takes over a contact; one that is not newer changes nothing. */
  public Recipient reachedAt(Contact next, int revision) {
    if (erased() || revision <= contactRevision) {
      return this;
    }
    return new Recipient(
        registrationId,
        programmeId,
        standing,
        standingSince,
        sealedLink,
        linkSince,
        next,
        revision,
        choices,
        choicesSince);
  }

  /** Takes over the whole list of choices; an older one changes nothing. */
  public Recipient chose(List<Choice> next, Instant at) {
    if (erased() || (choicesSince != null && at.isBefore(choicesSince))) {
      return this;
    }
    return choices(next, at);
  }

  /** A freed seat went to them. */
  public Recipient promoted(String sessionId, Instant at) {
    if (erased() || (choicesSince != null && at.isBefore(choicesSince))) {
      return this;
    }
    return choices(
        choices.stream().map(c -> c.sessionId().equals(sessionId) ? c.promoted() : c).toList(), at);
  }

  private Recipient choices(List<Choice> next, Instant at) {
    return new Recipient(
        registrationId,
        programmeId,
        standing,
        standingSince,
        sealedLink,
        linkSince,
        contact,
        contactRevision,
        next,
        at);
  }
}
