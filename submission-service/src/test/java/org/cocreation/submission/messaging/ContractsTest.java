package org.cocreation.submission.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cocreation.messaging.Announcement;
import org.cocreation.testing.contracts.Contract;
import org.cocreation.testing.contracts.Wiring;
import org.cocreation.testing.contracts.Wiring.Fact;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContractsTest {

  @TestFactory
  Stream<DynamicTest> announcesOnlyWhatItsContractAllows() {
    return Happened.announcements().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.type() + " " + one.key(),
                    () -> Contract.assertValid(one.type(), Objects.requireNonNull(one.body()))));
  }

  @Test
  void announcesEverythingThatIsDeclaredAndNothingElse() {
    Wiring.of("submission")
        .assertSends(
            Happened.announcements().stream().map(a -> new Fact(a.topic(), a.type())).toList());
  }

  @Test
  void wouldNoticeAnAnnouncementThatBreaksItsContract() {
    assertThatThrownBy(
            () ->
                Contract.assertValid(
                    "org.cocreation.submission.note-withdrawn.v1",
                    new NoteAnnouncer.NoteWithdrawn("n", "p", "", Instant.EPOCH)))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> Wiring.of("submission").assertSends(List.of()))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void keysEachFactByWhatItIsAbout() {
    assertThat(Happened.announcements())
        .allSatisfy(
            one -> assertThat(Objects.requireNonNull(one.body()).toString()).contains(one.key()))
        .extracting(Announcement::topic)
        .containsOnly("submission.events");
  }

  @TestFactory
  Stream<DynamicTest> readsEveryExampleOfWhatArrives() {
    return Stream.<Class<? extends Record>>of(
            Arrivals.ProgrammeSet.class,
            Arrivals.Registered.class,
            Arrivals.LinkReplaced.class,
            Arrivals.RegistrationCancelled.class,
            Arrivals.RegistrationErased.class,
            Arrivals.Contact.class,
            Arrivals.CertificateIssued.class,
            Arrivals.CertificateRevoked.class,
            Arrivals.CertificateReinstated.class)
        .map(
            body ->
                DynamicTest.dynamicTest(
                    body.getSimpleName(), () -> Contract.assertReads(typeOf(body), body)));
  }

  private static String typeOf(Class<?> body) {
    String fact =
        body.getSimpleName()
            .replaceAll("([a-z])([A-Z])", "$1-$2")
            .toLowerCase(java.util.Locale.ROOT);
    return "org.cocreation."
        + (fact.startsWith("certificate") ? "certificate." : "registration.")
        + fact
        + ".v1";
  }
}
