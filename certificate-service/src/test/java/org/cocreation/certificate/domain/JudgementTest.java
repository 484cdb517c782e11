package org.cocreation.certificate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JudgementTest {

  private final Programme three = Samples.threeWebinars();

  private String explained(Programme programme, Attendance... attendances) {
    Plan plan = Objects.requireNonNull(programme.plan());
    return Explanation.of(plan, Judgement.of(programme, List.of(attendances))).en();
  }

  @Test
  void allPlannedSessionsAttendedIsComplete() {
    Judgement judgement =
        Judgement.of(
            three,
            List.of(
                Samples.attendance(3, 1, Presence.ATTENDED),
                Samples.attendance(1, 1, Presence.ATTENDED),
                Samples.attendance(2, 1, Presence.ATTENDED)));
    assertThat(judgement.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(judgement.attended()).isEqualTo(3);
  }

  @Test
  void whoAttendedAllSessionsHeldSoFarHasNotCompletedAProgrammeWithAnotherPlanned() {
    Judgement judgement =
        Judgement.of(
            three,
            List.of(
                Samples.attendance(1, 1, Presence.ATTENDED),
                Samples.attendance(2, 1, Presence.ATTENDED)));
    assertThat(judgement.verdict()).isEqualTo(Verdict.OPEN);
    assertThat(judgement.with(Presence.AWAITED)).containsExactly(Samples.webinar(3));
  }

  @Test
  void aCancelledSessionIsNotAskedFor() {
    Programme programme =
        three.planned(
            Samples.plan(2, Samples.webinar(1), Samples.webinar(2, true), Samples.webinar(3)));
    Judgement judgement =
        Judgement.of(
            programme,
            List.of(
                Samples.attendance(1, 1, Presence.ATTENDED),
                Samples.attendance(3, 1, Presence.ATTENDED)));
    assertThat(judgement.verdict()).isEqualTo(Verdict.COMPLETE);
    assertThat(judgement.planned()).isEqualTo(2);
  }

  @Test
  void aSessionDroppedFromTheProgrammeCountsAsCancelledAndKeepsItsName() {
    Programme programme = three.planned(Samples.plan(2, Samples.webinar(1), Samples.webinar(3)));
    Plan plan = Objects.requireNonNull(programme.plan());
    assertThat(plan.planned()).hasSize(2);
    assertThat(plan.sessions()).hasSize(3).anyMatch(s -> s.sessionId().equals("webinar-2"));
  }

  @Test
  void unknownIsNeitherAttendedNorMissed() {
    List<Attendance> attendances =
        List.of(
            Samples.attendance(1, 1, Presence.ATTENDED),
            Samples.attendance(2, 1, Presence.UNKNOWN),
            Samples.attendance(3, 1, Presence.ATTENDED));
    assertThat(Judgement.of(three, attendances).verdict()).isEqualTo(Verdict.OPEN);
  }

  @Test
  void aClosedSessionWithoutAWordAboutThePersonWasMissed() {
    Programme programme = three.closed(new Closing("webinar-1", 1));
    assertThat(Judgement.of(programme, List.of()).verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void noSessionPlannedCompletesNobody() {
    Programme programme = Programme.unheardOf("p").planned(Samples.plan(1));
    assertThat(Judgement.of(programme, List.of()).verdict()).isEqualTo(Verdict.OPEN);
    assertThat(explained(programme)).isEqualTo("No session is planned.");
  }

  @Test
  void saysWhatIsMissingWithItsDateInTheProgrammesZone() {
    assertThat(
            explained(
                three,
                Samples.attendance(1, 1, Presence.ATTENDED),
                Samples.attendance(2, 1, Presence.NOT_ATTENDED),
                Samples.attendance(3, 1, Presence.ATTENDED)))
        .isEqualTo("Attended 2 of 3; missing: Webinar 2 (20 Feb 2020).");
  }

  @Test
  void saysWhatIsOpenToo() {
    assertThat(
            explained(
                three,
                Samples.attendance(1, 1, Presence.UNKNOWN),
                Samples.attendance(2, 1, Presence.NOT_ATTENDED)))
        .isEqualTo(
            "Attended 0 of 3; missing: Webinar 2 (20 Feb 2020); not settled: Webinar 1 (13 Feb 2020);"
                + " not closed yet: Webinar 3 (27 Feb 2020).");
  }

  @Test
  void saysItInSpanish() {
    List<Attendance> missed = new ArrayList<>();
    missed.add(Samples.attendance(1, 1, Presence.NOT_ATTENDED));
    missed.add(Samples.attendance(2, 1, Presence.NOT_ATTENDED));
    missed.add(Samples.attendance(3, 1, Presence.ATTENDED));
    Plan plan = Objects.requireNonNull(three.plan());
    assertThat(Explanation.of(plan, Judgement.of(three, missed)).es())
        .isEqualTo(
            "Asistió a 1 de 3; faltan: Seminario 1 (13 feb 2020), Seminario 2 (20 feb 2020).");
    assertThat(Explanation.rule(plan).es())
        .isEqualTo(
            "Asistió a las 3 sesiones, a cada una durante al menos dos tercios de su duración prevista o con su"
                + " presencia anotada en la sede.");
    assertThat(Explanation.rule(plan).en())
        .isEqualTo(
            "Attended all 3 sessions, each for at least two thirds of its scheduled time or marked present at the"
                + " venue.");
  }
}
