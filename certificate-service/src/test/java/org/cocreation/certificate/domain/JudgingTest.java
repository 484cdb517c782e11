package org.cocreation.certificate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.cocreation.certificate.domain.CompletionEvent.CertificateIssued;
import org.cocreation.certificate.domain.CompletionEvent.CertificateReinstated;
import org.cocreation.certificate.domain.CompletionEvent.CertificateRevoked;
import org.cocreation.certificate.domain.CompletionEvent.CompletionOutOfReach;
import org.cocreation.certificate.domain.CompletionEvent.CompletionWithinReach;
import org.junit.jupiter.api.Test;

class JudgingTest {

  private final Kept kept = new Kept();
  private final Judging judging =
      new Judging(
          kept, kept.programmes, Clock.fixed(Samples.NOW, ZoneOffset.UTC), new Random(20200213));

  private void plan(int revision, Session... sessions) {
    judging.plan(Samples.PROGRAMME, Samples.plan(revision, sessions));
  }

  private void threeWebinars() {
    plan(1, Samples.webinar(1), Samples.webinar(2), Samples.webinar(3));
  }

  private void rejudge() {
    Programme programme = kept.programmes.find(Samples.PROGRAMME).orElseThrow();
    while (judging.rejudge(programme, 2) > 0) {
      assertThat(kept.writes).isLessThan(1000);
    }
  }

  private Certificate certificate(String registration) {
    return Objects.requireNonNull(kept.find(registration).orElseThrow().certificate());
  }

  @Test
  void issuesOnceWhenEverySessionIsAttended() {
    threeWebinars();
    judging.takeIn(Samples.everythingAttended("r-1"));
    assertThat(kept.announced).singleElement().isInstanceOf(CertificateIssued.class);
    CertificateIssued issued = (CertificateIssued) kept.announced.get(0);
    assertThat(issued.serial()).isEqualTo(certificate("r-1").serial());
    assertThat(issued.evidence()).hasSize(3);
    assertThat(issued.rule().en()).startsWith("Attended all 3 sessions");
  }

  @Test
  void comesToTheSameInAnyOrderAndWithRepeats() {
    for (int seed = 0; seed < 300; seed++) {
      Kept store = new Kept();
      Judging some =
          new Judging(
              store, store.programmes, Clock.fixed(Samples.NOW, ZoneOffset.UTC), new Random(seed));
      List<Runnable> steps = new ArrayList<>();
      List<Judging.Fact> facts = new ArrayList<>(Samples.everythingAttended("r-1"));
      facts.add(Samples.fact("r-1", Samples.attendance(2, 2, Presence.NOT_ATTENDED)));
      facts.add(Samples.fact("r-1", Samples.attendance(2, 3, Presence.ATTENDED)));
      facts.addAll(List.copyOf(facts));
      facts.forEach(fact -> steps.add(() -> some.takeIn(List.of(fact))));
      Plan first = Samples.plan(1, Samples.webinar(1), Samples.webinar(2), Samples.webinar(3));
      Plan second =
          Samples.plan(
              2,
              Samples.webinar(1),
              Samples.webinar(2),
              Samples.webinar(3),
              Samples.webinar(4, true));
      steps.add(() -> some.plan(Samples.PROGRAMME, first));
      steps.add(() -> some.plan(Samples.PROGRAMME, second));
      Collections.shuffle(steps, new Random(seed));
      steps.forEach(Runnable::run);
      some.rejudge(store.programmes.find(Samples.PROGRAMME).orElseThrow(), 10);

      Completion completion = store.find("r-1").orElseThrow();
      assertThat(completion.verdict()).isEqualTo(Verdict.COMPLETE);
      assertThat(Objects.requireNonNull(completion.certificate()).valid()).isTrue();
      assertThat(store.announced.stream().filter(CertificateIssued.class::isInstance)).hasSize(1);
      long revoked = store.announced.stream().filter(CertificateRevoked.class::isInstance).count();
      long back = store.announced.stream().filter(CertificateReinstated.class::isInstance).count();
      assertThat(back).isEqualTo(revoked);
    }
  }

  @Test
  void takingInEverythingAgainWritesAndAnnouncesNothing() {
    threeWebinars();
    judging.takeIn(Samples.everythingAttended("r-1"));
    int writes = kept.writes;
    judging.takeIn(Samples.everythingAttended("r-1"));
    assertThat(kept.writes).isEqualTo(writes);
    assertThat(kept.announced).hasSize(1);
  }

