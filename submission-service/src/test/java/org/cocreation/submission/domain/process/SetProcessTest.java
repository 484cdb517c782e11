package org.cocreation.submission.domain.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cocreation.submission.domain.Fault;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.World;
import org.cocreation.submission.domain.World.Settings;
import org.junit.jupiter.api.Test;

class SetProcessTest {

  private final World world = new World();

  private List<String> refused(UnaryOperator<Settings> change) {
    ProgrammeProcess wanted = world.process(change);
    return refused(wanted);
  }

  private List<String> refused(ProgrammeProcess wanted) {
    try {
      world.setProcess.set(wanted);
      return List.of();
    } catch (Refusal refusal) {
      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
      return refusal.faults().stream().map(Fault::field).toList();
    }
  }

  private static Rubric rubric(int quorum, List<Gate> gates, List<Criterion> criteria) {
    return new Rubric(0, gates, criteria, quorum);
  }

  private static UnaryOperator<Settings> with(Rubric rubric) {
    return s -> new Settings(s.who(), s.closeAt(), rubric, s.committee(), s.wordLimits());
  }

  @Test
  void appliesASensibleDefaultUntilOneIsSet() {
    ProgrammeProcess process = world.setProcess.inForce(World.BELIZE);
    assertThat(process.revision()).isZero();
    assertThat(process.rubric().quorum()).isEqualTo(3);
    assertThat(process.rubric().gates()).isNotEmpty();
    assertThat(process.consultationLength()).isEqualTo(Duration.ofDays(30));
    assertThat(refused(process)).isEmpty();
  }

  @Test
  void countsARevisionOnlyWhenItSaysSomethingNew() {
    ProgrammeProcess first = world.setProcess.set(world.process(s -> s));
    world.clock.pass(Duration.ofHours(1));
    assertThat(world.setProcess.set(world.process(s -> s))).isEqualTo(first);
    ProgrammeProcess second =
        world.setProcess.set(
            world.process(
                s ->
                    new Settings(
                        ProgrammeProcess.WhoMaySubmit.CERTIFIED,
                        null,
                        s.rubric(),
                        s.committee(),
                        s.wordLimits())));
    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.rubric().processRevision()).isEqualTo(2);
  }

  @Test
  void refusesARubricThatCannotWork() {
    Criterion criterion = new Criterion("one", Wording.of("One", "Uno"), 1);
    Gate gate = new Gate("gate", Wording.of("Gate", "Puerta"));
    assertThat(refused(with(rubric(0, List.of(gate), List.of(criterion)))))
        .containsExactly("quorum");
    assertThat(refused(with(rubric(1, List.of(gate, gate), List.of(criterion)))))
        .containsExactly("gates");
    assertThat(
            refused(
                with(rubric(1, List.of(new Gate("Two words", gate.text())), List.of(criterion)))))
        .containsExactly("gates");
    assertThat(refused(with(rubric(1, List.of(), List.of())))).containsExactly("criteria");
    assertThat(
            refused(with(rubric(1, List.of(), List.of(new Criterion("one", criterion.text(), 0))))))
        .containsExactly("criteria[0].weight");
  }

  @Test
  void refusesWordLimitsForFieldsThatAreNotThere() {
    assertThat(
            refused(
                s ->
                    new Settings(
                        s.who(),
                        null,
                        s.rubric(),
                        List.of(),
                        List.of(new ProgrammeProcess.WordLimit("poem", 10)))))
        .containsExactly("template.wordLimits.poem");
    assertThat(
            refused(
                s ->
                    new Settings(
                        s.who(),
                        null,
                        s.rubric(),
                        List.of(),
                        List.of(new ProgrammeProcess.WordLimit("title", 0)))))
        .containsExactly("template.wordLimits.title");
  }

  @Test
  void refusesAMemberNamedTwice() {
    CommitteeMember carla = new CommitteeMember(new MemberId("carla"), null, null);
    assertThat(
            refused(s -> new Settings(s.who(), null, s.rubric(), List.of(carla, carla), List.of())))
        .containsExactly("committee");
  }

  @Test
  void refusesTemplatesAndListsThatDoNotShip() {
    ProgrammeProcess d = world.process(s -> s);
    ProgrammeProcess elsewhere =
        new ProgrammeProcess(
            d.programme(),
            0,
            7,
            List.of(),
            d.whoMaySubmit(),
            0,
            null,
            d.rubric(),
            d.classifications(),
            "areas-1900",
            List.of(),
            true,
            List.of(),
            0,
            null);
    assertThat(refused(elsewhere))
        .containsExactlyInAnyOrder(
            "template.version", "notesPerPerson", "consultation.days", "policyAreas.list");
    ProgrammeProcess wrongCode =
        new ProgrammeProcess(
            d.programme(),
            0,
            1,
            List.of(),
            d.whoMaySubmit(),
            5,
            null,
            d.rubric(),
            d.classifications(),
            "areas-2022",
            List.of("climate", "magic"),
            true,
            List.of(),
            30,
            null);
    assertThat(refused(wrongCode)).containsExactly("policyAreas.codes");
  }

  @Test
  void cutsTheCodeListDownToWhatTheProgrammeNames() {
    CodeList all = World.LISTS.latestPolicyAreas();
    assertThat(all.only(java.util.Set.of("health")).codes())
        .extracting(Choice::code)
        .containsExactly("health");
    assertThat(all.only(java.util.Set.of())).isEqualTo(all);
  }

  @Test
  void knowsNoTemplateVersionThatDidNotShip() {
    assertThatThrownBy(() -> World.TEMPLATES.of(Template.Kind.COMMITMENT, 9))
        .isInstanceOf(Refusal.class);
  }
}
