package org.cocreation.registration.domain.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.Refusal;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.Place;
import org.cocreation.registration.domain.places.Standing;
import org.cocreation.registration.domain.registration.RegistrationEvent.Cancelled;
import org.cocreation.registration.domain.registration.RegistrationEvent.ChoicesChanged;
import org.cocreation.registration.domain.registration.RegistrationEvent.ContactSet;
import org.cocreation.registration.domain.registration.RegistrationEvent.Erased;
import org.cocreation.registration.domain.registration.RegistrationEvent.LinkReplaced;
import org.cocreation.registration.domain.registration.RegistrationEvent.PlacePromoted;
import org.cocreation.registration.domain.registration.RegistrationEvent.Registered;
import org.jspecify.annotations.Nullable;

/**
 * One person in one programme (rule 1 of the domain).
 *
 * <p>What the person wants is kept first and carries {@code pendingSince} until the places of the
 * sessions have answered; only then is it announced. While it is pending nothing but cancellation
 * and erasure may touch its choices. Once erased, nothing personal is left, and the registration is
 * as good as unknown.
 *
 * @param claim the e-mail address in this programme, which no two may have; null once given back
 * @param person null once erased
 * @param revision of the choices, from 1; also one more at cancellation and erasure, so that late
 *     requests are recognised
 * @param contactRevision of the contact details, from 1
 * @param choices one for each session of the programme that the person was asked about
 * @param linkHash of the personal link; null before the first announcement and once erased
 * @param pendingSince since when something is left to settle; null = nothing
 */
