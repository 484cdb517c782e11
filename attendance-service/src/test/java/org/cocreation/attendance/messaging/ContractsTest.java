package org.cocreation.attendance.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.AttendanceEvent.AttendanceCorrected;
import org.cocreation.attendance.domain.AttendanceEvent.AttendanceRecorded;
import org.cocreation.attendance.domain.AttendanceEvent.SessionClosed;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Judgement;
import org.cocreation.attendance.domain.presence.Mode;
import org.cocreation.attendance.domain.presence.Outcome;
import org.cocreation.messaging.Announcement;
import org.cocreation.testing.contracts.Contract;
import org.cocreation.testing.contracts.Wiring;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContractsTest {

  private static final SessionKey SESSION = new SessionKey("belize-2020", "webinar-1");
  private static final Instant NOW = Instant.parse("2020-02-13T19:00:00.123Z");
  private static final String REGISTRATION = "org.cocreation.registration.";

  @Test
  void announcesOnlyWhatTheContractAllows() {
    for (Announcement each : everyAnnouncement()) {
      Contract.assertValid(each.type(), Objects.requireNonNull(each.body()));
      assertThat(each.topic()).isEqualTo("attendance.events");
    }
  }

  @Test
  void announcesExactlyWhatIsDeclared() {
    Wiring.of("attendance")
        .assertSends(
            everyAnnouncement().stream()
                .map(each -> new Wiring.Fact(each.topic(), each.type()))
                .collect(Collectors.toSet()));
  }

  @Test
  void keysPeoplesFactsByRegistrationAndTheSessionsByProgramme() {
    Set<String> keys =
        everyAnnouncement().stream().map(Announcement::key).collect(Collectors.toSet());

    assertThat(keys).containsExactlyInAnyOrder("r-1", "belize-2020");
  }

  @Test
  void readsEveryExampleOfWhatArrives() {
    Contract.assertReads(REGISTRATION + "programme-set.v1", Arrivals.ProgrammeSet.class);
    Contract.assertReads(REGISTRATION + "registered.v1", Arrivals.Registered.class);
    Contract.assertReads(REGISTRATION + "choices-changed.v1", Arrivals.ChoicesChanged.class);
    Contract.assertReads(REGISTRATION + "place-promoted.v1", Arrivals.PlacePromoted.class);
    Contract.assertReads(
        REGISTRATION + "registration-cancelled.v1", Arrivals.RegistrationCancelled.class);
    Contract.assertReads(REGISTRATION + "link-replaced.v1", Arrivals.LinkReplaced.class);
    Contract.assertReads(
        REGISTRATION + "registration-erased.v1", Arrivals.RegistrationErased.class);
    Contract.assertReads(REGISTRATION + "join-link-opened.v1", Arrivals.JoinLinkOpened.class);
    Contract.assertReads("org.cocreation.attendance.observed.v1", Arrivals.Observed.class);
    Contract.assertReads(REGISTRATION + "contact.v1", Arrivals.Contact.class);
  }

  private static List<Announcement> everyAnnouncement() {
    List<AttendanceEvent> events = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      for (Mode mode : Mode.values()) {
        events.add(new AttendanceRecorded(SESSION, "r-1", 1, judgement(outcome, mode, 64), NOW));
        events.add(
            new AttendanceCorrected(
                SESSION,
                "r-1",
                2,
                judgement(outcome, mode, null),
                Outcome.UNKNOWN,
                "confirmed by phone",
                NOW));
      }
    }
    events.add(new SessionClosed(SESSION, 1, NOW, 41, 10, 1));
    AttendanceAnnouncer announcer = new AttendanceAnnouncer();
    return events.stream().flatMap(event -> announcer.announce(event).stream()).toList();
  }

  private static Judgement judgement(Outcome outcome, Mode mode, @Nullable Integer minutes) {
    return new Judgement(
        outcome, mode, minutes, 60, 90, new Bilingual("Present: attended.", "Presente: asistió."));
  }
}