  @Test
  void waitsForTheNameAndIssuesWhenItComes() {
    threeWebinars();
    List<Judging.Fact> facts = new ArrayList<>(Samples.everythingAttended("r-1"));
    Judging.Fact contact = facts.remove(1);
    judging.takeIn(facts);
    assertThat(kept.announced).isEmpty();
    assertThat(kept.find("r-1").orElseThrow().waitsForName()).isTrue();
    judging.takeIn(List.of(contact));
    assertThat(kept.announced).singleElement().isInstanceOf(CertificateIssued.class);
    assertThat(kept.find("r-1").orElseThrow().waitsForName()).isFalse();
  }

  @Test
  void attendanceBeforeTheProgrammeIsJudgedWhenTheProgrammeComes() {
    judging.takeIn(Samples.everythingAttended("r-1"));
    assertThat(kept.announced).isEmpty();
    threeWebinars();
    rejudge();
    assertThat(kept.announced).singleElement().isInstanceOf(CertificateIssued.class);
  }

  @Test
  void aCorrectionThatTakesTheGroundAwayRevokesWithTheReason() {
    threeWebinars();
    judging.takeIn(Samples.everythingAttended("r-1"));
    judging.takeIn(List.of(Samples.fact("r-1", Samples.attendance(2, 2, Presence.NOT_ATTENDED))));
    assertThat(certificate("r-1").valid()).isFalse();
    CertificateRevoked revoked = (CertificateRevoked) kept.announced.get(1);
    assertThat(kept.announced.get(2))
        .isInstanceOfSatisfying(
            CompletionOutOfReach.class,
            out -> assertThat(out.revoked()).isEqualTo(revoked.serial()));
    assertThat(revoked.reason().en())
        .isEqualTo(
            "After a correction, the record shows: attended 2 of 3; missing: Webinar 2 (20 Feb 2020).");
    assertThat(revoked.reason().es())
        .isEqualTo(
            "Tras una corrección, el registro muestra: asistió a 2 de 3; falta: Seminario 2 (20 feb 2020).");
  }

  @Test
  void aCorrectionThatGivesTheGroundBackReinstatesTheSameCertificate() {
    threeWebinars();
    judging.takeIn(Samples.everythingAttended("r-1"));
    String serial = certificate("r-1").serial();
    judging.takeIn(
        List.of(
            Samples.fact("r-1", Samples.attendance(2, 2, Presence.UNKNOWN)),
            Samples.fact("r-1", Samples.attendance(2, 3, Presence.ATTENDED, 61))));
    assertThat(certificate("r-1").serial()).isEqualTo(serial);
    assertThat(certificate("r-1").valid()).isTrue();
    assertThat(certificate("r-1").evidence())
        .contains(new Certificate.Evidence("webinar-2", Mode.ONLINE, 61));
    assertThat(kept.announced).hasSize(3);
    assertThat(kept.announced.get(2)).isInstanceOf(CertificateReinstated.class);
    assertThat(certificate("r-1").history())
        .extracting(Certificate.Turn::what)
        .containsExactly(
            Certificate.What.ISSUED, Certificate.What.REVOKED, Certificate.What.REINSTATED);
  }

  @Test
  void anOlderRevisionThatComesLateChangesNothing() {
    threeWebinars();
    judging.takeIn(Samples.everythingAttended("r-1"));
    judging.takeIn(
        List.of(
            Samples.fact("r-1", Samples.attendance(1, 3, Presence.ATTENDED)),
            Samples.fact("r-1", Samples.attendance(1, 2, Presence.NOT_ATTENDED))));
    assertThat(kept.announced).hasSize(1);
    assertThat(certificate("r-1").valid()).isTrue();
  }

  @Test
  void aCancelledSessionLetsThoseCompleteWhoMissedOnlyThat() {
    threeWebinars();
    for (int i = 1; i <= 7; i++) {
      List<Judging.Fact> facts = new ArrayList<>(Samples.everythingAttended("r-" + i));
      facts.set(3, Samples.fact("r-" + i, Samples.attendance(2, 1, Presence.NOT_ATTENDED)));
      judging.takeIn(facts);
    }
    assertThat(kept.announced).hasSize(7).allMatch(CompletionOutOfReach.class::isInstance);
    kept.announced.clear();
    plan(2, Samples.webinar(1), Samples.webinar(2, true), Samples.webinar(3));
    rejudge();
    assertThat(kept.announced).hasSize(14);
    for (int i = 0; i < 14; i += 2) {
      assertThat(kept.announced.get(i)).isInstanceOf(CertificateIssued.class);
      assertThat(kept.announced.get(i + 1))
          .isInstanceOfSatisfying(
              CompletionWithinReach.class,
              back -> assertThat(back.verdict()).isEqualTo(Verdict.COMPLETE));
    }
  }

