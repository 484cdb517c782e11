package org.cocreation.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private final Kept kept = new Kept();
  private final Samples.HandClock clock = new Samples.HandClock();
  private final Correspondence correspondence =
      new Correspondence(kept.recipients, kept.deliveries, clock);
  private final Agenda agenda =
      new Agenda(kept.programmes, kept.rounds, clock, Duration.ofHours(24), Duration.ofHours(1));
  private final RoundWalk walk =
      new RoundWalk(kept.rounds, kept.recipients, kept.deliveries, clock, 2);

  @BeforeEach
  void fivePeople() {
    for (int i = 1; i <= 5; i++) {
      correspondence.reach(List.of(Samples.address("r-" + i)));
    }
    correspondence.takeIn(
        List.of(
            Samples.registered("e-1", "r-1", Samples.online(1)),
            Samples.registered("e-2", "r-2", Samples.seat(1)),
            Samples.registered("e-3", "r-3", Samples.waiting(1)),
            Samples.registered("e-4", "r-4", Samples.none(1)),
            Samples.registered("e-5", "r-5", Samples.online(1)),
            Correspondence.cancelled(
                "e-6", "r-5", Samples.PROGRAMME, Samples.EARLY.plusSeconds(9))));
  }

  private void set(int revision, Session... sessions) {
    agenda.set("set-" + revision, Samples.programme(revision, sessions));
  }

  private List<String> told(Template template) {
    return kept.deliveries.of(template).stream().map(Delivery::registrationId).sorted().toList();
  }

  @Test
  void remindsThoseExpectedTheDayAndTheHourBefore() {
    set(1, Samples.webinar(1));
    walk.walk();
    assertThat(told(Template.REMINDER_DAY)).isEmpty();

    clock.now = Samples.START.minus(Duration.ofHours(24));
    walk.walk();
    walk.walk();
    assertThat(told(Template.REMINDER_DAY)).containsExactly("r-1", "r-2");
    assertThat(told(Template.REMINDER_HOUR)).isEmpty();

    clock.now = Samples.START.minus(Duration.ofHours(1));
    walk.walk();
    assertThat(told(Template.REMINDER_HOUR)).containsExactly("r-1", "r-2");
  }

  @Test
  void remindsNobodyOfASessionThatIsPast() {
    clock.now = Samples.START.plusSeconds(1);
    set(1, Samples.webinar(1));
    walk.walk();
    assertThat(kept.rounds.all).isEmpty();
    assertThat(told(Template.REMINDER_HOUR)).isEmpty();
  }

  @Test
  void sendsALateReminderOnlyWhileItIsOfUse() {
    set(1, Samples.webinar(1));
    clock.now = Samples.START.minus(Duration.ofMinutes(20));
    walk.walk();
    assertThat(told(Template.REMINDER_DAY)).isEmpty();
    assertThat(told(Template.REMINDER_HOUR)).containsExactly("r-1", "r-2");
    assertThat(kept.deliveries.of(Template.REMINDER_HOUR).get(0).usefulUntil())
        .isEqualTo(Samples.START);
  }

  @Test
  void aReminderMovesWithItsSession() {
    set(1, Samples.webinar(1));
    Instant later = Samples.START.plus(Duration.ofDays(3));
    set(2, Samples.webinar(1, later, false));
    clock.now = Samples.START.minus(Duration.ofHours(24));
    walk.walk();
    assertThat(told(Template.REMINDER_DAY)).isEmpty();
    clock.now = later.minus(Duration.ofHours(24));
    walk.walk();
    assertThat(told(Template.REMINDER_DAY)).containsExactly("r-1", "r-2");
  }

  @Test
  void aSessionMovedAfterItsReminderIsRemindedOfAgain() {
    set(1, Samples.webinar(1));
    clock.now = Samples.START.minus(Duration.ofHours(24));
    walk.walk();
    Instant later = Samples.START.plus(Duration.ofDays(3));
    set(2, Samples.webinar(1, later, false));
    clock.now = later.minus(Duration.ofHours(24));
    walk.walk();
    assertThat(told(Template.REMINDER_DAY)).containsExactly("r-1", "r-1", "r-2", "r-2");
  }

  @Test
  void aCancelledSessionIsNotRemindedOfAndARestoredOneIs() {
    set(1, Samples.webinar(1));
    set(2, Samples.webinar(1, Samples.START, true));
    clock.now = Samples.START.minus(Duration.ofHours(23));
    walk.walk();
    assertThat(told(Template.REMINDER_DAY)).isEmpty();
    set(3, Samples.webinar(1));
    walk.walk();
    assertThat(told(Template.REMINDER_DAY)).containsExactly("r-1", "r-2");
  }

  @Test
  void theSameProgrammeAgainPlansNothing() {
    set(1, Samples.webinar(1));
    set(1, Samples.webinar(1, Samples.START.plusSeconds(1), false));
    set(2, Samples.webinar(1));
    assertThat(kept.rounds.all).hasSize(2);
  }

  @Test
  void tellsThoseConcernedThatASessionIsMovedOrCancelledOrElsewhere() {
    set(1, Samples.webinar(1), Samples.webinar(2));
    set(2, Samples.webinar(1, Samples.START.plusSeconds(3600), false), Samples.webinar(2));
    walk.walk();
    assertThat(told(Template.SESSION_CHANGED)).containsExactly("r-1", "r-2", "r-3");
    Facts facts =
        Objects.requireNonNull(kept.deliveries.of(Template.SESSION_CHANGED).get(0).facts());
    assertThat(facts.changes())
        .containsExactly(new Facts.Change("webinar-1", Facts.What.MOVED, Samples.START));
    set(3, Samples.webinar(2));
    walk.walk();
    assertThat(told(Template.SESSION_CHANGED)).hasSize(6);
    assertThat(kept.programmes.find(Samples.PROGRAMME).orElseThrow().session("webinar-1"))
        .get()
        .matches(Session::cancelled);
  }

  @Test
  void doesNotTellOfChangesToWhatIsPast() {
    set(1, Samples.webinar(1));
    clock.now = Samples.START.plus(Duration.ofDays(1));
    set(2, Samples.webinar(1, Samples.START, true));
    walk.walk();
    assertThat(told(Template.SESSION_CHANGED)).isEmpty();
  }

  @Test
  void tellsEverybodyRegisteredAndNotCancelledOnceThatThePlanIsPublished() {
    Facts facts = Facts.at(Samples.EARLY).named("1", new Words("The plan", null));
    agenda.tellEverybody("e-9", Samples.PROGRAMME, Template.PLAN_PUBLISHED, facts);
    agenda.tellEverybody("e-9", Samples.PROGRAMME, Template.PLAN_PUBLISHED, facts);
    walk.walk();
    walk.walk();
    assertThat(told(Template.PLAN_PUBLISHED)).containsExactly("r-1", "r-2", "r-3", "r-4");
  }

  @Test
  void goesOnBehindThePageWhereItStopped() {
    agenda.tellEverybody(
        "e-9", Samples.PROGRAMME, Template.PLAN_PUBLISHED, Facts.at(Samples.EARLY));
    String id = kept.rounds.all.keySet().iterator().next();
    kept.rounds.change(id, round -> round.map(r -> r.reached("r-2")));
    walk.walk();
    assertThat(told(Template.PLAN_PUBLISHED)).containsExactly("r-3", "r-4");
    assertThat(Objects.requireNonNull(kept.rounds.all.get(id)).state()).isEqualTo(Round.State.DONE);
  }
}
