package org.cocreation.certificate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.cocreation.certificate.domain.Certificate.Evidence;
import org.cocreation.certificate.domain.CompletionEvent;
import org.cocreation.certificate.domain.CompletionEvent.CompletionOutOfReach;
import org.cocreation.certificate.domain.CompletionEvent.CompletionOutOfReach.Missed;
import org.cocreation.certificate.domain.CompletionEvent.CompletionWithinReach;
import org.cocreation.certificate.domain.Mode;
import org.cocreation.certificate.domain.Presence;
import org.cocreation.certificate.domain.Verdict;
import org.cocreation.certificate.domain.Words;
import org.cocreation.messaging.Announcement;
import org.cocreation.testing.contracts.Contract;
import org.cocreation.testing.contracts.Wiring;
import org.cocreation.testing.contracts.Wiring.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {

  private static final Instant AT = Instant.parse("2020-02-28T15:00:00.250Z");
  private static final Words BOTH = new Words("Because.", "Porque sí.");
  private static final Words ENGLISH = new Words("Because.", null);

  private final CertificateAnnouncer announcer = new CertificateAnnouncer();

  static Stream<CompletionEvent> everyEvent() {
    return Stream.of(
        new CompletionEvent.CertificateIssued(
            "r-1",
            "p-1",
            "7K3M-Q9TF-X2HD",
            AT,
            BOTH,
            List.of(
                new Evidence("webinar-1", Mode.ONLINE, 85),
                new Evidence("webinar-2", Mode.VENUE, null),
                new Evidence("webinar-3", Mode.BOTH, 0))),
        new CompletionEvent.CertificateRevoked("r-1", "p-1", "7K3M-Q9TF-X2HD", AT, BOTH),
        new CompletionEvent.CertificateRevoked("r-1", "p-1", "7K3M-Q9TF-X2HD", AT, ENGLISH),
        new CompletionEvent.CertificateReinstated("r-1", "p-1", "7K3M-Q9TF-X2HD", AT, ENGLISH),
        new CompletionOutOfReach(
            "r-1",
            "p-1",
            AT,
            List.of(new Missed("webinar-1", BOTH), new Missed("webinar-2", ENGLISH)),
            List.of("webinar-3"),
            BOTH,
            "7K3M-Q9TF-X2HD"),
        new CompletionOutOfReach(
            "r-1", "p-1", AT, List.of(new Missed("webinar-3", BOTH)), List.of(), BOTH, null),
        new CompletionWithinReach(
            "r-1", "p-1", AT, Verdict.OPEN, List.of("webinar-3"), List.of("webinar-1"), BOTH),
        new CompletionWithinReach(
            "r-1", "p-1", AT, Verdict.COMPLETE, List.of(), List.of(), ENGLISH));
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void everyAnnouncementIsValid(CompletionEvent event) {
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
  void announcesEveryKindOfEventAndWhatItDeclares() {
    assertThat(everyEvent().map(Object::getClass).distinct().map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(CompletionEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
    Wiring.of("certificate")
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
    Contract.assertReads(
        registration + "registration-cancelled.v1", Heard.RegistrationCancelled.class);
    Contract.assertReads(registration + "link-replaced.v1", Heard.LinkReplaced.class);
    Contract.assertReads(registration + "registration-erased.v1", Heard.RegistrationErased.class);
    Contract.assertReads(registration + "contact.v1", Heard.Contact.class);
    String attendance = "org.cocreation.attendance.";
    Contract.assertReads(attendance + "attendance-recorded.v1", Heard.AttendanceSettled.class);
    Contract.assertReads(attendance + "attendance-corrected.v1", Heard.AttendanceSettled.class);
    Contract.assertReads(attendance + "session-closed.v1", Heard.SessionClosed.class);
  }

  @Test
  void understandsTheWordsOfAttendance() {
    Heard.AttendanceSettled settled =
        new Heard.AttendanceSettled(
            "r-1",
            "p-1",
            "s-1",
            2,
            "not-attended",
            "both",
            null,
            60,
            90,
            new Heard.Text("a", "b"),
            AT);
    assertThat(settled.attendance(true).outcome()).isEqualTo(Presence.NOT_ATTENDED);
    assertThat(settled.attendance(true).mode()).isEqualTo(Mode.BOTH);
  }
}
