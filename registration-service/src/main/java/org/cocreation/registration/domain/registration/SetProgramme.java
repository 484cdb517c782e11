package org.cocreation.registration.domain.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.Fault;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.Refusal;
import org.cocreation.registration.domain.places.AllPlaces;
import org.cocreation.registration.domain.places.Capacity;
import org.cocreation.registration.domain.places.Places;
import org.cocreation.registration.domain.places.PlacesId;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.ProgrammeCheck;
import org.cocreation.registration.domain.programme.ProgrammeDocument;
import org.cocreation.registration.domain.programme.ProgrammeDraft;
import org.cocreation.registration.domain.programme.Programmes;
import org.cocreation.registration.domain.programme.Session;
import org.jspecify.annotations.Nullable;

/**
 * Creates or changes a programme by its whole document, and lets the places of its sessions follow.
 */
public final class SetProgramme {
  private final Programmes programmes;
  private final AllPlaces allPlaces;
  private final Registrations registrations;
  private final TellPromotions promotions;
  private final Clock clock;

  public SetProgramme(
      Programmes programmes,
      AllPlaces allPlaces,
      Registrations registrations,
      TellPromotions promotions,
      Clock clock) {
    this.programmes = programmes;
    this.allPlaces = allPlaces;
    this.registrations = registrations;
    this.promotions = promotions;
    this.clock = clock;
  }

  /** Something that a coordinator should know about an accepted document. */
  public record Note(String field, String detail) {}

  /** What the document came to. */
  public record Result(Programme programme, boolean created, boolean changed, List<Note> notes) {}

  /**
   * The same document again changes nothing.
   *
   * @param readRevision the revision that the coordinator edited; null = whatever it is now
   */
  public Result set(ProgrammeId id, ProgrammeDraft draft, @Nullable Integer readRevision) {
    if (!ProgrammeId.couldBe(id.value())) {
      throw Refusal.because(
          Refusal.Reason.INVALID,
          new Fault(
              "programmeId",
              "2 to 64 of a-z, 0-9 and -",
              "Give the programme a short id, as belize-2020."));
    }
    if (draft.programmeId() != null && !draft.programmeId().equals(id.value())) {
      throw Refusal.because(
          Refusal.Reason.INVALID,
          new Fault(
              "programmeId",
              id.value(),
              "The document is about another programme than the address; make them agree."));
    }
    ProgrammeDocument document = ProgrammeCheck.check(draft);
    Instant now = clock.instant();
    Programme.Set set =
        programmes.change(
            id,
            current -> {
              refuseIfStale(current, readRevision);
              current.ifPresent(before -> refuseLosses(before, document));
              return Programme.set(current, id, document, now);
            });
    List<Note> notes = settle(set.programme());
    return new Result(set.programme(), set.created(), set.changed(), notes);
  }

  /** Makes the seats of the programme's sessions known to their places, if they are not yet. */
  public void settle(ProgrammeId id) {
    programmes.find(id).ifPresent(this::settle);
  }

  private static void refuseIfStale(Optional<Programme> current, @Nullable Integer readRevision) {
    int revision = current.map(Programme::revision).orElse(0);
    if (readRevision != null && readRevision != revision) {
      throw Refusal.because(
          Refusal.Reason.STALE,
          "Somebody has changed this programme since you read it (it is at revision "
              + revision
              + "). Read it again.");
    }
  }

  private void refuseLosses(Programme before, ProgrammeDocument after) {
    for (Session session : before.document().sessions()) {
      Optional<Session> next = after.session(session.sessionId());
      PlacesId id = new PlacesId(before.programmeId(), session.sessionId());
      if (next.isEmpty() && registrations.anyChoosing(before.programmeId(), session.sessionId())) {
        throw Refusal.because(
            Refusal.Reason.SESSION_HAS_REGISTRATIONS,
            new Fault(
                "sessions",
                "the session " + session.sessionId() + " with status cancelled",
                "People have registered for "
                    + session.sessionId()
                    + ". Keep it and set its status to cancelled instead."));
      }
      if (next.isPresent() && session.venue() != null && next.get().venue() == null && inUse(id)) {
        int index = after.sessions().indexOf(next.get());
        throw Refusal.because(
            Refusal.Reason.VENUE_HAS_PLACES,
            new Fault(
                "sessions[" + index + "].venue",
                "the venue, or the status cancelled",
                "People have places at this venue. Keep it, or cancel the session."));
      }
    }
  }

  private boolean inUse(PlacesId id) {
    return allPlaces
        .find(id)
        .filter(places -> !places.holders().isEmpty() || !places.waiting().isEmpty())
        .isPresent();
  }

  private List<Note> settle(Programme programme) {
    List<Note> notes = new ArrayList<>();
    if (programme.unsettledSince() == null) {
      return notes;
    }
    List<Session> sessions = programme.document().sessions();
    for (int i = 0; i < sessions.size(); i++) {
      Session session = sessions.get(i);
      PlacesId id = new PlacesId(programme.programmeId(), session.sessionId());
      Optional<Places> places = apply(id, Capacity.of(programme, session));
      if (places.isPresent()) {
        note("sessions[" + i + "].venue.seats", places.get()).ifPresent(notes::add);
        promotions.tell(id);
      }
    }
    programmes.change(
        programme.programmeId(),
        current ->
            current
                .map(present -> present.settled(programme.revision()))
                .orElseGet(() -> Decided.unchanged(false)));
    return notes;
  }

  private Optional<Places> apply(PlacesId id, Capacity capacity) {
    Instant now = clock.instant();
    return allPlaces.change(
        id,
        current -> {
          if (current.isEmpty()) {
            return Decided.unchanged(Optional.<Places>empty());
          }
          Places after = current.get().with(capacity, now);
          return after.equals(current.get())
              ? Decided.unchanged(Optional.of(after))
              : Decided.of(after, List.of(), Optional.of(after));
        });
  }

  private static Optional<Note> note(String field, Places places) {
    int over = places.holders().size() - places.seats();
    if (places.giving() && over > 0) {
      return Optional.of(
          new Note(
              field,
              places.holders().size()
                  + " people hold a seat and "
                  + places.seats()
                  + " seats are set. Nobody loses a seat; the next seat becomes free when "
                  + (over + 1)
                  + " of them have left."));
    }
    if (!places.untold().isEmpty()) {
      return Optional.of(
          new Note(
              field,
              places.untold().size() + " people moved up from the waiting list and are told."));
    }
    return Optional.empty();
  }
}
