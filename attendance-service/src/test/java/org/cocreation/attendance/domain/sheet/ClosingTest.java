package org.cocreation.attendance.domain.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.attendance.domain.sheet.World.signIn;
import static org.cocreation.attendance.domain.sheet.World.zoom;

import java.time.Duration;
import java.util.List;
import org.cocreation.attendance.domain.InMemory.Crash;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Mode;
import org.cocreation.attendance.domain.presence.Outcome;
import org.cocreation.attendance.domain.presence.Place;
import org.junit.jupiter.api.Test;

/**
 * Attendance counts when a coordinator closes the session, and can be corrected afterwards (rule 4
 * of the domain).
 */
class ClosingTest {

  private final World world = new World();

  @Test
  void recordsEveryoneOnTheRosterAndNobodyWhoCancelled() {
    twentyPeople();
    world.cancelled("r07");
    world.bring(zoom("Person Number03,,10:30,12:00"));

    Sheet closed = world.close();

    assertThat(closed.status()).isEqualTo(Sheet.Status.CLOSED);
    assertThat(closed.counts()).isEqualTo(new Tally(1, 18, 0));
    assertThat(world.recorded()).hasSize(19).allMatch(each -> each.revision() == 1);
    assertThat(world.recorded()).noneMatch(each -> each.registrationId().equals("r07"));
    assertThat(world.closed()).singleElement().matches(each -> each.attended() == 1);
  }

  @Test
  void asksAboutWhatIsUnresolved() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(zoom("Nena P,,10:30,12:00"));

