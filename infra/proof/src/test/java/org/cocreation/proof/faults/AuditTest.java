package org.cocreation.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cocreation.proof.faults.Entry.Kind;
import org.cocreation.proof.faults.Evidence.Delivery;
import org.cocreation.proof.faults.Evidence.Registered;
import org.cocreation.proof.faults.Evidence.Told;
import org.junit.jupiter.api.Test;

/** The audit finds nothing where nothing is wrong, and each mistake that is planted. */
class AuditTest {

  private final Story story = new Story();

  @Test
  void findsNothingWhereNothingIsWrong() {
    assertThat(story.audited().all()).isEmpty();
  }

  @Test
  void missesARegistrationThatWasAcknowledged() {
    story.registrations.removeIf(one -> one.id().equals("r-ben"));
    assertThat(story.audited().lost()).contains("the registration of ben@load.example");
  }

  @Test
  void missesAnEventThatNeverReachedItsTopic() {
    story.forget("registration.registered", "r-ben");
    assertThat(story.audited().lost())
        .contains("registration.registered of r-ben is not on its topic");
  }

  @Test
  void missesAContactThatNeverReachedItsTopic() {
    story.forget("registration.contact", "r-ben");
    assertThat(story.audited().lost())
        .contains("registration.contact of r-ben is not on its topic");
  }

  @Test
  void missesACancellation() {
    story.registrations.replaceAll(one -> new Registered(one.id(), one.email(), true, one.modes()));
    assertThat(story.audited().lost()).contains("the cancellation of carl@load.example");
  }

  @Test
  void missesTheLatestChoices() {
    story.acknowledged(Kind.CHOSE, "ana@load.example", Map.of("first", "venue", "second", "venue"));
    assertThat(story.audited().lost()).anyMatch(one -> one.startsWith("the choices of ana@"));
  }

  @Test
  void missesAMarkThatWasNotCounted() {
    story.acknowledged(Kind.MARKED, "ben@load.example", Map.of("session", "second"));
    assertThat(story.audited().lost())
        .contains("r-ben is told as not-attended at second, not as attended");
  }

  @Test
  void missesACertificateAndItsEmail() {
    story.completions.clear();
    story.forget("certificate.certificate-issued", "r-ana");
    story.deliveries.removeIf(one -> one.template().equals("CERTIFICATE_ISSUED"));
    assertThat(story.audited().lost())
        .contains(
            "certificate.certificate-issued of r-ana is not on its topic",
            "the certificate of r-ana",
            "the e-mail CERTIFICATE_ISSUED to r-ana");
  }

  @Test
  void missesTheClosingOfASession() {
    story.forget("attendance.session-closed", Story.PROGRAMME);
    assertThat(story.audited().lost()).contains("the closing of first", "the closing of second");
  }

  @Test
  void missesAnEmailThatIsSaidToBeSentAndDidNotArrive() {
    story.mails.remove("d-REGISTERED-r-ana");
    assertThat(story.audited().lost())
        .contains("the e-mail REGISTERED to r-ana is said to be sent and did not arrive");
  }

  @Test
  void missesAnEmailThatIsStillOnItsWay() {
    story.deliveries.add(new Delivery("d-x", "r-ana", "CHANGED", "QUEUED"));
    assertThat(story.audited().lost()).contains("the e-mail CHANGED to r-ana is QUEUED");
  }

  @Test
  void seesAPersonWhoIsRegisteredTwice() {
    story.registrations.add(
        new Registered("r-ana-2", "ana@load.example", true, story.registrations.get(0).modes()));
    assertThat(story.audited().doubled()).contains("ana@load.example is registered 2 times");
  }

  @Test
  void seesAFactThatIsToldUnderTwoIds() {
    story.tell("certificate.certificate-issued", "r-ana", Map.of("serial", "7K3M"));
    assertThat(story.audited().doubled())
        .singleElement()
        .asString()
        .startsWith("certificate.certificate-issued of r-ana serial=7K3M is told as");
  }

  @Test
  void takesASecondCopyUnderTheSameIdForWhatItIs() {
    Told first = story.records.get(0);
    story.records.add(first);
    Findings findings = story.audited();
    assertThat(findings.all()).isEmpty();
    assertThat(findings.repeatedRecords()).isEqualTo(1);
  }

  @Test
  void seesASecondDeliveryOfTheSameEmail() {
    story.deliveries.add(new Delivery("d-other", "r-ana", "REGISTERED", "SENT"));
    story.arrive("d-other", 1);
    assertThat(story.audited().doubled()).contains("the e-mail REGISTERED to r-ana: 2 deliveries");
  }

  @Test
  void allowsOneSecondCopyOfAnEmailOnlyWhereItsSenderMayHaveDied() {
    story.arrive("d-REGISTERED-r-ana", 10);
    assertThat(story.audited(true).all()).isEmpty();
    assertThat(story.audited(true).repeatedMails()).isEqualTo(1);
    assertThat(story.audited(false).doubled())
        .contains("the e-mail REGISTERED to r-ana arrived 2 times");
    story.arrive("d-REGISTERED-r-ana", 20);
    assertThat(story.audited(true).doubled())
        .contains("the e-mail REGISTERED to r-ana arrived 3 times");
  }

