package org.cocreation.attendance.domain.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.attendance.domain.sheet.World.zoom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cocreation.attendance.domain.InMemory.Crash;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.presence.Place;
import org.junit.jupiter.api.Test;

/** Who did what when: told once, also after a crash, and without a name. */
class HistoryTest {

  private final World world = new World();

  @Test
  void tellsWhoDidWhatWhenWithTheLatestFirst() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    Import list = world.bring(zoom("Nena P,,10:30,12:00"));
    world.match("Nena P", "r1");
    world.decide.withdraw(world.seenAs("Nena P").observationId(), "a mistake", World.BY);
    world.mark("r1", true);
    world.close();
    world.marks.mark(World.W1, "r1", null, Place.VENUE, "another person", "dan");
    world.files.undo(World.W1, list.importId(), "dan", "wrong file");
    world.preview(World.W1, zoom("Nobody Else,,10:30,12:00"));

    List<Happening> history = world.sheet.history(World.W1, "", 50);

    assertThat(history)
        .extracting(each -> each.kind().word() + " " + each.by())
        .containsExactly(
            "import-undone dan",
            "correction null",
            "mark-withdrawn dan",
            "closing carla",
            "mark carla",
            "decision-withdrawn carla",
            "decision carla",
            "import-accepted carla");
    assertThat(history.get(1))
        .satisfies(
            correction -> {
              assertThat(correction.registrationIds()).containsExactly("r1");
              assertThat(correction.reason()).isEqualTo("another person");
              assertThat(correction.before()).matches(each -> each.word().equals("attended"));
              assertThat(correction.after()).matches(each -> each.word().equals("not-attended"));
            });
    assertThat(history.get(6).before()).matches(each -> each.word().equals("waiting"));
    assertThat(history.get(6).after())
        .isEqualTo(new Happening.Standing("matched", List.of("r1"), null));
    assertThat(history.toString()).doesNotContain("Inés", "Nena", "civic.example");
  }

  @Test
  void pagesThroughAllOfItWithoutAGapOrARepeat() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    for (int i = 0; i < 11; i++) {
      world.mark("r1", i % 2 == 0);
    }
    List<Happening> paged = new ArrayList<>();
    String after = "";
    for (List<Happening> page = world.sheet.history(World.W1, after, 3);
        !page.isEmpty();
        page = world.sheet.history(World.W1, after, 3)) {
      paged.addAll(page);
      after = page.get(page.size() - 1).position();
    }

    assertThat(paged).hasSize(11).isEqualTo(world.sheet.history(World.W1, "", 50));
    List<Happening> byTime = new ArrayList<>(paged);
    byTime.sort(Collections.reverseOrder(java.util.Comparator.comparing(Happening::at)));
    assertThat(paged).isEqualTo(byTime);
    assertThatThrownBy(() -> world.sheet.history(new SessionKey(World.PROGRAMME, "w9"), "", 3))
        .isInstanceOf(Refused.class);
  }

  @Test
  void tellsWhatACrashCutShortOnceAndNothingTwice() {
    for (int writes = 0; writes < 12; writes++) {
      World crashing = new World();
      crashing.person("r1", "Inés Pérez", "ines@civic.example");
      Import list = crashing.bring(zoom("Nena P,,10:30,12:00", "Inés Pérez,,10:30,10:40"));
      crashing.close();
      crashing.happenings.crashAfterWrites(writes / 4);
      crashing.attendances.crashAfterWrites(writes % 4);
      Observation nena = crashing.seenAs("Nena P");
      attempt(
          () ->
              crashing.decide.decide(
                  nena.observationId(), Match.State.MATCHED, List.of("r1"), "known", "dan"));
      attempt(
          () -> crashing.marks.mark(World.W1, "r1", false, Place.VENUE, "was elsewhere", "dan"));
      attempt(() -> crashing.files.undo(World.W1, list.importId(), "dan", "wrong file"));
      crashing.happenings.recover();
      crashing.attendances.recover();
      crashing.now = crashing.now.plus(Duration.ofMinutes(1));

      assertThat(crashing.sweep.once()).isEmpty();
      int told = (int) crashing.happenings.all().count();
      assertThat(crashing.sweep.once()).isEmpty();

      assertThat(crashing.happenings.all()).hasSize(told);
      assertThat(count(crashing, Happening.Kind.IMPORT_UNDONE)).isEqualTo(1);
      assertThat(count(crashing, Happening.Kind.DECISION)).isEqualTo(1);
      assertThat(count(crashing, Happening.Kind.CORRECTION))
          .as("after " + writes)
          .isEqualTo(crashing.corrected().size());
      assertThat(crashing.attendances.untold(9)).isEmpty();
      assertThat(crashing.observations.unsettled(9)).isEmpty();
    }
  }

  @Test
  void losesTheReasonsAboutSomebodyWhoIsErasedAndTheFilesThatMayNameThem() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.marks.mark(World.W1, "r1", true, Place.VENUE, "Inés phoned", World.BY);
    Import preview = world.preview(World.W1, zoom("Inés Pérez,,10:30,12:00"));

    world.follow.erase(List.of("r1"));

    assertThat(world.happenings.all()).allMatch(each -> "erased".equals(each.reason()));
    assertThat(world.uploads.kept).isEmpty();
    assertThatThrownBy(() -> world.files.accept(World.W1, preview.importId(), World.BY, null))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.FILE_NOT_KEPT));
    world.files.accept(
        World.W1,
        world.preview(World.W1, zoom("Inés Pérez,,10:30,12:00")).importId(),
        World.BY,
        null);
  }

  private static long count(World world, Happening.Kind kind) {
    return world.happenings.all().filter(each -> each.kind() == kind).count();
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (Crash crash) {
      assertThat(crash).isNotNull();
    }
  }
}