public record Registration(
    RegistrationId registrationId,
    ProgrammeId programmeId,
    Status status,
    @Nullable String claim,
    @Nullable Person person,
    Instant registeredAt,
    int revision,
    int contactRevision,
    List<Choice> choices,
    @Nullable String linkHash,
    boolean announced,
    @Nullable Instant pendingSince) {

  /** Where a registration stands. */
  public enum Status {
    ACTIVE,
    CANCELLED,
    ERASED
  }

  public Registration {
    choices = List.copyOf(choices);
  }

  /** What a new person wants, before any place is asked for. */
  public static Registration wanted(
      RegistrationId id,
      ProgrammeId programme,
      String claim,
      Person person,
      List<Choice> choices,
      Instant now) {
    return new Registration(
        id, programme, Status.ACTIVE, claim, person, now, 1, 1, choices, null, false, now);
  }

  /**
   * What a claim on an address is called. A hash keeps it short and of one form; it is no secret
   * from whoever reads the store, which holds the address itself, and goes with it at erasure.
   */
  public static String claim(ProgrammeId programme, EmailAddress email) {
    return Links.hash(programme.value() + "\n" + email.value());
  }

  public boolean active() {
    return status == Status.ACTIVE;
  }

  public boolean erased() {
    return status == Status.ERASED;
  }

  public boolean pending() {
    return pendingSince != null;
  }

  /**
   * Whether the places of some session have to be asked before what is pending can be announced.
   */
  public boolean needsPlaces() {
    return choices.stream().anyMatch(Choice::unsettled);
  }

  public Optional<Choice> choice(SessionId session) {
    return choices.stream().filter(choice -> choice.sessionId().equals(session)).findFirst();
  }

  /**
   * Wants something else, once nothing is pending any more; the same again changes nothing. Refused
   * to who has cancelled or read an older revision.
   */
  public Decided<Registration, RegistrationEvent, Registration> choose(
      Map<SessionId, Mode> modes, @Nullable Integer readRevision, Instant now) {
    refuseUnlessActive();
    if (readRevision != null && readRevision != revision) {
      throw Refusal.because(
          Refusal.Reason.STALE,
          "These choices have changed since you read them. Look at them again, then change them.");
    }
    List<Choice> wanted = new ArrayList<>();
    modes.forEach(
        (session, mode) ->
            wanted.add(choice(session).orElse(Choice.of(session, Mode.NONE)).with(mode)));
    choices.stream()
        .filter(choice -> !modes.containsKey(choice.sessionId()) && choice.mayHavePlace())
        .forEach(wanted::add);
    if (modesOf(wanted).equals(modesOf(choices))) {
      return Decided.unchanged(this);
    }
    Registration next = changed(status, person, revision + 1, wanted, now);
    return next.needsPlaces()
        ? Decided.of(next, List.of(), next)
        : next.settled(next.revision, Map.of(), null, now);
  }

  private static Map<SessionId, Mode> modesOf(List<Choice> choices) {
    Map<SessionId, Mode> modes = new HashMap<>();
    choices.stream()
        .filter(choice -> choice.mode() != Mode.NONE)
        .forEach(c -> modes.put(c.sessionId(), c.mode()));
    return modes;
  }

  /**
   * Takes what the places have answered and announces it. Nothing happens when another revision is
   * the current one or it is settled already.
   *
   * @param standings where the person stands in each session that was asked; a session that is
   *     missing keeps what it had
   * @param link the first link of a new registration; may be null later
   */
  public Decided<Registration, RegistrationEvent, Registration> settled(
      int askedRevision,
      Map<SessionId, Standing> standings,
      @Nullable IssuedLink link,
      Instant now) {
    if (!pending() || revision != askedRevision) {
      return Decided.unchanged(this);
    }
    if (!active()) {
      Registration done =
          new Registration(
              registrationId,
              programmeId,
              status,
              null,
              person,
              registeredAt,
              revision,
              contactRevision,
              erased()
                  ? List.of()
                  : choices.stream().map(choice -> choice.with(Place.NONE)).toList(),
              linkHash,
              announced,
              null);
      return Decided.of(done, List.of(), done);
    }
    List<Choice> kept = new ArrayList<>();
    List<SettledChoice> told = new ArrayList<>();
    for (Choice choice : choices) {
      Standing standing = standings.getOrDefault(choice.sessionId(), standingOf(choice));
      kept.add(choice.with(standing.place()));
      told.add(
          new SettledChoice(
              choice.sessionId(),
              choice.mode(),
              choice.mode() == Mode.ONLINE ? Standing.SEAT : standing));
    }
    Registration next =
        new Registration(
            registrationId,
            programmeId,
            status,
            claim,
            person,
            registeredAt,
            revision,
            contactRevision,
            kept,
            announced || link == null ? linkHash : link.hash(),
            true,
            null);
    if (announced) {
      return Decided.of(
          next,
          List.of(new ChoicesChanged(registrationId, programmeId, revision, now, told)),
          next);
    }
    if (link == null || person == null) {
      throw new IllegalStateException("a registration is announced with its person and first link");
    }
    return Decided.of(
        next,
        List.of(
            new Registered(
                registrationId,
                programmeId,
                registeredAt,
                link,
                person.sector(),
                person.district(),
                told),
            new ContactSet(registrationId, programmeId, contactRevision, person)),
        next);
  }

  private static Standing standingOf(Choice choice) {
    return choice.place() == Place.SEAT ? Standing.SEAT : Standing.NONE;
  }

  /** What being told of a promotion came to. */
  public enum Told {
    /** Announced, or there is nothing to announce any more. */
    DONE,
    /** Something is still being settled; tell again afterwards. */
    LATER
  }

  /** Takes a seat that was freed, if the person still waits for one. */
  public Decided<Registration, RegistrationEvent, Told> promote(
      SessionId session, Instant promotedAt) {
    if (pending()) {
      return Decided.unchanged(Told.LATER);
    }
    Optional<Choice> waiting =
        choice(session).filter(choice -> choice.wantsPlace() && choice.place() == Place.WAITING);
    if (!active() || waiting.isEmpty()) {
      return Decided.unchanged(Told.DONE);
    }
    List<Choice> seated =
        choices.stream()
            .map(choice -> choice.sessionId().equals(session) ? choice.with(Place.SEAT) : choice)
            .toList();
    return Decided.of(
        changed(status, person, revision, seated, null),
        List.of(new PlacePromoted(registrationId, programmeId, session, promotedAt)),
        Told.DONE);
  }

  /**
   * Does not take part any more: places and the claim on the e-mail address are left to be given
   * back.
   */
  public Decided<Registration, RegistrationEvent, Registration> cancel(Instant now) {
    if (!active()) {
      return Decided.unchanged(this);
    }
    Registration next = changed(Status.CANCELLED, person, revision + 1, choices, now);
    return Decided.of(next, List.of(new Cancelled(registrationId, programmeId, now)), next);
  }

  /** Everything personal goes at once; places and the claim are left to be given back. */
  public Decided<Registration, RegistrationEvent, Registration> erase(Instant now) {
    if (erased()) {
      return Decided.unchanged(this);
    }
    Registration next =
        new Registration(
            registrationId,
            programmeId,
            Status.ERASED,
            claim,
            null,
            registeredAt,
            revision + 1,
            contactRevision,
            choices,
            null,
            announced,
            now);
    return Decided.of(next, List.of(new Erased(registrationId, programmeId, now)), next);
  }

  /** The former link stops working with this write. */
  public Decided<Registration, RegistrationEvent, Registration> replaceLink(
      IssuedLink link, Instant now) {
    if (erased() || !announced) {
      return Decided.unchanged(this);
    }
    Registration next =
        new Registration(
            registrationId,
            programmeId,
            status,
            claim,
            person,
            registeredAt,
            revision,
            contactRevision,
            choices,
            link.hash(),
            true,
            pendingSince);
    return Decided.of(
        next, List.of(new LinkReplaced(registrationId, programmeId, link, now)), next);
  }

  /** Is called or written to differently from now on. */
  public Decided<Registration, RegistrationEvent, Registration> describe(
      String name, @Nullable String organisation, Language language) {
    refuseUnlessActive();
    if (person == null) {
      throw new IllegalStateException("an active registration has its person");
    }
    Person described = person.with(name, organisation, language);
    if (described.equals(person)) {
      return Decided.unchanged(this);
    }
    Registration next =
        new Registration(
            registrationId,
            programmeId,
            status,
            claim,
            described,
            registeredAt,
            revision,
            contactRevision + 1,
            choices,
            linkHash,
            announced,
            pendingSince);
    return Decided.of(
        next,
        announced
            ? List.of(new ContactSet(registrationId, programmeId, contactRevision + 1, described))
            : List.of(),
        next);
  }

  private void refuseUnlessActive() {
    if (!active()) {
      throw Refusal.because(
          Refusal.Reason.CANCELLED,
          "This registration was cancelled. To take part after all, register again.");
    }
  }

  private Registration changed(
      Status newStatus,
      @Nullable Person newPerson,
      int newRevision,
      List<Choice> newChoices,
      @Nullable Instant newPendingSince) {
    return new Registration(
        registrationId,
        programmeId,
        newStatus,
        claim,
        newPerson,
        registeredAt,
        newRevision,
        contactRevision,
        newChoices,
        linkHash,
        announced,
        newPendingSince);
  }
}
