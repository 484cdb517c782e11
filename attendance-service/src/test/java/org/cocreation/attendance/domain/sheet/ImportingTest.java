package org.cocreation.attendance.domain.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.attendance.domain.sheet.World.signIn;
import static org.cocreation.attendance.domain.sheet.World.zoom;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cocreation.attendance.domain.InMemory.Crash;
import org.cocreation.attendance.domain.feeds.Contents;
import org.cocreation.attendance.domain.feeds.SetAside;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.presence.Outcome;
import org.junit.jupiter.api.Test;

class ImportingTest {

  private final World world = new World();

  @Test
  void reportsWhatCameOfEachRow() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.person("r2", "Ben Tzul", "ben@civic.example");

    ImportReport report =
        World.report(
            world.bring(
                zoom(
                    "Inés Pérez,ines@civic.example,10:28,10:50",
                    "Inés Pérez,ines@civic.example,11:01,11:43",
                    "ben tzul,,10:30,12:00",
                    "Nena P,,10:30,12:00",
                    "Early Bird,,07:00,08:00",
                    "***,,10:30,12:00",
                    ",,10:30,12:00")));

    assertThat(report.rows()).isEqualTo(7);
    assertThat(report.accepted()).isEqualTo(4);
    assertThat(report.otherSessions()).isEqualTo(1);
    assertThat(report.problemCount()).isEqualTo(2);
    assertThat(report.problems()).extracting(each -> each.row()).containsExactly(8, 7);
    assertThat(report.people()).isEqualTo(3);
    assertThat(report.states())
        .containsAllEntriesOf(Map.of(Match.State.MATCHED, 2, Match.State.WAITING, 1));
    assertThat(report.ways()).containsAllEntriesOf(Map.of(Match.By.EMAIL, 1, Match.By.NAME, 1));
    assertThat(world.sheet.line(World.W1, "r1").judgement().minutes()).isEqualTo(64);
  }

  @Test
  void takesTheSameFileTwiceAsTheSameImport() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    byte[] file = zoom("Inés Pérez,,10:30,12:00");
    Import first = world.bring(file);

    PreviewImport.Previewed again =
        world.previews.preview(World.W1, "copy.csv", new Contents(file), null, "dan");

    assertThat(again.first()).isFalse();
    assertThat(again.report()).isEqualTo(first);
    assertThat(world.files.accept(World.W1, first.importId(), "dan", null)).isEqualTo(first);
  }

  @Test
  void undoesExactlyWhatOneImportGave() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.person("r2", "Ben Tzul", "ben@civic.example");
    world.bring(zoom("Inés Pérez,,10:30,11:00"));
    Map<String, String> before = world.answers();
    Import second = world.bring(zoom("Inés Pérez,,10:50,12:00", "Ben Tzul,,10:30,12:00"));
    assertThat(world.answers()).isNotEqualTo(before);

    Import undone = world.files.undo(World.W1, second.importId(), World.BY, null);

    assertThat(undone.status()).isEqualTo(Import.Status.UNDONE);
    assertThat(world.answers()).isEqualTo(before);
    assertThat(world.files.undo(World.W1, second.importId(), World.BY, null)).isEqualTo(undone);
  }

  @Test
  void importsAgainWhatWasUndone() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    byte[] file = zoom("Inés Pérez,,10:30,12:00");
    Import first = world.bring(file);
    world.files.undo(World.W1, first.importId(), World.BY, null);

    Import again = world.preview(World.W1, file);
    assertThat(again.importId()).isEqualTo(first.importId());
    assertThat(again.status()).isEqualTo(Import.Status.PREVIEW);
    assertThat(world.outcome("r1")).isEqualTo(Outcome.NOT_ATTENDED);
    world.files.accept(World.W1, again.importId(), World.BY, null);
    assertThat(world.outcome("r1")).isEqualTo(Outcome.ATTENDED);
  }

  @Test
  void putsAFileThatNothingRecognisesAsideAndChangesNothing() {
    byte[] file = "Teilnehmer;Beitritt\nInés;10:30\n".getBytes(StandardCharsets.UTF_8);

    Import quarantined = world.bring(file);

    assertThat(quarantined.status()).isEqualTo(Import.Status.QUARANTINED);
    assertThat(quarantined.seen()).isEqualTo("Teilnehmer;Beitritt");
    assertThat(world.observations.all()).isEmpty();
    assertThat(world.uploads.kept).containsKey(quarantined.importId());

    world.now = world.now.plus(Duration.ofDays(31));
    world.sweep.once();
    assertThat(world.uploads.kept).isEmpty();
  }

  @Test
  void setsAsideWhoDidNotSign() {
    world.person("r1", "Inés Pérez", "ines@civic.example");

    ImportReport report = World.report(world.bring(signIn("Inés Pérez,,", "Ben Tzul,,x")));

    assertThat(report.setAside()).containsExactly(new SetAside(2, SetAside.Reason.NOT_SIGNED));
    assertThat(world.outcome("r1")).isEqualTo(Outcome.NOT_ATTENDED);
  }

  @Test
  void isCompletedByTheSweepWhereverACrashCutItShort() {
    for (int writes = 0; writes < 8; writes++) {
      World crashing = new World();
      crashing.person("r1", "Inés Pérez", "ines@civic.example");
      crashing.person("r2", "Ben Tzul", "ben@civic.example");
      byte[] file = zoom("Inés Pérez,,10:30,12:00", "Ben Tzul,,10:30,12:00", "Nena P,,10:30,12:00");
      crashing.observations.crashAfterWrites(writes);
      try {
        crashing.bring(file);
      } catch (Crash crash) {
        assertThat(crashing.imports.unfinished(crashing.now.plusSeconds(60))).hasSize(1);
      }
      crashing.observations.recover();
      crashing.now = crashing.now.plus(Duration.ofMinutes(1));

      assertThat(crashing.sweep.once()).isEmpty();

      assertThat(crashing.imports.count(World.W1, Import.Status.APPLIED)).isEqualTo(1);
      assertThat(crashing.outcome("r1")).isEqualTo(Outcome.ATTENDED);
      assertThat(crashing.outcome("r2")).isEqualTo(Outcome.ATTENDED);
      assertThat(crashing.waiting()).hasSize(1);
    }
  }

  @Test
  void anUndoIsCompletedByTheSweepWhereverACrashCutItShort() {
    for (int writes = 0; writes < 6; writes++) {
      World crashing = new World();
      crashing.person("r1", "Inés Pérez", "ines@civic.example");
      crashing.person("r2", "Ben Tzul", "ben@civic.example");
      Import brought = crashing.bring(zoom("Inés Pérez,,10:30,12:00", "Ben Tzul,,10:30,12:00"));
      crashing.close();
      crashing.attendances.crashAfterWrites(writes / 2);
      crashing.observations.crashAfterWrites(writes);
      try {
        crashing.files.undo(World.W1, brought.importId(), World.BY, "wrong file");
      } catch (Crash crash) {
        assertThat(crashing.imports.unfinished(crashing.now.plusSeconds(60))).hasSize(1);
      }
      crashing.observations.recover();
      crashing.attendances.recover();
      crashing.now = crashing.now.plus(Duration.ofMinutes(1));

      assertThat(crashing.sweep.once()).isEmpty();

      assertThat(crashing.imports.find(brought.importId()).orElseThrow().status())
          .isEqualTo(Import.Status.UNDONE);
      assertThat(crashing.corrected()).hasSize(2);
    }
  }

  @Test
  void comesToTheSameWhateverTheOrderOfImportsDecisionsAndUndos() {
    Map<String, String> expected = null;
    for (int seed = 0; seed < 60; seed++) {
      World shuffled = new World();
      List<Runnable> steps = new ArrayList<>();
      byte[] one =
          zoom("Inés Pérez,,10:28,10:50", "Nena P,,11:01,11:43", "Maria Lopez,,10:30,12:00");
      byte[] two = zoom("Inés Pérez,,10:40,11:05", "Shared Desk,,10:30,11:45");
      byte[] three = zoom("Ben Tzul,,10:30,12:00", "Inés Pérez,,10:30,12:00");
      steps.add(() -> shuffled.registered("r1"));
      steps.add(() -> shuffled.contact("r1", "Inés Pérez", "ines@civic.example", 1));
      steps.add(() -> shuffled.person("r2", "Ben Tzul", "ben@civic.example"));
      steps.add(() -> shuffled.person("r3", "Maria Lopez", "m1@civic.example"));
      steps.add(() -> shuffled.person("r4", "María López", "m2@civic.example"));
      steps.add(() -> shuffled.bring(one));
      steps.add(() -> shuffled.bring(two));
      steps.add(
          () -> shuffled.files.undo(World.W1, shuffled.bring(three).importId(), World.BY, null));
      Collections.shuffle(steps, new Random(seed));
      steps.forEach(Runnable::run);
      List<Runnable> decisions = new ArrayList<>();
      decisions.add(() -> shuffled.match("Nena P", "r1"));
      decisions.add(() -> shuffled.match("Shared Desk", "r1", "r2"));
      Collections.shuffle(decisions, new Random(seed));
      decisions.forEach(Runnable::run);

      if (expected == null) {
        expected = shuffled.answers();
      }
      assertThat(shuffled.answers()).isEqualTo(expected);
    }
    assertThat(expected)
        .containsEntry("r2", "ATTENDED ONLINE 75")
        .containsEntry("r3", "NOT_ATTENDED NONE 0");
  }

  @Test
  void keepsTheFullestOfTwoExportsOfTotals() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(totals("Inés Pérez,,20,No"));
    world.bring(totals("Inés Pérez,,50,No"));

    assertThat(world.outcome("r1")).isEqualTo(Outcome.NOT_ATTENDED);
    assertThat(world.sheet.line(World.W1, "r1").judgement().minutes()).isEqualTo(50);
  }

  @Test
  void refusesToUndoWhatWasNeverBroughtIn() {
    Import quarantined = world.bring("nothing\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> world.files.undo(World.W1, quarantined.importId(), World.BY, null))
        .hasMessageContaining("never brought in");
    assertThatThrownBy(() -> world.files.undo(World.W2, quarantined.importId(), World.BY, null))
        .hasMessageContaining("no import");
  }

  private static byte[] totals(String... rows) {
    return ("Name (Original Name),User Email,Total Duration (Minutes),Guest\n"
            + String.join("\n", rows))
        .getBytes(StandardCharsets.UTF_8);
  }
}
