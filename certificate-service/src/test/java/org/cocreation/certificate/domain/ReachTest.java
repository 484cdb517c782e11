package org.cocreation.certificate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cocreation.certificate.domain.CompletionEvent.CompletionOutOfReach;
import org.cocreation.certificate.domain.CompletionEvent.CompletionWithinReach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 6: who can no longer complete is announced once, and again when it is otherwise. */
class ReachTest {

  private final Kept kept = new Kept();
  private final Judging judging =
      new Judging(
          kept, kept.programmes, Clock.fixed(Samples.NOW, ZoneOffset.UTC), new Random(20200213));

  @BeforeEach
  void somebodyInAProgrammeOfThreeWebinars() {
    plan(1, Samples.webinar(1), Samples.webinar(2), Samples.webinar(3));
    judging.takeIn(List.of(Samples.registered("r-1"), Samples.named("r-1", "Ana")));
  }

  private void plan(int revision, Session... sessions) {
    judging.plan(Samples.PROGRAMME, Samples.plan(revision, sessions));
    Programme programme = kept.programmes.find(Samples.PROGRAMME).orElseThrow();
    while (judging.rejudge(programme, 10) > 0) {
      // What is left over is behind too.
    }
  }

  private void recorded(int session, int revision, Presence outcome) {
    judging.takeIn(List.of(Samples.fact("r-1", Samples.attendance(session, revision, outcome))));
  }

  private List<CompletionEvent> reach() {
    return kept.announced.stream()
        .filter(e -> e instanceof CompletionOutOfReach || e instanceof CompletionWithinReach)
        .toList();
  }

  @Test
  void aMissedSessionIsAnnouncedWithWhatIsStillOpen() {
    recorded(1, 1, Presence.NOT_ATTENDED);
    assertThat(reach())
        .containsExactly(
            new CompletionOutOfReach(
                "r-1",
                Samples.PROGRAMME,
                Samples.NOW,
                List.of(
                    new CompletionOutOfReach.Missed("webinar-1", new Words("because", "porque"))),
                List.of("webinar-2", "webinar-3"),
                new Words(
                    "Attended 0 of 3; missing: Webinar 1 (13 Feb 2020); not closed yet: Webinar 2 (20 Feb 2020),"
                        + " Webinar 3 (27 Feb 2020).",
                    "Asistió a 0 de 3; falta: Seminario 1 (13 feb 2020); por cerrar: Seminario 2 (20 feb 2020),"
                        + " Seminario 3 (27 feb 2020)."),
                null));
    assertThat(kept.find("r-1").orElseThrow().outOfReachSince()).isEqualTo(Samples.NOW);
  }

  @Test
  void afterTheLastSessionNothingIsOpen() {
    recorded(1, 1, Presence.ATTENDED);
    recorded(2, 1, Presence.ATTENDED);
    assertThat(reach()).isEmpty();
    recorded(3, 1, Presence.NOT_ATTENDED);
    assertThat(((CompletionOutOfReach) reach().get(0)).open()).isEmpty();
  }

  @Test
  void furtherMissesAndRepetitionsAnnounceNothing() {
    recorded(1, 1, Presence.NOT_ATTENDED);
    recorded(1, 1, Presence.NOT_ATTENDED);
    recorded(2, 1, Presence.NOT_ATTENDED);
    recorded(1, 2, Presence.ATTENDED);
    assertThat(reach()).hasSize(1);
  }

  @Test
  void anUnknownPresenceIsNotOutOfReach() {
    recorded(1, 1, Presence.UNKNOWN);
    assertThat(reach()).isEmpty();
    recorded(1, 2, Presence.NOT_ATTENDED);
    recorded(1, 3, Presence.UNKNOWN);
    assertThat(reach()).hasSize(2);
    CompletionWithinReach back = (CompletionWithinReach) reach().get(1);
    assertThat(back.verdict()).isEqualTo(Verdict.OPEN);
    assertThat(back.unsettled()).containsExactly("webinar-1");
    assertThat(back.reason().en())
        .startsWith(
            "After a correction, the record shows: attended 0 of 3; not settled: Webinar 1");
  }

  @Test
  void aCorrectionPutsItBackAndTheNextMissIsAnnouncedAnew() {
    recorded(1, 1, Presence.NOT_ATTENDED);
    recorded(1, 2, Presence.ATTENDED);
    recorded(2, 1, Presence.NOT_ATTENDED);
    assertThat(reach())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("CompletionOutOfReach", "CompletionWithinReach", "CompletionOutOfReach");
    assertThat(((CompletionWithinReach) reach().get(1)).open())
        .containsExactly("webinar-2", "webinar-3");
  }