    assertThatThrownBy(() -> world.closing.close(World.W1, false, World.BY))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.details()).containsEntry("undecided", 1));
    assertThat(world.recorded()).isEmpty();

    assertThat(world.closing.close(World.W1, true, World.BY).undecided()).isEqualTo(1);
    assertThat(world.recorded()).hasSize(1);
  }

  @Test
  void asksWhenNothingWasImported() {
    world.person("r1", "Inés Pérez", "ines@civic.example");

    assertThatThrownBy(() -> world.closing.close(World.W1, false, World.BY))
        .isInstanceOf(Refused.class);
    assertThat(world.closing.unresolved(World.W1).warnings()).hasSize(1);
  }

  @Test
  void warnsOfPreviewsAndOfPeopleOfWhomItIsNotKnown() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.person("r2", "Ben Tzul", "ben@civic.example");
    world.bring(zoom("Inés Pérez,,10:30,"));
    world.preview(World.W1, zoom("Ben Tzul,,10:30,12:00"));
    world.mark("r2", true);

    Unresolved unresolved = world.closing.unresolved(World.W1);

    assertThat(unresolved.previews()).isEqualTo(1);
    assertThat(unresolved.unknown()).isEqualTo(1);
    assertThat(unresolved.warnings()).hasSize(2);
    assertThatThrownBy(() -> world.closing.close(World.W1, false, World.BY))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.details())
                    .containsEntry("previews", 1)
                    .containsEntry("unknown", 1));

    world.mark("r1", true);
    assertThat(world.closing.unresolved(World.W1).unknown()).isZero();
  }

  @Test
  void warnsOfAnImportThatIsStillBeingBroughtIn() {
    String[] rows = new String[50];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "Person Number" + i + ",,10:30,12:00";
    }
    world.files.accept(World.W1, world.preview(World.W1, zoom(rows)).importId(), World.BY, null);

    assertThat(world.closing.unresolved(World.W1).unfinished()).isEqualTo(1);
    assertThat(world.closing.unresolved(World.W1).warnings()).hasSize(2);
  }

  @Test
  void needsNoFileWhereAFeedTellsWhoWasThere() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.observe.observe(
        World.W1,
        List.of(
            Observed.registration(
                new Origin(Origin.Channel.SCAN, "door", "n1"), "r1", Evidence.signature())));

    assertThat(world.closing.close(World.W1, false, World.BY).status())
        .isEqualTo(Sheet.Status.CLOSED);
  }

  @Test
  void correctsWhenAnImportThatBeganBeforeClosingEndsAfterIt() {
    String[] rows = new String[50];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "Person Number%02d,,10:30,12:00".formatted(i);
    }
    twentyPeople();
    world.files.accept(World.W1, world.preview(World.W1, zoom(rows)).importId(), World.BY, null);
    world.close();

    world.doLater();

    assertThat(world.corrected()).hasSize(20).allMatch(each -> each.reason().equals(Observe.LATER));
  }

  @Test
  void closesOnceHoweverOftenItIsAsked() {
    twentyPeople();
    world.close();
    int events = world.events.size();

    world.close();

    assertThat(world.events).hasSize(events);
  }

  @Test
  void doesNotCloseASessionThatIsCancelledOrAhead() {
    assertRefused(
        Refused.Reason.SESSION_CANCELLED,
        () -> world.closing.close(new SessionKey(World.PROGRAMME, "w3"), true, World.BY));
    assertRefused(
        Refused.Reason.UNKNOWN_SESSION,
        () -> world.closing.close(new SessionKey(World.PROGRAMME, "w9"), true, World.BY));
    world.now = World.START.minusSeconds(1000);
    assertRefused(
        Refused.Reason.SESSION_NOT_STARTED, () -> world.closing.close(World.W1, true, World.BY));
  }

  @Test
  void isCompletedByTheSweepWhereverACrashCutItShort() {
    for (int writes = 0; writes < 25; writes++) {
      World crashing = new World();
      twentyPeople(crashing);
      crashing.attendances.crashAfterWrites(writes);
      try {
        crashing.close();
      } catch (Crash crash) {
        assertThat(crashing.sheets.of(World.W1).status()).isEqualTo(Sheet.Status.CLOSING);
      }
      crashing.attendances.recover();
      crashing.now = crashing.now.plus(Duration.ofMinutes(1));

      assertThat(crashing.sweep.once()).isEmpty();

      assertThat(crashing.sheets.of(World.W1).status()).isEqualTo(Sheet.Status.CLOSED);
      assertThat(crashing.recorded()).hasSize(20);
      assertThat(crashing.recorded().stream().map(each -> each.registrationId()).distinct())
          .hasSize(20);
      assertThat(crashing.corrected()).isEmpty();
      assertThat(crashing.closed()).hasSize(1);
    }
  }

  @Test
  void correctsAfterALateDecisionAndSaysWhy() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(zoom("Nena P,,10:30,12:00"));
    world.close();

    world.decide.decide(
        world.seenAs("Nena P").observationId(),
        Match.State.MATCHED,
        List.of("r1"),
        "confirmed by phone",
        World.BY);

    assertThat(world.corrected())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.registrationId()).isEqualTo("r1");
              assertThat(each.revision()).isEqualTo(2);
              assertThat(each.previousOutcome()).isEqualTo(Outcome.NOT_ATTENDED);
              assertThat(each.judgement().outcome()).isEqualTo(Outcome.ATTENDED);
              assertThat(each.reason()).isEqualTo("confirmed by phone");
            });
  }

  @Test
  void asksForAReasonOnceTheSessionCounts() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    byte[] file = zoom("Nena P,,10:30,12:00");
    Import first = world.bring(file);
    world.close();

    assertRefused(
        Refused.Reason.REASON_REQUIRED,
        () ->
            world.decide.decide(
                world.seenAs("Nena P").observationId(),
                Match.State.MATCHED,
                List.of("r1"),
                " ",
                World.BY));
    assertRefused(
        Refused.Reason.REASON_REQUIRED,
        () -> world.files.undo(World.W1, first.importId(), World.BY, null));
    assertRefused(
        Refused.Reason.REASON_REQUIRED, () -> world.bring(zoom("Inés Pérez,,10:30,12:00")));
    assertThat(world.corrected()).isEmpty();
  }

  @Test
  void correctsAfterALateImportAndBackAfterItsUndo() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.person("r2", "Ben Tzul", "ben@civic.example");
    world.close();

    Import late = world.bring(signIn("Inés Pérez,,x"), "found the paper");
    assertThat(world.corrected()).hasSize(1);
    assertThat(world.corrected().get(0).judgement().mode()).isEqualTo(Mode.VENUE);

    world.files.undo(World.W1, late.importId(), World.BY, "it was another day's");
    assertThat(world.corrected()).hasSize(2);
    assertThat(world.corrected().get(1).previousOutcome()).isEqualTo(Outcome.ATTENDED);
    assertThat(world.corrected().get(1).reason()).isEqualTo("it was another day's");
  }

  @Test
  void saysNothingWhenNeitherOutcomeNorFiguresChange() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(zoom("Inés Pérez,,10:30,12:00"));
    world.close();

    world.bring(zoom("Inés Pérez,,10:40,11:50"), "a second export");

    assertThat(world.corrected()).isEmpty();
  }

  @Test
  void correctsByAMarkInTheSameWrite() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.close();

    world.mark("r1", true);
    world.mark("r1", true);
    world.mark("r1", false);
    world.mark("r1", null);

    assertThat(world.corrected())
        .extracting(each -> each.judgement().outcome())
        .containsExactly(Outcome.ATTENDED, Outcome.NOT_ATTENDED, Outcome.NOT_ATTENDED);
  }

  @Test
  void keepsTheScheduleItWasJudgedBy() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(zoom("Inés Pérez,,10:30,11:31"));
    world.close();

    var moved = World.programme(2);
    world.follow.programmesSet(
        List.of(
            new org.cocreation.attendance.domain.roster.Programme(
                World.PROGRAMME, 2, World.ZONE, 1.0, 0, 0, moved.sessions())));
    world.registered("r2");
    world.mark("r2", true);

    assertThat(world.outcome("r1")).isEqualTo(Outcome.ATTENDED);
    assertThat(world.recorded().get(1).judgement().requiredMinutes()).isEqualTo(60);
  }

  @Test
  void recordsSomebodyWhoRegistersAfterClosing() {
    world.bring(zoom("Inés Pérez,,10:30,12:00"));
    world.close();

    world.registered("r1");
    assertThat(world.recorded()).singleElement().matches(each -> each.revision() == 1);

    world.contact("r1", "Inés Pérez", "ines@civic.example", 1);
    assertThat(world.corrected())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.judgement().outcome()).isEqualTo(Outcome.ATTENDED);
              assertThat(each.reason()).isEqualTo(FollowRoster.LATE);
            });
  }

  @Test
  void takesNothingFromAnybodyWhenANamesakeRegistersAfterClosing() {
    world.person("r1", "Maria Lopez", "m1@civic.example");
    world.bring(zoom("Maria Lopez,,10:30,12:00"));
    world.close();

    world.person("r2", "Maria Lopez", "m2@civic.example");

    assertThat(world.corrected()).isEmpty();
    assertThat(world.outcome("r1")).isEqualTo(Outcome.ATTENDED);
  }

  @Test
  void finishesWhatFollowsFromADecisionAfterACrash() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(zoom("Nena P,,10:30,12:00"));
    world.close();
    world.attendances.crashAfterWrites(0);

    assertThatThrownBy(() -> world.match("Nena P", "r1")).isInstanceOf(Crash.class);
    world.attendances.recover();
    world.sweep.once();

    assertThat(world.corrected()).hasSize(1);
    assertThat(world.observations.unsettled(5)).isEmpty();
  }

  @Test
  void showsAMarkAgainstTheListsAndTwoPlacesAtOnceAsConflicts() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(zoom("Inés Pérez,,10:30,12:00"));
    world.bring(signIn("Inés Pérez,,x"));

    assertThat(world.sheet.line(World.W1, "r1").judgement().mode()).isEqualTo(Mode.BOTH);
    world.mark("r1", false);

    assertThat(world.sheet.line(World.W1, "r1").conflicts())
        .extracting(Conflict::kind)
        .containsExactly("venue-and-online", "mark-against-evidence");
  }

  @Test
  void refusesAMarkWithoutAReasonOrForSomebodyUnknown() {
    world.person("r1", "Inés Pérez", "ines@civic.example");

    assertRefused(
        Refused.Reason.REASON_REQUIRED,
        () -> world.marks.mark(World.W1, "r1", true, Place.VENUE, "", World.BY));
    assertRefused(
        Refused.Reason.UNKNOWN_REGISTRATION,
        () -> world.marks.mark(World.W1, "r9", true, Place.VENUE, "seen", World.BY));
  }

  private void twentyPeople() {
    twentyPeople(world);
  }

  private static void twentyPeople(World world) {
    for (int i = 1; i <= 20; i++) {
      String number = "%02d".formatted(i);
      world.person("r" + number, "Person Number" + number, "p" + number + "@civic.example");
    }
  }

  private static void assertRefused(Refused.Reason reason, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
