package org.cocreation.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state with one of each kind of part, for tests. */
record Seat(
    SeatId id,
    int taken,
    Kind kind,
    @Nullable Instant since,
    LocalDate day,
    List<SeatId> neighbours,
    Map<SeatId, Integer> tallies,
    @Nullable String note) {

  record SeatId(String value) {}

  enum Kind {
    CHAIR,
    BENCH
  }

  /** What happened to a seat. */
  sealed interface SeatEvent {
    SeatId id();

    record Taken(SeatId id, int number) implements SeatEvent {}

    record Removed(SeatId id) implements SeatEvent {}
  }

  static Seat of(String id, int taken) {
    return new Seat(
        new SeatId(id),
        taken,
        Kind.CHAIR,
        null,
        LocalDate.of(2020, 2, 13),
        List.of(),
        Map.of(),
        null);
  }

  static Decision<Seat, SeatEvent, Integer> taken(java.util.Optional<Seat> before, String id) {
    int number = before.map(Seat::taken).orElse(0) + 1;
    return Decision.of(
        Seat.of(id, number), List.of(new SeatEvent.Taken(new SeatId(id), number)), number);
  }

  /** What is sent about a seat. */
  record TakenBody(String seatId, int number) {}

  static final String TAKEN = "org.cocreation.registration.seat-taken.v1";
  static final String REMOVED = "org.cocreation.registration.seat-removed.v1";
  static final String TOPIC = "registration.events";

  static Announcer<SeatEvent> announcer() {
    return event ->
        event instanceof SeatEvent.Taken taken
            ? List.of(
                new Announcement(
                    TOPIC,
                    TAKEN,
                    taken.id().value(),
                    new TakenBody(taken.id().value(), taken.number())))
            : List.of(Announcement.tombstone("registration.contacts", REMOVED, event.id().value()));
  }
}
