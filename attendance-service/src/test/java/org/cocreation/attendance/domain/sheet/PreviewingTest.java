package org.cocreation.attendance.domain.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.attendance.domain.sheet.World.signIn;
import static org.cocreation.attendance.domain.sheet.World.zoom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.cocreation.attendance.domain.InMemory.Crash;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.presence.Outcome;
import org.junit.jupiter.api.Test;

/** An import is a conversation: what it would give is shown before it gives anything. */
class PreviewingTest {

  private final World world = new World();

  @Test
  void changesNothingBeforeItIsAccepted() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    Map<String, String> before = world.answers();

    Import preview =
        world.preview(World.W1, zoom("Inés Pérez,,10:30,12:00", "Nena P,,10:30,12:00"));

    assertThat(preview.status()).isEqualTo(Import.Status.PREVIEW);
    assertThat(World.report(preview).states())
        .containsOnly(Map.entry(Match.State.MATCHED, 1), Map.entry(Match.State.WAITING, 1));
    assertThat(world.observations.all()).isEmpty();
    assertThat(world.answers()).isEqualTo(before);
    assertThat(world.events).isEmpty();
  }

  @Test
  void foreseesExactlyWhatAcceptingComesTo() {
    for (int seed = 0; seed < 40; seed++) {
      World other = new World();
      Random random = new Random(seed);
      other.person("r1", "Inés Pérez", "ines@civic.example");
      other.person("r2", "Ben Tzul", "ben@civic.example");
      other.person("r3", "Maria Lopez", "m1@civic.example");
      other.bring(zoom(rows(random)));
      if (random.nextBoolean()) {
        other.mark("r2", random.nextBoolean());
      }
      if (random.nextBoolean() && !other.waiting().isEmpty()) {
        other.decide.decide(
            other.waiting().get(0).observationId(),
            Match.State.MATCHED,
            List.of("r3"),
            "known",
            World.BY);
      }
      if (random.nextBoolean()) {
        other.close();
      }
      byte[] file =
          random.nextBoolean()
              ? signIn("Inés Pérez,,x", "m,m1@civic.example,x")
              : zoom(rows(random));
      Map<String, String> before = other.answers();
      Import preview = other.preview(World.W1, file);
      if (preview.status() == Import.Status.APPLIED) {
        continue;
      }
      Foreseen foreseen = Objects.requireNonNull(World.report(preview).foreseen());

      Import applied = other.files.accept(World.W1, preview.importId(), World.BY, "late");

      List<String> changed = new ArrayList<>();
      other
          .answers()
          .forEach(
              (id, answer) -> {
                if (!answer.equals(before.get(id))) {
                  changed.add(id + ": " + before.get(id) + " -> " + answer);
                }
              });
      assertThat(foreseen.items())
          .as("seed " + seed)
          .extracting(PreviewingTest::sentence)
          .containsExactlyInAnyOrderElementsOf(changed);
      assertThat(World.report(applied)).isEqualTo(World.report(preview));
    }
  }

  @Test
  void readsAPreviewAgainWhenTheFileIsSentAgainAsTheRosterMayHaveChanged() {
    byte[] file = zoom("Inés Pérez,,10:30,12:00");
    Import first = world.preview(World.W1, file);
    assertThat(World.report(first).states()).containsKey(Match.State.WAITING);
    world.person("r1", "Inés Pérez", "ines@civic.example");

    Import again = world.preview(World.W1, file);

    assertThat(again.importId()).isEqualTo(first.importId());
    assertThat(World.report(again).states()).containsOnlyKeys(Match.State.MATCHED);
    assertThat(world.imports.all()).hasSize(1);
  }

  @Test
  void showsRowByRowWhoIsMeantAndHow() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    Import preview =
        world.preview(
            World.W1,
            zoom(
                "Nena P,,10:30,10:40",
                "Inés Pérez,,10:30,12:00",
                "x,ines@civic.example,10:30,11:00"));

    List<PreviewImport.Row> rows = world.previews.rows(World.W1, preview.importId(), 0, 2);

    assertThat(rows).extracting(PreviewImport.Row::row).containsExactly(2, 3);
    assertThat(rows.get(0).about().standing().state()).isEqualTo(Match.State.WAITING);
    assertThat(rows.get(1).about().standing().by()).isEqualTo(Match.By.NAME);
    assertThat(rows.get(1).about().credited()).containsExactly("r1");
    assertThat(world.previews.rows(World.W1, preview.importId(), 3, 2))
        .singleElement()
        .matches(each -> each.about().standing().by() == Match.By.EMAIL);
    assertThat(world.observations.all()).isEmpty();
  }

  @Test
  void showsTheRowsOfAnImportWhoseFileIsNoLongerKept() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    Import applied = world.bring(zoom("Nena P,,10:30,10:40", "Inés Pérez,,10:30,12:00"));
    List<Integer> before = rowNumbers(applied);

    world.uploads.kept.clear();

    assertThat(rowNumbers(applied)).isEqualTo(before).containsExactly(2, 3);
    world.files.undo(World.W1, applied.importId(), World.BY, null);
    assertRefused(Refused.Reason.FILE_NOT_KEPT, () -> rowNumbers(applied));
    assertRefused(
        Refused.Reason.FILE_NOT_KEPT,
        () -> world.files.accept(World.W1, applied.importId(), World.BY, null));
  }

  @Test
  void acceptsAgainWhatWasUndone() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    Import applied = world.bring(zoom("Inés Pérez,,10:30,12:00"));
    Map<String, String> in = world.answers();
    world.files.undo(World.W1, applied.importId(), World.BY, "wrong file");

    Import again = world.files.accept(World.W1, applied.importId(), "dan", null);

    assertThat(again.status()).isEqualTo(Import.Status.APPLIED);
    assertThat(again.times()).isEqualTo(2);
    assertThat(again.undo()).isNull();
    assertThat(world.answers()).isEqualTo(in);
    assertThat(world.observations.all()).hasSize(1);
  }

  @Test
  void letsAPreviewGoWhenItIsDroppedOrItsTimeIsOver() {
    Import one = world.preview(World.W1, zoom("Inés Pérez,,10:30,12:00"));
    Import two = world.preview(World.W1, zoom("Ben Tzul,,10:30,12:00"));

    world.previews.drop(World.W1, one.importId());
    assertThat(world.imports.all()).containsExactly(two);
    assertRefused(
        Refused.Reason.UNKNOWN_IMPORT, () -> world.previews.drop(World.W1, one.importId()));
    assertRefused(
        Refused.Reason.UNKNOWN_IMPORT,
        () -> world.files.accept(World.W1, one.importId(), World.BY, null));

    world.now = world.now.plus(Duration.ofDays(8));
    assertThat(world.sweep.once()).isEmpty();
    assertThat(world.imports.all()).isEmpty();
    assertThat(world.uploads.kept).isEmpty();
  }

  @Test
  void doesNotLetGoWhatIsInAndLeavesWhatWasUndoneAsUndone() {
    byte[] file = zoom("Inés Pérez,,10:30,12:00");
    Import applied = world.bring(file);
    assertRefused(
        Refused.Reason.IMPORT_NOT_IN_PREVIEW,
        () -> world.previews.drop(World.W1, applied.importId()));
    world.files.undo(World.W1, applied.importId(), World.BY, "wrong file");
    world.preview(World.W1, file);

    world.previews.drop(World.W1, applied.importId());

    Import left = world.imports.find(applied.importId()).orElseThrow();
    assertThat(left.status()).isEqualTo(Import.Status.UNDONE);
    assertThat(left.undo()).isNotNull().matches(undo -> "wrong file".equals(undo.reason()));
  }

  @Test
  void asksForTheReasonWhenItIsAcceptedAfterClosingNotBefore() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.close();

    Import preview = world.preview(World.W1, zoom("Inés Pérez,,10:30,12:00"));
    assertRefused(
        Refused.Reason.REASON_REQUIRED,
        () -> world.files.accept(World.W1, preview.importId(), World.BY, " "));
    assertThat(world.corrected()).isEmpty();

    world.files.accept(World.W1, preview.importId(), World.BY, "the second room's list");
    assertThat(world.corrected())
        .singleElement()
        .matches(each -> each.reason().equals("the second room's list"));
  }

  @Test
  void bringsALargeImportInByAndByAndSaysHowFarItIs() {
    Import preview = world.preview(World.W1, zoom(many(60)));

    Import accepted = world.files.accept(World.W1, preview.importId(), World.BY, null);
    Import other = world.files.accept(World.W1, preview.importId(), "dan", null);

    assertThat(accepted.status()).isEqualTo(Import.Status.APPLYING);
    assertThat(accepted.progress()).isEqualTo(new Import.Progress(0, 60));
    assertThat(other).isEqualTo(accepted);
    assertThat(world.later).hasSize(1);
    world.observations.crashAfterWrites(90);
    assertThatThrownBy(world::doLater).isInstanceOf(Crash.class);
    world.observations.recover();
    assertThat(world.imports.find(preview.importId()).orElseThrow().progress())
        .isEqualTo(new Import.Progress(42, 60));

    assertThat(world.sweep.once()).isEmpty();
    assertThat(world.imports.find(preview.importId()).orElseThrow().status())
        .isEqualTo(Import.Status.APPLYING);
    world.now = world.now.plus(Duration.ofMinutes(1));
    assertThat(world.sweep.once()).isEmpty();

    Import applied = world.imports.find(preview.importId()).orElseThrow();
    assertThat(applied.status()).isEqualTo(Import.Status.APPLIED);
    assertThat(applied.progress()).isNull();
    assertThat(world.observations.all()).hasSize(60);
  }

  @Test
  void leavesNothingBehindWhenItIsUndoneUnderTheHandsOfASlowWorker() {
    world.person("r1", "Person Number1", "p1@civic.example");
    Import preview = world.preview(World.W1, zoom(many(60)));
    world.files.accept(World.W1, preview.importId(), World.BY, null);
    Runnable slow = world.later.remove();
    world.now = world.now.plus(Duration.ofMinutes(1));
    world.observations.afterWrites(
        10,
        () -> {
          world.sweep.once();
          world.files.undo(World.W1, preview.importId(), World.BY, null);
          world.doLater();
        });

    slow.run();

    assertThat(world.imports.find(preview.importId()).orElseThrow().status())
        .isEqualTo(Import.Status.UNDONE);
    assertThat(world.observations.all()).allMatch(each -> each.entries().isEmpty());
    assertThat(world.outcome("r1")).isEqualTo(Outcome.NOT_ATTENDED);
  }

  @Test
  void refusesToAcceptWhatWasNeverRecognised() {
    Import quarantined = world.preview(World.W1, signIn("x").clone());
    assertThat(quarantined.status()).isEqualTo(Import.Status.PREVIEW);
    Import nonsense =
        world.preview(World.W1, "nothing\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertRefused(
        Refused.Reason.IMPORT_NOT_APPLIED,
        () -> world.files.accept(World.W1, nonsense.importId(), World.BY, null));
  }

  private List<Integer> rowNumbers(Import it) {
    return world.previews.rows(World.W1, it.importId(), 0, 50).stream()
        .map(PreviewImport.Row::row)
        .toList();
  }

  private static String sentence(Foreseen.Item item) {
    return "%s: %s %s %s -> %s %s %s"
        .formatted(
            item.registrationId(),
            item.before().outcome(),
            item.before().mode(),
            item.before().minutes(),
            item.after().outcome(),
            item.after().mode(),
            item.after().minutes());
  }

  private static String[] many(int people) {
    String[] rows = new String[people];
    for (int i = 0; i < people; i++) {
      rows[i] = "Person Number" + i + ",,10:30,12:00";
    }
    return rows;
  }

  private static String[] rows(Random random) {
    List<String> names =
        List.of(
            "Inés Pérez,", "x,ines@civic.example", "Ben Tzul,", "Maria Lopez,", "Nena P,", "Desk,");
    String[] rows = new String[1 + random.nextInt(6)];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          names.get(random.nextInt(names.size()))
              + ",10:%02d,11:%02d".formatted(random.nextInt(60), random.nextInt(60));
    }
    return rows;
  }

  private static void assertRefused(Refused.Reason reason, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
