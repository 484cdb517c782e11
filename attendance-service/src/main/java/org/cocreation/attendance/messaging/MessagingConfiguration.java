package org.cocreation.attendance.messaging;

import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.sheet.FollowRoster;
import org.cocreation.attendance.domain.sheet.Observe;
import org.cocreation.attendance.domain.visits.FollowFeed;
import org.cocreation.attendance.domain.visits.ForgetVisits;
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
  Intake arrivals(
      IntakeBuilder.Factory intakes,
      FollowRoster roster,
      ForgetVisits visits,
      FollowFeed feed,
      Observe observe) {
    RosterIntake intake = new RosterIntake(roster, visits);
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
        .on(
            REGISTRATION + "join-link-opened.v1",
            Arrivals.JoinLinkOpened.class,
            new FeedIntake(feed, observe)::joinLinksOpened)
        .on(REGISTRATION + "contact.v1", Arrivals.Contact.class, intake::contacts)
        .onTombstone("registration.contacts", intake::contactsErased)
        .build();
  }

  /** Apart from the roster's: a busy session holds up nobody's registration. */
  @Bean
  Intake feed(IntakeBuilder.Factory intakes, FollowFeed feed, Observe observe) {
    return intakes
        .intake("attendance-feed")
        .on(
            "org.cocreation.attendance.observed.v1",
            Arrivals.Observed.class,
            new FeedIntake(feed, observe)::observed)
        .build();
  }
}
