package org.cocreation.registration.domain.registration;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cocreation.registration.domain.Refusal;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.programme.AttendanceRules;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.ProgrammeStatus;
import org.cocreation.registration.domain.programme.Programmes;
import org.cocreation.registration.domain.programme.Room;
import org.cocreation.registration.domain.programme.Session;
import org.jspecify.annotations.Nullable;

/**
 * Sends a person on to a session's room by the personal join link, and notes that they went there:
 * evidence for attendance, no presence by itself.
 *
 * <p>The room is open as long as presence counts: from the programme's lead before the start until
 * its tail after the end. Anybody who takes part in the programme may go there, also who chose the
 * venue: evidence decides where they were.
 */
public final class OpenRoom {
  private final Programmes programmes;
  private final Registrations registrations;
  private final AllClicks clicks;
  private final Clock clock;

  public OpenRoom(
      Programmes programmes, Registrations registrations, AllClicks clicks, Clock clock) {
    this.programmes = programmes;
    this.registrations = registrations;
    this.clicks = clicks;
    this.clock = clock;
  }

  /** Whether one can go to the room now. */
  public enum State {
    TOO_EARLY,
    OPEN,
    ENDED,
    CANCELLED,
    NO_ROOM
  }

  /**
   * Where the join link leads at a moment.
   *
   * @param opensAt when one can go to the room
   * @param closesAt when one can no longer
   * @param roomUrl an http or https address; only while open
   */
  public record Opening(
      State state,
      Programme programme,
      Session session,
      Instant opensAt,
      Instant closesAt,
      @Nullable String roomUrl) {}

  /** Says where the link leads and, while the room is open, notes that the person goes there. */
  public Opening open(RegistrationId id, SessionId sessionId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Opening opening = at(id, sessionId, now);
    if (opening.state() == State.OPEN) {
      clicks.change(
          id,
          found ->
              found
                  .orElseGet(() -> Clicks.none(id, opening.programme().programmeId()))
                  .click(sessionId, now));
    }
    return opening;
  }

  /** Says where the link leads; nothing is noted. */
  public Opening look(RegistrationId id, SessionId sessionId) {
    return at(id, sessionId, clock.instant());
  }

  private Opening at(RegistrationId id, SessionId sessionId, Instant now) {
    Registration registration =
        registrations.find(id).filter(each -> !each.erased()).orElseThrow(OpenRoom::unknown);
    if (!registration.active()) {
      throw Refusal.because(
          Refusal.Reason.CANCELLED,
          "This registration was cancelled. To take part after all, register again.");
    }
    Programme programme =
        programmes.find(registration.programmeId()).orElseThrow(OpenRoom::unknown);
    Session session = programme.session(sessionId).orElseThrow(OpenRoom::unknown);
    AttendanceRules rules = programme.document().rules();
    Instant opensAt = session.startsAt().minus(Duration.ofMinutes(rules.leadMinutes()));
    Instant closesAt = session.endsAt().plus(Duration.ofMinutes(rules.tailMinutes()));
    Optional<String> room = address(session.room());
    State state;
    if (!session.planned() || programme.document().status() == ProgrammeStatus.CANCELLED) {
      state = State.CANCELLED;
    } else if (!now.isBefore(closesAt)) {
      state = State.ENDED;
    } else if (room.isEmpty()) {
      state = State.NO_ROOM;
    } else if (now.isBefore(opensAt)) {
      state = State.TOO_EARLY;
    } else {
      state = State.OPEN;
    }
    return new Opening(
        state,
        programme,
        session,
        opensAt,
        closesAt,
        state == State.OPEN ? room.orElse(null) : null);
  }

  /** A room's address if it is one that a browser may be sent to. */
  private static Optional<String> address(@Nullable Room room) {
    if (room == null) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(room.url());
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(room.url()) : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static Refusal unknown() {
    return Refusal.because(
        Refusal.Reason.UNKNOWN,
        "There is no such session for this link, or the link was replaced.");
  }
}