  @Test
  void rejudgingGoesOnWhereItStopped() {
    for (int i = 1; i <= 5; i++) {
      judging.takeIn(Samples.everythingAttended("r-" + i));
    }
    threeWebinars();
    Programme programme = kept.programmes.find(Samples.PROGRAMME).orElseThrow();
    assertThat(judging.rejudge(programme, 2)).isEqualTo(2);
    assertThat(kept.announced).hasSize(2);
    rejudge();
    assertThat(kept.announced).hasSize(5);
    assertThat(judging.rejudge(programme, 2)).isZero();
  }

  @Test
  void aSessionAddedLaterTakesTheGroundAwayUntilItIsAttended() {
    threeWebinars();
    judging.takeIn(Samples.everythingAttended("r-1"));
    plan(2, Samples.webinar(1), Samples.webinar(2), Samples.webinar(3), Samples.webinar(4));
    rejudge();
    CertificateRevoked revoked = (CertificateRevoked) kept.announced.get(1);
    assertThat(revoked.reason().en())
        .isEqualTo(
            "After a change of the programme, the record shows: attended 3 of 4; not closed yet: Webinar 4 (5 Mar"
                + " 2020).");
    judging.takeIn(List.of(Samples.fact("r-1", Samples.attendance(4, 1, Presence.ATTENDED))));
    assertThat(certificate("r-1").valid()).isTrue();
    assertThat(certificate("r-1").evidence()).hasSize(4);
  }

  @Test
  void aCancelledRegistrationGetsNoNewCertificateAndKeepsTheOneItHas() {
    threeWebinars();
    judging.takeIn(Samples.everythingAttended("r-1"));
    judging.takeIn(
        List.of(Judging.Fact.cancellation(Samples.cause(), "r-1", Samples.PROGRAMME, Samples.NOW)));
    assertThat(certificate("r-1").valid()).isTrue();

    judging.takeIn(
        List.of(Judging.Fact.cancellation(Samples.cause(), "r-2", Samples.PROGRAMME, Samples.NOW)));
    judging.takeIn(Samples.everythingAttended("r-2"));
    assertThat(kept.announced).hasSize(1);
  }

  @Test
  void erasureTakesNameAndLinkAwayForGoodAndLeavesTheCertificate() {
    threeWebinars();
    judging.takeIn(
        List.of(
            Judging.Fact.link(
                Samples.cause(), "r-1", Samples.PROGRAMME, "aa", Samples.NOW.minusSeconds(5))));
    judging.takeIn(Samples.everythingAttended("r-1"));
    judging.forget(List.of("r-1", "r-nobody"));
    Completion erased = kept.find("r-1").orElseThrow();
    assertThat(erased.person()).isNull();
    assertThat(erased.linkHash()).isNull();
    assertThat(certificate("r-1").valid()).isTrue();
    assertThat(kept.find("r-nobody")).isEmpty();

    judging.takeIn(
        List.of(
            Judging.Fact.contact(
                Samples.cause(), "r-1", Samples.PROGRAMME, new Person("Ana", Language.EN), 9),
            Judging.Fact.link(
                Samples.cause(), "r-1", Samples.PROGRAMME, "bb", Samples.NOW.plusSeconds(5)),
            Samples.registered("r-1")));
    assertThat(kept.find("r-1").orElseThrow()).isEqualTo(erased);
  }

  @Test
  void theNewestLinkOpens() {
    judging.takeIn(
        List.of(
            Judging.Fact.link(Samples.cause(), "r-1", Samples.PROGRAMME, "new", Samples.NOW),
            Judging.Fact.link(
                Samples.cause(), "r-1", Samples.PROGRAMME, "old", Samples.NOW.minusSeconds(60))));
    assertThat(kept.openedBy("new")).isPresent();
    assertThat(kept.openedBy("old")).isEmpty();
  }

  @Test
  void aClosingIsKeptWhetherOrNotTheProgrammeIsThere() {
    judging.close(Samples.PROGRAMME, new Closing("webinar-1", 2));
    judging.close(Samples.PROGRAMME, new Closing("webinar-1", 1));
    threeWebinars();
    Programme programme = kept.programmes.find(Samples.PROGRAMME).orElseThrow();
    assertThat(programme.closings()).containsExactly(new Closing("webinar-1", 2));
    assertThat(programme.revision()).isEqualTo(1);
  }
}
