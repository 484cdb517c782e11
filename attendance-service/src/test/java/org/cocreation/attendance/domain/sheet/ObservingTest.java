package org.cocreation.attendance.domain.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cocreation.attendance.domain.sheet.World.zoom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.cocreation.attendance.domain.InMemory.Crash;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Outcome;
import org.cocreation.attendance.domain.presence.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What comes without a file is evidence like a row: once, in whatever order, and after closing. */
class ObservingTest {

  private final World world = new World();

  @Test
  void countsWhatAFeedTellsLikeTheRowsOfAFile() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(zoom("Inés Pérez,,10:30,11:00"));

    tell(named("o1", 0, "Inés Pérez", null, "10:50", "11:40"));

    assertThat(world.sheet.line(World.W1, "r1").judgement().minutes()).isEqualTo(70);
    assertThat(world.observations.all()).hasSize(1);
  }

  @Test
  void takesTheSameThingOnceHoweverOftenItIsTold() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    Observed told = named("o1", 2, "x", "ines@civic.example", "10:30", "12:00");
    tell(told);
    List<Observation> before = world.observations.all().toList();

    tell(told, told);
    tell(named("o1", 1, "x", "ines@civic.example", "10:30", "10:40"));

    assertThat(world.observations.all()).isEqualTo(before);
    assertThat(world.outcome("r1")).isEqualTo(Outcome.ATTENDED);
  }

  @Test
  void comesToTheSameInWhateverOrderRevisionsPeopleAndFilesCome() {
    Map<String, String> expected = null;
    for (int seed = 0; seed < 80; seed++) {
      World shuffled = new World();
      List<Runnable> steps = new ArrayList<>();
      steps.add(() -> shuffled.person("r1", "Inés Pérez", "ines@civic.example"));
      steps.add(() -> shuffled.person("r2", "Ben Tzul", "ben@civic.example"));
      steps.add(() -> shuffled.bring(zoom("Ben Tzul,,10:30,10:50")));
      steps.add(() -> tell(shuffled, named("o1", 0, "Ben Tzul", null, "10:40", "12:00")));
      steps.add(() -> tell(shuffled, named("o1", 1, "Inés Pérez", null, "10:40", "12:00")));
      steps.add(() -> tell(shuffled, named("o1", 2, "Inés Pérez", null, "10:40", "11:50")));
      steps.add(() -> tell(shuffled, named("o2", 0, "Ben Tzul", null, "11:00", "11:20")));
      steps.add(() -> tell(shuffled, known("s1", "r2", "11:15", "11:30")));
      Collections.shuffle(steps, new Random(seed));
      steps.forEach(Runnable::run);
      steps.forEach(Runnable::run);

      if (expected == null) {
        expected = shuffled.answers();
      }
      assertThat(shuffled.answers()).as("seed " + seed).isEqualTo(expected);
    }
    assertThat(expected)
        .containsEntry("r1", "ATTENDED ONLINE 70")
        .containsEntry("r2", "NOT_ATTENDED ONLINE 50");
  }

  @Test
  void matchesARegistrationThatArrivesAfterItWasSeen() {
    tell(known("s1", "r1", "10:30", "12:00"));
    assertThat(world.waiting()).hasSize(1);

    world.person("r1", "Inés Pérez", "ines@civic.example");

    assertThat(world.waiting()).isEmpty();
    assertThat(world.outcome("r1")).isEqualTo(Outcome.ATTENDED);
  }

  @Test
  void correctsWhatAlreadyCountsAndSaysWhy() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.person("r2", "Ben Tzul", "ben@civic.example");
    tell(named("o1", 0, "Inés Pérez", null, "10:30", "12:00"));
    world.close();

    tell(named("o1", 1, "Ben Tzul", null, "10:30", "12:00"));

    assertThat(world.corrected())
        .extracting(
            each -> each.registrationId() + " " + each.judgement().outcome() + " " + each.reason())
        .containsExactlyInAnyOrder(
            "r1 NOT_ATTENDED " + Observe.LATER, "r2 ATTENDED " + Observe.LATER);
    assertThat(world.observations.unsettled(9)).isEmpty();
  }

  @Test
  void isCompletedByTellingItAgainAndTheSweepWhereverACrashCutItShort() {
    for (int writes = 0; writes < 9; writes++) {
      World crashing = new World();
      crashing.person("r1", "Inés Pérez", "ines@civic.example");
      crashing.person("r2", "Ben Tzul", "ben@civic.example");
      tell(crashing, named("o1", 0, "Inés Pérez", null, "10:30", "12:00"));
      crashing.close();
      crashing.observations.crashAfterWrites(writes);
      crashing.attendances.crashAfterWrites(writes / 2);
      Observed moved = named("o1", 1, "Ben Tzul", null, "10:30", "12:00");
      try {
        tell(crashing, moved);
      } catch (Crash crash) {
        assertThat(writes).isLessThan(9);
      }
      crashing.observations.recover();
      crashing.attendances.recover();

      tell(crashing, moved);
      assertThat(crashing.sweep.once()).isEmpty();

      assertThat(crashing.corrected()).hasSize(2);
      assertThat(crashing.outcome("r1")).isEqualTo(Outcome.NOT_ATTENDED);
      assertThat(crashing.outcome("r2")).isEqualTo(Outcome.ATTENDED);
      assertThat(crashing.observations.unsettled(9)).isEmpty();
    }
  }

  @Test
  void leavesOutWhatNamesNobodyAndSaysWhich() {
    Observed nobody = named("o9", 0, "***", null, "10:30", "12:00");

    assertThat(world.observe.observe(World.W1, List.of(nobody))).containsExactly(nobody.origin());
    assertThat(world.observations.all()).isEmpty();
  }

  @Test
  void setsApartWhoTheSourceSaysIsStaffUnlessACoordinatorSaysOtherwise() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    tell(staff("o1", "Inés Pérez"));

    Observation host = world.seenAs("Inés Pérez");
    assertThat(host.standing().state()).isEqualTo(Match.State.STAFF);
    assertThat(host.standing().by()).isEqualTo(Match.By.ROLE);
    assertThat(world.outcome("r1")).isEqualTo(Outcome.NOT_ATTENDED);
    assertThat(world.observations.page(World.W1, Optional.of(Match.State.STAFF), "", 5)).hasSize(1);

    world.match("Inés Pérez", "r1");
    assertThat(world.outcome("r1")).isEqualTo(Outcome.ATTENDED);

    world.decide.withdraw(host.observationId(), null, World.BY);
    assertThat(world.outcome("r1")).isEqualTo(Outcome.NOT_ATTENDED);
  }

  @Test
  void isNoStaffWhoIsAlsoListedAmongTheOthers() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    tell(staff("o1", "Inés Pérez"), named("o2", 0, "Inés Pérez", null, "10:30", "10:40"));

    assertThat(world.outcome("r1")).isEqualTo(Outcome.ATTENDED);
  }

  @Test
  void doesNotBringBackANameThatWasErased() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    Observed told = named("o1", 0, "Inés Pérez", null, "10:30", "12:00");
    tell(told);
    world.follow.erase(List.of("r1"));

    tell(told, named("o2", 0, "Inés Pérez", null, "10:30", "12:00"));

    assertThat(world.observations.all()).allMatch(each -> each.name() == null);
  }

  private void tell(Observed... observed) {
    tell(world, observed);
  }

  private static void tell(World world, Observed... observed) {
    world.observe.observe(World.W1, List.of(observed));
  }

  private static Observed named(
      String id, int revision, String name, @Nullable String email, String from, String to) {
    return new Observed(feed(id), revision, null, name, email, null, stay(from, to), false);
  }

  private static Observed staff(String id, String name) {
    return new Observed(feed(id), 0, null, name, null, null, stay("10:30", "12:00"), true);
  }

  private static Observed known(String id, String registrationId, String from, String to) {
    return Observed.registration(
        new Origin(Origin.Channel.SCAN, "door", id), registrationId, stay(from, to));
  }

  private static Origin feed(String id) {
    return new Origin(Origin.Channel.FEED, "rooms", id);
  }

  private static Evidence stay(String from, String to) {
    return Evidence.stay(Place.ONLINE, at(from), at(to));
  }

  private static Instant at(String clock) {
    return Instant.parse("2020-02-13T" + clock + ":00-06:00");
  }
}