  @Test
  void aSessionCancelledPutsItBackAndRestoredTakesItAgain() {
    recorded(2, 1, Presence.NOT_ATTENDED);
    plan(2, Samples.webinar(1), Samples.webinar(2, true), Samples.webinar(3));
    assertThat(((CompletionWithinReach) reach().get(1)).reason().es())
        .isEqualTo(
            "Tras un cambio del programa, el registro muestra: asistió a 0 de 2; por cerrar: Seminario 1 (13 feb"
                + " 2020), Seminario 3 (27 feb 2020).");
    plan(3, Samples.webinar(1), Samples.webinar(2), Samples.webinar(3));
    assertThat(reach()).hasSize(3);
    assertThat(reach().get(2)).isInstanceOf(CompletionOutOfReach.class);
  }

  @Test
  void aRecordThatIsStillOnItsWayIsNoMiss() {
    judging.close(Samples.PROGRAMME, new Closing("webinar-1", 1));
    judging.takeIn(
        List.of(
            Judging.Fact.contact(
                Samples.cause(), "r-1", Samples.PROGRAMME, new Person("Ana B", Language.ES), 2)));
    assertThat(kept.find("r-1").orElseThrow().verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(reach()).isEmpty();
    recorded(1, 1, Presence.ATTENDED);
    assertThat(reach()).isEmpty();
    assertThat(kept.find("r-1").orElseThrow().verdict()).isEqualTo(Verdict.OPEN);
  }

  @Test
  void nobodyIsToldWhoCancelledOrWasForgottenOrWhoseProgrammeWasCalledOff() {
    judging.takeIn(
        List.of(Judging.Fact.cancellation(Samples.cause(), "r-1", Samples.PROGRAMME, Samples.NOW)));
    recorded(1, 1, Presence.NOT_ATTENDED);
    judging.takeIn(List.of(Samples.registered("r-2")));
    judging.forget(List.of("r-2"));
    judging.takeIn(List.of(Samples.fact("r-2", Samples.attendance(1, 1, Presence.NOT_ATTENDED))));
    assertThat(reach()).isEmpty();

    Plan plan = Samples.plan(2, Samples.webinar(1), Samples.webinar(2), Samples.webinar(3));
    judging.plan(
        Samples.PROGRAMME,
        new Plan(
            2,
            plan.title(),
            plan.timeZone(),
            true,
            plan.attendedShare(),
            plan.sessions(),
            plan.signatories(),
            plan.organisers()));
    judging.takeIn(
        List.of(
            Samples.registered("r-3"),
            Samples.fact("r-3", Samples.attendance(1, 1, Presence.NOT_ATTENDED))));
    assertThat(reach()).isEmpty();
  }

  @Test
  void whoseRegistrationComesAfterTheRecordIsToldWhenItComes() {
    judging.takeIn(List.of(Samples.fact("r-9", Samples.attendance(1, 1, Presence.NOT_ATTENDED))));
    assertThat(reach()).isEmpty();
    judging.takeIn(List.of(Samples.registered("r-9")));
    assertThat(reach()).hasSize(1);
  }

  @Test
  void inWhateverOrderTheFactsComeTheLastWordIsTheSame() {
    List<Judging.Fact> facts = new ArrayList<>();
    facts.add(Samples.fact("r-1", Samples.attendance(1, 1, Presence.NOT_ATTENDED)));
    facts.add(Samples.fact("r-1", Samples.attendance(1, 2, Presence.ATTENDED)));
    facts.add(Samples.fact("r-1", Samples.attendance(2, 1, Presence.ATTENDED)));
    facts.add(Samples.fact("r-1", Samples.attendance(2, 2, Presence.NOT_ATTENDED)));
    facts.add(Samples.fact("r-1", Samples.attendance(2, 3, Presence.UNKNOWN)));
    for (int seed = 0; seed < 50; seed++) {
      kept.completions.clear();
      kept.announced.clear();
      judging.takeIn(List.of(Samples.registered("r-1")));
      Collections.shuffle(facts, new Random(seed));
      judging.takeIn(facts);
      List<CompletionEvent> said = reach();
      assertThat(kept.find("r-1").orElseThrow().outOfReachSince()).as("seed " + seed).isNull();
      for (int i = 0; i < said.size(); i++) {
        assertThat(said.get(i) instanceof CompletionOutOfReach).isEqualTo(i % 2 == 0);
      }
      assertThat(said.size() % 2).as("seed " + seed).isZero();
    }
  }
}
