package org.cocreation.attendance.domain.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.attendance.domain.visits.Room.person;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cocreation.attendance.domain.InMemory;
import org.cocreation.attendance.domain.presence.Outcome;
import org.cocreation.attendance.domain.sheet.Observation;
import org.cocreation.attendance.domain.sheet.World;
import org.junit.jupiter.api.Test;

class FollowFeedTest {

  private final Room room = new Room();
  private final World world = room.world;

  FollowFeedTest() {
    world
        .person("r-1", "Inés Pérez", "ines@civic.example")
        .person("r-2", "Ben Tzul", "ben@civic.example");
  }

  @Test
  void joinedAndLeftAreAStayOfWhoeverTheNameIs() {
    room.feed.told(List.of(person("7").named("Ines Perez").joined("e1", 0)));
    assertThat(world.outcome("r-1")).isEqualTo(Outcome.UNKNOWN);

    room.feed.told(List.of(person("7").left("e2", 70)));

    assertThat(world.outcome("r-1")).isEqualTo(Outcome.ATTENDED);
    assertThat(world.sheet.line(World.W1, "r-1").judgement().minutes()).isEqualTo(70);
  }

  @Test
  void aLeftWaitsForItsJoined() {
    room.feed.told(List.of(person("7").left("e2", 70)));
    assertThat(world.observations.all()).isEmpty();

    room.feed.told(List.of(person("7").mailed("INES@civic.example").joined("e1", 0)));

    assertThat(world.sheet.line(World.W1, "r-1").judgement().minutes()).isEqualTo(70);
    assertThat(world.observations.all()).hasSize(1);
  }

  @Test
  void aMissingLeftIsUnknownAndNeverZeroUnlessTheRestIsEnough() {
    room.feed.told(
        List.of(
            person("7").named("Inés Pérez").on("a").joined("e1", 0),
            person("8").named("Ben Tzul").on("a").joined("e2", 0),
            person("8").on("a").left("e3", 65),
            person("8").on("b").joined("e4", 70)));

    assertThat(world.outcome("r-1")).isEqualTo(Outcome.UNKNOWN);
    assertThat(world.outcome("r-2")).isEqualTo(Outcome.ATTENDED);
  }

  @Test
  void withoutConnectionsOnlyAJoinedDirectlyBeforeALeftIsAStay() {
    room.feed.told(
        List.of(
            person("7").named("Inés Pérez").joined("e1", 0),
            person("7").joined("e2", 20),
            person("7").left("e3", 40)));

    assertThat(world.outcome("r-1")).isEqualTo(Outcome.UNKNOWN);
    assertThat(world.sheet.line(World.W1, "r-1").judgement().why().en())
        .contains("certain are 20 minutes");
  }

  @Test
  void reconnectingAtTheSameMomentLosesNothing() {
    room.feed.told(
        List.of(
            person("7").named("Inés Pérez").joined("e1", 0),
            person("7").joined("e3", 30),
            person("7").left("e2", 30),
            person("7").left("e4", 62)));

    assertThat(world.sheet.line(World.W1, "r-1").judgement().minutes()).isEqualTo(62);
  }

  @Test
  void toldAgainNothingChanges() {
    List<Told> all =
        List.of(person("7").named("Inés Pérez").joined("e1", 0), person("7").left("e2", 70));
    room.feed.told(all);
    List<Observation> before = world.observations.all().toList();

    room.feed.told(all);
    all.forEach(each -> room.feed.told(List.of(each)));

    assertThat(world.observations.all().toList()).isEqualTo(before);
  }

  @Test
  void aNameThatComesLaterMovesWhatWasSeenToThatPerson() {
    room.feed.told(List.of(person("7").named("iPad").joined("e1", 0), person("7").left("e2", 30)));
    assertThat(world.waiting()).hasSize(1);

    room.feed.told(
        List.of(person("7").named("Inés Pérez").joined("e3", 31), person("7").left("e4", 75)));

    assertThat(world.sheet.line(World.W1, "r-1").judgement().minutes()).isEqualTo(74);
    assertThat(world.waiting()).isEmpty();
  }

  @Test
  void whoHelpsIsNobodysAttendance() {
    room.feed.told(
        List.of(
            person("9").named("Host of the day").helping().joined("e1", -20),
            person("9").left("e2", 95)));

    assertThat(world.observations.all()).hasSize(1);
    assertThat(world.observations.all().findFirst().orElseThrow().entries())
        .allMatch(entry -> entry.staff());
  }