  @Test
  void allowsAThirdCopyOnlyOfAnEmailAtWhichItsSenderWasKilledAgain() {
    story.arrive("d-REGISTERED-r-ana", 10);
    story.arrive("d-REGISTERED-r-ana", 30);
    story.arrive("another's, sent at the same time", 11);
    story.cutOff(5);
    assertThat(story.audited(true).doubled()).hasSize(1);
    story.cutOff(12);
    assertThat(story.audited(true).all()).isEmpty();
    assertThat(story.audited(true).repeatedMails()).isEqualTo(2);
    story.arrive("sent after it had to be recorded", 12);
    assertThat(story.audited(true).doubled())
        .containsExactly("the e-mail REGISTERED to r-ana arrived 3 times");
  }

  @Test
  void seesRevisionsOutOfOrder() {
    story.tell("registration.choices-changed", "r-ana", Map.of("revision", 3));
    story.tell("registration.choices-changed", "r-ana", Map.of("revision", 2));
    assertThat(story.audited().disordered())
        .containsExactly("registration.choices-changed of r-ana : revision 2 is told after 3");
  }

  @Test
  void seesAFactThatComesBeforeTheRegistration() {
    Told registered =
        story.records.stream()
            .filter(one -> one.type().equals("registration.registered"))
            .filter(one -> one.key().equals("r-carl"))
            .findFirst()
            .orElseThrow();
    story.records.remove(registered);
    story.records.add(registered);
    assertThat(story.audited().disordered())
        .containsExactly(
            "registration.registration-cancelled of r-carl is told before its registration");
  }

  @Test
  void takesWhatIsSaidInTurnForOnceEachTime() {
    story.tell("certificate.completion-out-of-reach", "r-ben", Map.of());
    story.tell("certificate.completion-within-reach", "r-ben", Map.of());
    story.tell("certificate.completion-out-of-reach", "r-ben", Map.of());
    assertThat(story.audited().all()).isEmpty();
    story.tell("certificate.completion-out-of-reach", "r-ben", Map.of());
    assertThat(story.audited().doubled())
        .containsExactly("certificate.completion-out-of-reach of r-ben is told twice in a row");
  }

  @Test
  void seesACertificateThatNobodyEarned() {
    story.completions.put("r-ben", new Evidence.Held("XXXX", true));
    assertThat(story.audited().wrong())
        .contains("r-ben has a certificate and did not attend everything");
  }

  @Test
  void passesOnWhatMustNotBe() {
    story.overfull.add("first has 16 people on 15 seats");
    story.deadLetters.add("portal: a letter");
    story.waiting.add("the outbox of registration registrations r-ana");
    Findings findings = story.audited();
    assertThat(findings.wrong())
        .isEqualTo(List.of("first has 16 people on 15 seats", "portal: a letter"));
    assertThat(findings.lost()).isEqualTo(story.waiting);
  }

  @Test
  void expectsNothingInParticularOfWhatWasNeverAnswered() {
    story.acknowledged(Kind.UNSURE, "ben@load.example", Map.of("what", "marked"));
    story.registrations.replaceAll(
        one ->
            one.id().equals("r-ben")
                ? new Registered(
                    one.id(), one.email(), true, Map.of("first", "venue", "second", "none"))
                : one);
    assertThat(story.audited().all()).isEmpty();
  }

  @Test
  void missesANoteOrWhatIsSaidOfIt() {
    story.acknowledged(Kind.NOTED, "ana@load.example", Map.of("note", "n-1"));
    assertThat(story.audited().lost()).contains("the note n-1");
    story.notes.put("n-1", new Evidence.Note("r-ana", false));
    assertThat(story.audited().lost()).contains("the note n-1, which is a draft");
    story.notes.put("n-1", new Evidence.Note("r-ana", true));
    assertThat(story.audited().lost())
        .contains(
            "submission.note-submitted of n-1 is not on its topic",
            "the e-mail NOTE_RECEIVED to r-ana");
    story.tell("submission.note-submitted", "n-1", Map.of("registrationId", "r-ana"));
    story.mail("NOTE_RECEIVED", "r-ana");
    story.shown.put("submitted", 1);
    assertThat(story.audited().all()).isEmpty();
  }

  @Test
  void seesANoteThatIsThereTwice() {
    story.acknowledged(Kind.NOTED, "ana@load.example", Map.of("note", "n-1"));
    story.notes.put("n-1", new Evidence.Note("r-ana", true));
    story.notes.put("n-2", new Evidence.Note("r-ana", false));
    assertThat(story.audited().doubled()).contains("r-ana has 2 notes");
  }

  @Test
  void seesThatTheLivePageCountsSomebodyTwiceOrNotAtAll() {
    story.shown.put("registered", 3);
    story.shown.remove("certified");
    assertThat(story.audited().wrong())
        .containsExactlyInAnyOrder(
            "the live page shows 3 registered, and there are 2",
            "the live page shows null certified, and there are 1");
  }

  @Test
  void readsTheCountsOfTheLivePage() {
    String page =
        """
        <ol class="stages" aria-live="polite" data-live="/programmes/p/live/events">
          <li data-stage="registered">
            <span class="count">12</span>
            <span>registered</span>
          </li>
          <li data-stage="present"><span class="count">0</span><span>present</span></li>
        </ol>
        """;
    assertThat(LivePage.counts(page)).isEqualTo(Map.of("registered", 12, "present", 0));
    assertThat(LivePage.counts("{\"status\":503}")).isEmpty();
  }
}
