package org.cocreation.attendance.domain.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.attendance.domain.sheet.World.zoom;

import java.util.List;
import java.util.Optional;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.presence.Outcome;
import org.junit.jupiter.api.Test;

/** Who a row is taken for: never by likeness, never against a namesake. */
class MatchingTest {

  private final World world = new World();

  @Test
  void matchesByEmailWhateverTheNameSays() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(zoom("iPad de la oficina,INES@civic.example,10:30,12:00"));

    assertThat(world.seenAs("iPad de la oficina").standing().by()).isEqualTo(Match.By.EMAIL);
    assertThat(world.outcome("r1")).isEqualTo(Outcome.ATTENDED);
  }

  @Test
  void matchesByTheExactNameIfOnlyOnePersonCarriesIt() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(zoom("BTEC - ines perez (External),,10:30,12:00"));

    assertThat(world.seenAs("BTEC - ines perez (External)").standing().by())
        .isEqualTo(Match.By.NAME);
    assertThat(world.outcome("r1")).isEqualTo(Outcome.ATTENDED);
  }

  @Test
  void neverMatchesByANameThatTwoPeopleCarry() {
    world.person("r1", "Maria Lopez", "m1@civic.example");
    world.person("r2", "María López", "m2@civic.example");
    world.bring(zoom("Maria Lopez,,10:30,12:00"));

    assertThat(world.waiting()).hasSize(1);
    assertThat(world.outcome("r1")).isEqualTo(Outcome.NOT_ATTENDED);
    assertThat(world.outcome("r2")).isEqualTo(Outcome.NOT_ATTENDED);
    assertThat(world.sheet.seen(World.W1, Optional.empty(), "", 10).get(0).suggestions())
        .hasSize(2);
  }

  @Test
  void doesNotEvenRememberANameThatTwoPeopleCarry() {
    world.person("r1", "Maria Lopez", "m1@civic.example");
    world.person("r2", "María López", "m2@civic.example");
    world.bring(zoom("Maria Lopez,,10:30,12:00"));
    world.match("Maria Lopez", "r1");

    world.bring(World.W2, w2("Maria Lopez,"));

    assertThat(world.observations.waiting(World.W2)).isEqualTo(1);
  }

  @Test
  void takesNobodyForSomebodySimilar() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(
        zoom(
            "Inés Peres,,10:30,12:00",
            "i perez,,10:30,12:00",
            "Ines,ines@civc.example,10:30,12:00"));

    assertThat(world.waiting()).hasSize(3);
    assertThat(world.sheet.seen(World.W1, Optional.empty(), "", 10))
        .allSatisfy(
            seen ->
                assertThat(seen.suggestions())
                    .singleElement()
                    .satisfies(each -> assertThat(each.person().registrationId()).isEqualTo("r1")));
  }

  @Test
  void waitsWhereTheEmailIsOnePersonsAndTheNameExactlyAnothers() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.person("r2", "Ben Tzul", "ben@civic.example");
    world.bring(zoom("Ben Tzul,ines@civic.example,10:30,12:00"));

    assertThat(world.waiting()).hasSize(1);
  }

  @Test
  void creditsTwoPeopleBehindOneLogin() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.person("r2", "Ben Tzul", "ben@civic.example");
    world.bring(zoom("Inés and Ben,ines@civic.example,10:30,12:00"));
    assertThat(world.outcome("r2")).isEqualTo(Outcome.NOT_ATTENDED);

    world.match("Inés and Ben", "r1", "r2");

    assertThat(world.outcome("r1")).isEqualTo(Outcome.ATTENDED);
    assertThat(world.outcome("r2")).isEqualTo(Outcome.ATTENDED);
  }

  @Test
  void remembersADecisionForLaterSessionsAndForThoseAlreadyImported() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(World.W2, w2("I Pérez,"));
    world.bring(zoom("I Pérez,,10:30,12:00"));
    assertThat(world.observations.waiting(World.W2)).isEqualTo(1);

    world.match("I Pérez", "r1");

    assertThat(world.observations.waiting(World.W2)).isZero();
    assertThat(world.observations.page(World.W2, Optional.empty(), "", 5).get(0).standing().by())
        .isEqualTo(Match.By.REMEMBERED);
  }

  @Test
  void forgetsWhatWasWithdrawn() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(World.W2, w2("I Pérez,"));
    world.bring(zoom("I Pérez,,10:30,12:00"));
    world.match("I Pérez", "r1");

    world.decide.withdraw(world.seenAs("I Pérez").observationId(), null, World.BY);

    assertThat(world.waiting()).hasSize(1);
    assertThat(world.observations.waiting(World.W2)).isEqualTo(1);
    assertThat(world.outcome("r1")).isEqualTo(Outcome.NOT_ATTENDED);
  }

  @Test
  void doesNotRememberWhoHeldATablet() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(zoom("Galaxy Tab,,10:30,12:00"));
    world.match("Galaxy Tab", "r1");

    world.bring(World.W2, w2("Galaxy Tab,"));

    assertThat(world.observations.waiting(World.W2)).isEqualTo(1);
  }

  @Test
  void doesNotRememberANameAsNobody() {
    world.bring(zoom("Inés Pérez,,10:30,12:00"));
    world.decide.decide(
        world.seenAs("Inés Pérez").observationId(), Match.State.NOBODY, List.of(), null, World.BY);
    world.person("r1", "Inés Pérez", "ines@civic.example");

    world.bring(World.W2, w2("Inés Pérez,"));

    assertThat(world.observations.page(World.W2, Optional.empty(), "", 5).get(0).credited())
        .containsExactly("r1");
  }

  @Test
  void setsStaffApart() {
    world.bring(zoom("Host Desk,host@civic.example,10:00,12:10"));

    world.decide.decide(
        world.seenAs("Host Desk").observationId(), Match.State.STAFF, List.of(), null, World.BY);

    assertThat(world.waiting()).isEmpty();
    assertThat(world.observations.page(World.W1, Optional.of(Match.State.STAFF), "", 5)).hasSize(1);
  }

  @Test
  void takesAContactThatArrivesAfterTheImport() {
    world.registered("r1");
    world.bring(zoom("Inés Pérez,ines@civic.example,10:30,12:00"));
    assertThat(world.waiting()).hasSize(1);

    world.contact("r1", "Inés Pérez", "ines@civic.example", 1);

    assertThat(world.waiting()).isEmpty();
    assertThat(world.outcome("r1")).isEqualTo(Outcome.ATTENDED);
  }

  @Test
  void takesAMatchByNameBackWhenANamesakeRegistersBeforeClosing() {
    world.person("r1", "Maria Lopez", "m1@civic.example");
    world.bring(zoom("Maria Lopez,,10:30,12:00"));
    assertThat(world.outcome("r1")).isEqualTo(Outcome.ATTENDED);

    world.person("r2", "Maria Lopez", "m2@civic.example");

    assertThat(world.outcome("r1")).isEqualTo(Outcome.NOT_ATTENDED);
    assertThat(world.waiting()).hasSize(1);
  }

  @Test
  void doesNotMatchSomebodyWhoCancelled() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    world.bring(zoom("Inés Pérez,,10:30,12:00"));

    world.cancelled("r1");

    assertThat(world.waiting()).hasSize(1);
    assertThatThrownBy(() -> world.match("Inés Pérez", "r1"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.UNKNOWN_REGISTRATION));
  }

  @Test
  void refusesDecisionsThatContradictThemselves() {
    world.bring(zoom("I Pérez,,10:30,12:00"));
    String id = world.seenAs("I Pérez").observationId();

    assertThatThrownBy(
            () -> world.decide.decide(id, Match.State.MATCHED, List.of(), null, World.BY))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> world.decide.decide(id, Match.State.STAFF, List.of("r1"), null, World.BY))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> world.decide.decide("nothing", Match.State.STAFF, List.of(), null, World.BY))
        .isInstanceOf(Refused.class);
  }

  @Test
  void keepsADecisionThroughUndoAndImportAgain() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
    byte[] file = zoom("I Pérez,,10:30,12:00");
    Import first = world.bring(file);
    world.match("I Pérez", "r1");

    world.files.undo(World.W1, first.importId(), World.BY, null);
    assertThat(world.outcome("r1")).isEqualTo(Outcome.NOT_ATTENDED);
    world.bring(file);

    assertThat(world.outcome("r1")).isEqualTo(Outcome.ATTENDED);
  }

  private static byte[] w2(String... people) {
    StringBuilder file =
        new StringBuilder(
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n");
    for (String person : people) {
      file.append(person).append(",02/20/2020 10:30:00 AM,02/20/2020 12:00:00 PM,90,No\n");
    }
    return file.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
