package org.cocreation.portal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cocreation.portal.live.Progress.Fact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the stages of the live page are counted. */
class ProgressTest {

  private final Progress progress = new Progress();

  @Test
  void countsAPersonOnceHoweverOftenTheEventArrives() {
    registered("r-1");
    registered("r-1");
    assertThat(count(Stage.REGISTERED)).isEqualTo(1);
  }

  @Test
  void doesNotBringBackWhoCancelledWhenAnOldEventIsSeenAgain() {
    registered("r-1");
    person("registration.registration-cancelled", "r-1", null, null, 0);
    registered("r-1");
    assertThat(count(Stage.REGISTERED)).isZero();
  }

  @Test
  void countsAPersonAsPresentAfterTheFirstAttendedSession() {
    attendance("r-1", "w1", "not-attended", 1);
    assertThat(count(Stage.PRESENT)).isZero();
    attendance("r-1", "w2", "attended", 1);
    attendance("r-1", "w3", "attended", 1);
    assertThat(count(Stage.PRESENT)).isEqualTo(1);
  }

  @Test
  void followsACorrectionAndIgnoresAnOlderRevision() {
    attendance("r-1", "w1", "attended", 1);
    attendance("r-1", "w1", "not-attended", 2);
    attendance("r-1", "w1", "attended", 1);
    assertThat(count(Stage.PRESENT)).isZero();
  }

  @Test
  void takesARevokedCertificateOffAndAReinstatedOneBack() {
    person("certificate.certificate-issued", "r-1", null, null, 0);
    person("certificate.certificate-revoked", "r-1", null, null, 0);
    assertThat(count(Stage.CERTIFIED)).isZero();
    person("certificate.certificate-reinstated", "r-1", null, null, 0);
    assertThat(count(Stage.CERTIFIED)).isEqualTo(1);
  }

  @Test
  void followsANoteFromSubmissionToDecisionAndAReversal() {
    note("note-submitted", null);
    note("note-decided", "selected");
    assertThat(List.of(count(Stage.SUBMITTED), count(Stage.SELECTED))).containsExactly(1, 1);
    note("note-decided", "not-selected");
    assertThat(List.of(count(Stage.SUBMITTED), count(Stage.SELECTED))).containsExactly(1, 0);
    note("note-withdrawn", null);
    assertThat(count(Stage.SUBMITTED)).isZero();
  }

  @Test
  void comesToTheSameCountsWhenEverythingIsReadAgain() {
    List<Fact> history = new ArrayList<>();
    for (int person = 0; person < 50; person++) {
      history.add(fact("registration.registered", "r-" + person, null, null, null, 0));
      history.add(
          fact(
              "attendance.attendance-recorded",
              "r-" + person,
              null,
              "w1",
              person % 3 == 0 ? "attended" : "unknown",
              1));
      if (person % 10 == 0) {
        history.add(
            fact("registration.registration-cancelled", "r-" + person, null, null, null, 0));
      }
    }
    history.forEach(progress::apply);
    Progress again = new Progress();
    history.forEach(again::apply);
    history.forEach(again::apply);
    assertThat(again.of("p")).isEqualTo(progress.of("p")).containsEntry(Stage.REGISTERED, 45);
  }

  @Test
  void leavesAloneWhatItDoesNotKnow() {
    progress.apply(fact("registration.something-new", "r-1", null, null, null, 0));
    progress.apply(
        new Fact("org.cocreation.registration.registered.v1", null, "r-1", null, null, null, 0));
    assertThat(count(Stage.REGISTERED)).isZero();
  }

  private void registered(String person) {
    person("registration.registered", person, null, null, 0);
  }

  private void attendance(String person, String session, String outcome, int revision) {
    person("attendance.attendance-recorded", person, session, outcome, revision);
  }

  private void note(String type, @Nullable String outcome) {
    progress.apply(fact("submission." + type, null, "n-1", null, outcome, 0));
  }

  private void person(
      String type,
      String person,
      @Nullable String session,
      @Nullable String outcome,
      int revision) {
    progress.apply(fact(type, person, null, session, outcome, revision));
  }

  private static Fact fact(
      String type,
      @Nullable String person,
      @Nullable String note,
      @Nullable String session,
      @Nullable String outcome,
      int revision) {
    return new Fact(
        "org.cocreation." + type + ".v1", "p", person, note, session, outcome, revision);
  }

  private int count(Stage stage) {
    return progress.of("p").getOrDefault(stage, -1);
  }
}
