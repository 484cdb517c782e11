package org.cocreation.attendance.domain.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.attendance.domain.sheet.World.zoom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cocreation.attendance.domain.InMemory.Crash;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.presence.Outcome;
import org.junit.jupiter.api.Test;

/** A decision can be changed and taken back, and shows what it would change before it does. */
class DecidingTest {

  private final World world = new World();

  @Test
  void showsWhatADecisionWouldChangeInEverySessionAndChangesNothing() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(zoom("I Pérez,,10:30,12:00"));
    world.bring(World.W2, w2("I Pérez"));
    List<Observation> before = world.observations.all().toList();

    Foreseen foreseen =
        world.decide.preview(id("I Pérez"), Match.State.MATCHED, List.of("r1"), World.BY);

    assertThat(foreseen.outcomes()).isEqualTo(2);
    assertThat(foreseen.items())
        .extracting(each -> each.session().sessionId() + " " + each.after().outcome())
        .containsExactly("w1 ATTENDED", "w2 ATTENDED");
    assertThat(world.observations.all()).isEqualTo(before);
    assertThat(world.aliases.all()).isEmpty();
    assertThat(world.happenings.all())
        .extracting(Happening::kind)
        .containsOnly(Happening.Kind.IMPORT_ACCEPTED);
  }

  @Test
  void foreseesExactlyWhatDecidingChangingAndWithdrawingComeTo() {
    for (int seed = 0; seed < 60; seed++) {
      World other = new World();
      Random random = new Random(seed);
      other.person("r1", "Inés Pérez", "ines@civic.example");
      other.person("r2", "Ben Tzul", "ben@civic.example");
      other.bring(
          zoom("I Pérez,,10:30,11:20", "Inés Pérez,,11:00,11:45", "Desk,d@x.example,10:30,12:00"));
      other.bring(World.W2, w2("I Pérez", "Desk"));
      if (random.nextBoolean()) {
        other.close();
      }
      for (int step = 0; step < 5; step++) {
        List<Observation> all =
            other.observations.all().filter(each -> !each.entries().isEmpty()).toList();
        Observation about = all.get(random.nextInt(all.size()));
        List<String> people =
            List.of(List.of("r1"), List.of("r2"), List.of("r1", "r2")).get(random.nextInt(3));
        Map<String, String> before = answers(other);
        Foreseen foreseen;
        int what = random.nextInt(4);
        if (what == 0) {
          foreseen = other.decide.previewWithdrawal(about.observationId(), World.BY);
          other.decide.withdraw(about.observationId(), "late", World.BY);
        } else if (what == 1) {
          foreseen =
              other.decide.preview(about.observationId(), Match.State.STAFF, List.of(), World.BY);
          other.decide.decide(
              about.observationId(), Match.State.STAFF, List.of(), "late", World.BY);
        } else {
          foreseen =
              other.decide.preview(about.observationId(), Match.State.MATCHED, people, World.BY);
          other.decide.decide(about.observationId(), Match.State.MATCHED, people, "late", World.BY);
        }
        List<String> changed = new ArrayList<>();
        answers(other)
            .forEach(
                (key, answer) -> {
                  if (!answer.equals(before.get(key))) {
                    changed.add(key + " " + answer);
                  }
                });
        assertThat(foreseen.items())
            .as("seed " + seed + " step " + step)
            .extracting(
                each ->
                    each.session().sessionId()
                        + "/"
                        + each.registrationId()
                        + " "
                        + each.after().outcome()
                        + " "
                        + each.after().mode()
                        + " "
                        + each.after().minutes())
            .containsExactlyInAnyOrderElementsOf(changed);
      }
    }
  }

  @Test
  void correctsAnotherClosedSessionInWhichTheSameNameWaited() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(zoom("I Pérez,,10:30,12:00"));
    world.bring(World.W2, w2("I Pérez"));
    world.close();

    Observation there = world.observations.page(World.W2, java.util.Optional.empty(), "", 5).get(0);
    world.decide.decide(there.observationId(), Match.State.MATCHED, List.of("r1"), null, World.BY);

    assertThat(world.corrected())
        .singleElement()
        .matches(each -> each.judgement().outcome() == Outcome.ATTENDED);
  }

  @Test
  void remembersTheOtherSessionsDecisionWhenOneThatContradictsItIsTakenBack() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.person("r2", "Ben Tzul", "ben@civic.example");
    world.bring(zoom("I Pérez,,10:30,12:00"));
    world.bring(World.W2, w2("I Pérez"));
    world.match("I Pérez", "r1");
    Observation there = world.observations.page(World.W2, java.util.Optional.empty(), "", 5).get(0);
    world.decide.decide(there.observationId(), Match.State.MATCHED, List.of("r2"), null, World.BY);
    assertThat(remembered()).containsExactlyInAnyOrder("r1", "r2");

    world.decide.withdraw(there.observationId(), null, World.BY);

    assertThat(remembered()).containsExactly("r1");
    assertThat(world.observations.find(there.observationId()).orElseThrow().credited())
        .containsExactly("r1");
  }

  @Test
  void keepsWhatAnotherSessionTaughtThroughAnUndoThatACrashCutShort() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    Import first = world.bring(zoom("I Pérez,,10:30,12:00"));
    world.bring(World.W2, w2("I Pérez"));
    Observation there = world.observations.page(World.W2, java.util.Optional.empty(), "", 5).get(0);
    world.decide.decide(there.observationId(), Match.State.MATCHED, List.of("r1"), null, World.BY);
    world.observations.crashAfterWrites(1);
    assertThatThrownBy(() -> world.files.undo(World.W1, first.importId(), World.BY, null))
        .isInstanceOf(Crash.class);
    world.observations.recover();

    assertThat(world.sweep.once()).isEmpty();

    assertThat(remembered()).containsExactly("r1");
  }

  @Test
  void refusesToForeseeWhatWouldBeRefused() {
    world.bring(zoom("I Pérez,,10:30,12:00"));

    assertThatThrownBy(
            () -> world.decide.preview(id("I Pérez"), Match.State.MATCHED, List.of("r9"), "x"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.UNKNOWN_REGISTRATION));
    assertThat(world.decide.previewWithdrawal(id("I Pérez"), "x").people()).isZero();
  }

  private String id(String name) {
    return world.seenAs(name).observationId();
  }

  private List<String> remembered() {
    return world.aliases.all().flatMap(each -> each.people().stream()).toList();
  }

  private static Map<String, String> answers(World world) {
    Map<String, String> answers = new java.util.TreeMap<>();
    for (SessionKey session : List.of(World.W1, World.W2)) {
      for (ReadSheet.Line line : world.sheet.lines(session, "", 100)) {
        answers.put(
            session.sessionId() + "/" + line.person().registrationId(),
            line.judgement().outcome()
                + " "
                + line.judgement().mode()
                + " "
                + line.judgement().minutes());
      }
    }
    return answers;
  }

  private static byte[] w2(String... people) {
    StringBuilder file =
        new StringBuilder(
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n");
    for (String person : people) {
      file.append(person)
          .append(person.equals("Desk") ? ",d@x.example" : ",")
          .append(",02/20/2020 10:30:00 AM,02/20/2020 12:00:00 PM,90,No\n");
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }
}
