package org.cocreation.attendance.domain.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One registration as attendance knows it, put together from facts that arrive in any order between
 * topics: each part carries the time or revision of its source, and older news of that part is
 * ignored.
 *
 * @param registrationId its id, the same in every service
 * @param programmeId the programme that it is for
 * @param registeredAt when the person registered; null while only the contact has arrived
 * @param cancelledAt when the registration was last cancelled, if ever
 * @param erasedAt when everything personal was erased; final
 * @param link the hash of the personal link's token, with the time since which it holds
 * @param choices how they said that they would take part
 * @param choicesAt since when those choices hold
 * @param contact who they are; null before it arrives and after erasure
 */
public record Person(
    String registrationId,
    String programmeId,
    @Nullable Instant registeredAt,
    @Nullable Instant cancelledAt,
    @Nullable Instant erasedAt,
    @Nullable Link link,
    List<Choice> choices,
    @Nullable Instant choicesAt,
    @Nullable Contact contact) {

  /** Keeps its own copy of the choices. */
  public Person {
    choices = List.copyOf(choices);
  }

  /** Somebody of whom nothing has arrived yet. */
  public static Person unknown(String registrationId, String programmeId) {
    return new Person(registrationId, programmeId, null, null, null, null, List.of(), null, null);
  }

  /**
   * Whether the person counts as registered: registered, and not cancelled since, and not erased.
   */
  public boolean rostered() {
    return registeredAt != null && !cancelled() && erasedAt == null;
  }

  /** Whether the registration was cancelled and not taken up again since. */
  public boolean cancelled() {
    return cancelledAt != null && (registeredAt == null || !registeredAt.isAfter(cancelledAt));
  }

  /**
   * Whether a feed's row may be taken for this person: they may yet register, but have not
   * withdrawn.
   */
  public boolean matchable() {
    return erasedAt == null && !cancelled();
  }

  /** What they chose for a session. */
  public Optional<Choice> choiceFor(String sessionId) {
    return choices.stream().filter(choice -> choice.sessionId().equals(sessionId)).findFirst();
  }

  /** They registered, or registered again after cancelling. */
  public Person registered(Instant at, String linkHash, List<Choice> chosen) {
    if (erasedAt != null) {
      return this;
    }
    Instant latest = registeredAt == null || at.isAfter(registeredAt) ? at : registeredAt;
    return new Person(
            registrationId,
            programmeId,
            latest,
            cancelledAt,
            null,
            link,
            choices,
            choicesAt,
            contact)
        .linked(at, linkHash)
        .chose(at, chosen);
  }

  /** They changed how they take part. */
  public Person chose(Instant at, List<Choice> chosen) {
    if (erasedAt != null || (choicesAt != null && !at.isAfter(choicesAt))) {
      return this;
    }
    return new Person(
        registrationId, programmeId, registeredAt, cancelledAt, null, link, chosen, at, contact);
  }

  /** They moved from the waiting list to a seat for a session. */
  public Person promoted(Instant at, String sessionId) {
    return chose(
        at,
        choices.stream()
            .map(
                choice ->
                    choice.sessionId().equals(sessionId)
                        ? new Choice(sessionId, choice.mode(), "seat")
                        : choice)
            .toList());
  }

  /** Their personal link was replaced. */
  public Person linked(Instant at, String linkHash) {
    if (erasedAt != null || (link != null && !at.isAfter(link.since()))) {
      return this;
    }
    return new Person(
        registrationId,
        programmeId,
        registeredAt,
        cancelledAt,
        null,
        new Link(linkHash, at),
        choices,
        choicesAt,
        contact);
  }

  /** They cancelled their registration; the link keeps working. */
  public Person cancelled(Instant at) {
    if (erasedAt != null || (cancelledAt != null && !at.isAfter(cancelledAt))) {
      return this;
    }
    return new Person(
        registrationId, programmeId, registeredAt, at, null, link, choices, choicesAt, contact);
  }

  /** Their contact arrived or changed. */
  public Person reachedAs(Contact latest) {
    if (erasedAt != null || (contact != null && latest.revision() <= contact.revision())) {
      return this;
    }
    return new Person(
        registrationId,
        programmeId,
        registeredAt,
        cancelledAt,
        null,
        link,
        choices,
        choicesAt,
        latest);
  }

  /**
   * Everything personal goes: contact, choices and link. That they once registered stays, without a
   * name.
   */
  public Person erased(Instant at) {
    if (erasedAt != null) {
      return this;
    }
    return new Person(
        registrationId, programmeId, registeredAt, cancelledAt, at, null, List.of(), null, null);
  }

  /**
   * The hash of a personal link's token.
   *
   * @param hash sha-256 in hex
   * @param since since when it is the one that holds
   */
  public record Link(String hash, Instant since) {}
}
