package org.cocreation.submission.domain.consultation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cocreation.submission.domain.Outcome;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The public consultation of a programme, in one round or more.
 *
 * <p>It is open from its opening until it is closed or the published date has passed, whichever
 * comes first; the date alone is enough, the closing makes it known.
 *
 * @param rounds the oldest first; only the last may be open
 * @param openUntil the date of the open round, null while none is open: what a sweep looks for
 */
public record Consultation(ProgrammeId programme, List<Round> rounds, @Nullable Instant openUntil) {

  /**
   * One round.
   *
   * @param closesAt as published at the opening
   * @param closedAt null while open
   * @param closedEarlyBecause where it was closed before the published date
   */
  public record Round(
      int number,
      Instant opensAt,
      Instant closesAt,
      @Nullable Instant closedAt,
      @Nullable String closedEarlyBecause) {

    public boolean openAt(Instant now) {
      return closedAt == null && now.isBefore(closesAt);
    }
  }

  public Consultation {
    rounds = List.copyOf(rounds);
  }

  static Consultation none(ProgrammeId programme) {
    return new Consultation(programme, List.of(), null);
  }

  /** The latest round, or null before the first. */
  public @Nullable Round latest() {
    return rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
  }

  public boolean openAt(Instant now) {
    Round latest = latest();
    return latest != null && latest.openAt(now);
  }

  /** Held, and over. */
  public boolean overAt(Instant now) {
    Round latest = latest();
    return latest != null && !latest.openAt(now);
  }

  Outcome<Consultation, ConsultationEvent, Consultation> open(Instant now, Instant closesAt) {
    if (openAt(now)) {
      throw Refusal.conflict("consultation-open", "The consultation is open already.");
    }
    if (!closesAt.isAfter(now)) {
      throw Refusal.invalid(
          "closesAt", "an instant in the future", "The consultation would close before it opens.");
    }
    List<Round> all = new ArrayList<>(closedByDate().rounds);
    all.add(new Round(all.size() + 1, now, closesAt, null, null));
    List<ConsultationEvent> events = new ArrayList<>();
    if (openUntil != null) {
      events.add(new ConsultationEvent.Closed(programme, openUntil));
    }
    events.add(new ConsultationEvent.Opened(programme, now, closesAt));
    return Outcome.of(new Consultation(programme, all, closesAt), events);
  }

  /**
   * Before the published date a reason is owed to those who still meant to comment. Again changes
   * nothing.
   */
  Outcome<Consultation, ConsultationEvent, Consultation> close(
      Instant now, @Nullable String because) {
    Round latest = latest();
    if (latest == null) {
      throw Refusal.conflict("consultation-not-held", "No consultation was opened yet.");
    }
    if (latest.closedAt() != null) {
      return Outcome.unchanged(this);
    }
    if (!now.isBefore(latest.closesAt())) {
      return Outcome.of(
          closedByDate(), List.of(new ConsultationEvent.Closed(programme, latest.closesAt())));
    }
    if (because == null || because.isBlank()) {
      throw Refusal.invalid(
          "reason",
          "a reason, before the published closing date",
          "The consultation was announced until "
              + latest.closesAt()
              + ". Please say why it closes earlier.");
    }
    return Outcome.of(
        ending(latest, now, because.strip()),
        List.of(new ConsultationEvent.Closed(programme, now)));
  }

  private Consultation closedByDate() {
    Round latest = latest();
    return latest == null || latest.closedAt() != null
        ? this
        : ending(latest, latest.closesAt(), null);
  }

  private Consultation ending(Round latest, Instant at, @Nullable String because) {
    List<Round> all = new ArrayList<>(rounds.subList(0, rounds.size() - 1));
    all.add(new Round(latest.number(), latest.opensAt(), latest.closesAt(), at, because));
    return new Consultation(programme, all, null);
  }
}
