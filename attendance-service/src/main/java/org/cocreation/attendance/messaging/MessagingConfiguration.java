package org.cocreation.attendance.messaging;

import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.sheet.FollowRoster;
import org.cocreation.messaging.Announcer;
import org.cocreation.messaging.Intake;
import org.cocreation.messaging.IntakeBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what arrives to its handlers, and what is announced to its topic. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

  private static final String REGISTRATION = "org.cocreation.registration.";

  @Bean
  Announcer<AttendanceEvent> attendanceAnnouncer() {
    return new AttendanceAnnouncer();
  }

  @Bean
  Intake arrivals(IntakeBuilder.Factory intakes, FollowRoster roster) {
    RosterIntake intake = new RosterIntake(roster);
    return intakes
        .intake("attendance")
        .on(REGISTRATION + "programme-set.v1", Arrivals.ProgrammeSet.class, intake::programmesSet)
        .on(REGISTRATION + "registered.v1", Arrivals.Registered.class, intake::registered)
        .on(
            REGISTRATION + "choices-changed.v1",
            Arrivals.ChoicesChanged.class,
            intake::choicesChanged)
        .on(REGISTRATION + "place-promoted.v1", Arrivals.PlacePromoted.class, intake::promoted)
        .on(
            REGISTRATION + "registration-cancelled.v1",
            Arrivals.RegistrationCancelled.class,
            intake::cancelled)
        .on(REGISTRATION + "link-replaced.v1", Arrivals.LinkReplaced.class, intake::linkReplaced)
        .on(
            REGISTRATION + "registration-erased.v1",
            Arrivals.RegistrationErased.class,
            intake::erased)
        .on(REGISTRATION + "contact.v1", Arrivals.Contact.class, intake::contacts)
        .onTombstone("registration.contacts", intake::contactsErased)
        .build();
  }
}
