package org.cocreation.certificate.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Takes in facts about people and programmes, and judges anew whoever they concern. Every fact may
 * come in any order and more than once: the latest of each kind wins, so a repetition changes
 * nothing and announces nothing.
 */
public final class Judging {

  private final Completions completions;
  private final Programmes programmes;
  private final Clock clock;
  private final RandomGenerator random;

  public Judging(
      Completions completions, Programmes programmes, Clock clock, RandomGenerator random) {
    this.completions = completions;
    this.programmes = programmes;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A fact about one person.
   *
   * @param cause the id of the event that told it
   * @param registrationId whom it is about
   * @param programmeId the programme they registered in
   * @param change what it changes in what is known
   */
  public record Fact(
      String cause, String registrationId, String programmeId, UnaryOperator<Completion> change) {

    /** The registration came to be, with its personal link. */
    public static Fact registration(
        String cause, String registrationId, String programmeId, String linkHash, Instant at) {
      return new Fact(
          cause,
          registrationId,
          programmeId,
          known -> known.enrolled(Enrolment.REGISTERED, stored(at)).linked(linkHash, stored(at)));
    }

    /** The registration was cancelled. */
    public static Fact cancellation(
        String cause, String registrationId, String programmeId, Instant at) {
      return new Fact(
          cause,
          registrationId,
          programmeId,
          known -> known.enrolled(Enrolment.CANCELLED, stored(at)));
    }

    /** The person is to be forgotten. */
    public static Fact erasure(
        String cause, String registrationId, String programmeId, Instant at) {
      return new Fact(cause, registrationId, programmeId, known -> known.forgotten(stored(at)));
    }

    /** The personal link was replaced. */
    public static Fact link(
        String cause, String registrationId, String programmeId, String linkHash, Instant at) {
      return new Fact(
          cause, registrationId, programmeId, known -> known.linked(linkHash, stored(at)));
    }

    /** The name and language, in that revision of the contact. */
    public static Fact contact(
        String cause, String registrationId, String programmeId, Person person, int revision) {
      return new Fact(cause, registrationId, programmeId, known -> known.named(person, revision));
    }

    /** The attendance of a closed session. */
    public static Fact attendance(
        String cause, String registrationId, String programmeId, Attendance attendance) {
      return new Fact(cause, registrationId, programmeId, known -> known.attended(attendance));
    }
  }

  /**
   * To the precision that is kept, so that a fact compares equal with itself when it comes again.
   */
  private static Instant stored(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Takes in facts, in order for each person, and judges anew whoever they change. */
  public void takeIn(List<Fact> facts) {
    Plans plans = plansOf(facts.stream().map(Fact::programmeId).collect(Collectors.toSet()));
    List<Completions.Change> changes = new ArrayList<>();
    for (Fact fact : facts) {
      changes.add(
          new Completions.Change(
              fact.registrationId(),
              fact.cause(),
              kept -> {
                Completion before =
                    kept.orElseGet(
                        () -> Completion.unheardOf(fact.registrationId(), fact.programmeId()));
                Completion after = fact.change().apply(before);
                return kept.isPresent() && after.equals(before)
                    ? Completions.Outcome.unchanged()
                    : judged(after, plans, Occasion.ATTENDANCE);
              }));
    }
    completions.changeAll(changes);
  }

  /** Forgets who these were; those of whom nothing is known stay unknown. */
  public void forget(List<String> registrationIds) {
    Instant now = stored(clock.instant());
    List<Completions.Change> changes = new ArrayList<>();
    for (String id : registrationIds) {
      changes.add(
          new Completions.Change(
              id,
              null,
              kept ->
                  kept.filter(known -> known.enrolment() != Enrolment.ERASED)
                      .map(known -> new Completions.Outcome(known.forgotten(now), List.of()))
                      .orElseGet(Completions.Outcome::unchanged)));
    }
    completions.changeAll(changes);
  }

  /** Takes over a programme's plan. Those in it are judged anew by {@link #rejudge}. */
  public void plan(String programmeId, Plan plan) {
    programmes.change(programmeId, known -> known.planned(plan));
  }

  /** Notes that a session was closed. */
  public void close(String programmeId, Closing closing) {
    programmes.change(programmeId, known -> known.closed(closing));
  }

  /**
   * Judges anew up to that many people of a programme who were last judged against an older
   * revision of it. Progress is in each completion, so that it goes on wherever it was interrupted.
   *
   * @return how many were judged; fewer than {@code limit} means that nobody is behind any more
   */
  public int rejudge(Programme programme, int limit) {
    List<Completion> behind =
        completions.judgedBefore(programme.programmeId(), programme.revision(), limit);
    if (behind.isEmpty()) {
      return 0;
    }
    Plans plans = new Plans(Map.of(programme.programmeId(), programme));
    completions.changeAll(
        behind.stream()
            .map(
                completion ->
                    new Completions.Change(
                        completion.registrationId(),
                        null,
                        kept ->
                            kept.map(known -> rejudged(known, plans))
                                .orElseGet(Completions.Outcome::unchanged)))
            .toList());
    return behind.size();
  }

  private Completions.Outcome rejudged(Completion known, Plans plans) {
    Programme programme = plans.asKnownTo(known);
    return known.judgedRevision() >= programme.revision()
        ? Completions.Outcome.unchanged()
        : judged(known, plans, occasion(known));
  }

  /** The first judgement only catches up with attendances that came before the programme. */
  private static Occasion occasion(Completion known) {
    return known.judgedRevision() == 0 ? Occasion.ATTENDANCE : Occasion.PROGRAMME;
  }

  private Completions.Outcome judged(Completion known, Plans plans, Occasion occasion) {
    Completion.Judged judged =
        known.judged(plans.asKnownTo(known), occasion, stored(clock.instant()), random);
    return new Completions.Outcome(judged.completion(), judged.events());
  }

  private Plans plansOf(Set<String> programmeIds) {
    return new Plans(programmes.findAll(programmeIds));
  }

  /**
   * The programmes of one batch, read once, and again where a completion has already seen a newer
   * one.
   */
  private final class Plans {

    private final Map<String, Programme> read;

    Plans(Map<String, Programme> read) {
      this.read = new HashMap<>(read);
    }

    synchronized Programme asKnownTo(Completion completion) {
      String id = completion.programmeId();
      Programme programme = read.getOrDefault(id, Programme.unheardOf(id));
      if (programme.revision() < completion.judgedRevision()) {
        Optional<Programme> newer = programmes.find(id);
        programme = newer.orElse(programme);
        read.put(id, programme);
      }
      return programme;
    }
  }
}