  @Test
  void inWhateverOrderAndHoweverOftenItComesTheEndIsTheSame() {
    List<Told> all =
        List.of(
            person("7").named("iPhone").on("a").joined("e1", -5),
            person("7").on("a").left("e2", 20),
            person("7").named("Inés Pérez").on("b").joined("e3", 25),
            person("7").on("b").left("e4", 70),
            person("8").mailed("ben@civic.example").joined("e5", 0),
            person("8").left("e6", 10),
            person("8").joined("e7", 12),
            person("8").named("Ben T.").left("e8", 80),
            person("5").registered("r-2").present("e9", 3, 9),
            person("6").named("Somebody Else").joined("e10", 3));
    Map<String, String> expected = answersAfter(all, 1, 0);
    Random random = new Random(7);
    for (int round = 0; round < 60; round++) {
      List<Told> shuffled = new ArrayList<>(all);
      shuffled.addAll(all.subList(0, random.nextInt(all.size())));
      Collections.shuffle(shuffled, random);
      assertThat(answersAfter(shuffled, 1 + random.nextInt(5), 0)).isEqualTo(expected);
    }
  }

  @Test
  void aCrashBetweenTheVisitAndTheSheetIsMadeGoodWhenItIsToldAgain() {
    List<Told> all =
        List.of(
            person("7").named("iPhone").joined("e1", 0),
            person("7").left("e2", 20),
            person("7").named("Inés Pérez").joined("e3", 25),
            person("7").left("e4", 80));
    Map<String, String> expected = answersAfter(all, 2, 0);
    for (int writes = 0; writes < 12; writes++) {
      assertThat(answersAfter(all, 2, writes)).isEqualTo(expected);
    }
  }

  @Test
  void refusesMoreThanAnyPersonDoes() {
    List<Told> many = new ArrayList<>();
    for (int i = 0; i < Visit.MOST; i++) {
      many.add(person("7").joined("e" + i, i));
    }
    room.feed.told(many);

    assertThatThrownBy(() -> room.feed.told(List.of(person("7").joined("one more", 0))))
        .isInstanceOf(IllegalStateException.class);
    room.feed.told(many.subList(0, 5));
  }

  @Test
  void erasureTakesNamesAndAddressesOutOfWhatConnectorsToldAndKeepsThemOut() {
    room.feed.told(
        List.of(
            person("7").named("Inés Pérez").mailed("ines@civic.example").joined("e1", 0),
            person("7").left("e2", 70)));

    room.forget.erase(List.of("r-1"));
    world.follow.erase(List.of("r-1"));
    room.feed.told(List.of(person("7").named("Inés Pérez").joined("e3", 71)));

    assertThat(room.visits.all().map(Visit::toString))
        .noneMatch(text -> text.contains("Pérez") || text.contains("civic.example"));
    assertThat(world.observations.all().map(Observation::toString))
        .noneMatch(text -> text.contains("Pérez") || text.contains("civic.example"));
    assertThat(room.visits.all().map(Visit::ref)).containsOnly("");
  }

  @Test
  void erasureLeavesAnothersVisitAlone() {
    room.feed.told(List.of(person("8").named("Ben Tzul").joined("e1", 0)));

    room.forget.erase(List.of("r-1"));

    assertThat(room.visits.all().map(Visit::erased)).containsExactly(false);
  }

  /** Told in batches of so many, on a service of its own that crashes once after so many writes. */
  private static Map<String, String> answersAfter(List<Told> all, int batch, int crashAfter) {
    Room fresh = new Room();
    fresh
        .world
        .person("r-1", "Inés Pérez", "ines@civic.example")
        .person("r-2", "Ben Tzul", "ben@civic.example");
    if (crashAfter > 0) {
      fresh.world.observations.crashAfterWrites(crashAfter);
    }
    for (int from = 0; from < all.size(); from += batch) {
      List<Told> some = all.subList(from, Math.min(all.size(), from + batch));
      try {
        fresh.feed.told(some);
      } catch (InMemory.Crash crash) {
        fresh.world.observations.recover();
        fresh.feed.told(some);
      }
    }
    return fresh.world.answers();
  }
}
