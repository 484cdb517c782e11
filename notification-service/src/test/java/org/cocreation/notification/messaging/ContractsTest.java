package org.cocreation.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.cocreation.messaging.Announcement;
import org.cocreation.notification.domain.DeliveryEvent;
import org.cocreation.notification.domain.Template;
import org.cocreation.testing.contracts.Contract;
import org.cocreation.testing.contracts.Wiring;
import org.cocreation.testing.contracts.Wiring.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {

  private static final Instant AT = Instant.parse("2020-02-28T15:00:00.250Z");

  private final NotificationAnnouncer announcer = new NotificationAnnouncer();

  static Stream<DeliveryEvent> everyEvent() {
    return Stream.of(Template.values())
        .flatMap(
            template ->
                Stream.of(
                    new DeliveryEvent.EmailSent("d-1", "r-1", "p-1", template, AT),
                    new DeliveryEvent.EmailFailed("d-1", "r-1", "p-1", template, AT, "451", false),
                    new DeliveryEvent.EmailFailed("d-1", "r-1", "p-1", template, AT, "550", true)));
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void everyAnnouncementIsValid(DeliveryEvent event) {
    List<Announcement> announcements = announcer.announce(event);
    assertThat(announcements).hasSize(1);
    for (Announcement one : announcements) {
      assertThat(one.key()).isEqualTo("r-1");
      assertThat(one.body()).isNotNull();
      if (one.body() != null) {
        Contract.assertValid(one.type(), one.body());
      }
    }
  }

  @Test
  void announcesWhatItDeclares() {
    Wiring.of("notification")
        .assertSends(
            everyEvent()
                .flatMap(event -> announcer.announce(event).stream())
                .map(one -> new Fact(one.topic(), one.type()))
                .toList());
  }

  @Test
  void readsEveryExample() {
    String registration = "org.cocreation.registration.";
    Contract.assertReads(registration + "programme-set.v1", Heard.ProgrammeSet.class);
    Contract.assertReads(registration + "registered.v1", Heard.Registered.class);
    Contract.assertReads(registration + "choices-changed.v1", Heard.ChoicesChanged.class);
    Contract.assertReads(registration + "place-promoted.v1", Heard.PlacePromoted.class);
    Contract.assertReads(
        registration + "registration-cancelled.v1", Heard.RegistrationCancelled.class);
    Contract.assertReads(registration + "link-replaced.v1", Heard.LinkReplaced.class);
    Contract.assertReads(registration + "registration-erased.v1", Heard.RegistrationErased.class);
    Contract.assertReads(registration + "contact.v1", Heard.ContactSet.class);
    String attendance = "org.cocreation.attendance.";
    Contract.assertReads(attendance + "attendance-corrected.v1", Heard.AttendanceCorrected.class);
    String certificate = "org.cocreation.certificate.";
    Contract.assertReads(certificate + "certificate-issued.v1", Heard.CertificateIssued.class);
    Contract.assertReads(certificate + "certificate-revoked.v1", Heard.CertificateRevoked.class);
    Contract.assertReads(
        certificate + "certificate-reinstated.v1", Heard.CertificateReinstated.class);
    Contract.assertReads(
        certificate + "completion-out-of-reach.v1", Heard.CompletionOutOfReach.class);
    Contract.assertReads(
        certificate + "completion-within-reach.v1", Heard.CompletionWithinReach.class);
    String submission = "org.cocreation.submission.";
    Contract.assertReads(submission + "note-submitted.v1", Heard.NoteSubmitted.class);
    Contract.assertReads(submission + "note-decided.v1", Heard.NoteDecided.class);
    Contract.assertReads(submission + "plan-published.v1", Heard.PlanPublished.class);
  }
}
