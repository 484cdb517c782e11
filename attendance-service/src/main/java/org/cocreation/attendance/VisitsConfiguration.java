package org.cocreation.attendance;

import java.time.Clock;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.sheet.Directory;
import org.cocreation.attendance.domain.sheet.Observations;
import org.cocreation.attendance.domain.sheet.Observe;
import org.cocreation.attendance.domain.visits.CountRoom;
import org.cocreation.attendance.domain.visits.FollowFeed;
import org.cocreation.attendance.domain.visits.ForgetVisits;
import org.cocreation.attendance.domain.visits.ScanAtDoor;
import org.cocreation.attendance.domain.visits.Visits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what takes in evidence as it happens. */
@Configuration(proxyBeanMethods = false)
class VisitsConfiguration {

  @Bean
  FollowFeed followFeed(Visits visits, Observe observe) {
    return new FollowFeed(visits, observe);
  }

  @Bean
  ForgetVisits forgetVisits(Visits visits, Observations observations, Roster roster) {
    return new ForgetVisits(visits, observations, roster);
  }

  @Bean
  ScanAtDoor scanAtDoor(
      Directory directory,
      Roster roster,
      Visits visits,
      FollowFeed feed,
      Clock clock,
      LiveProperties properties) {
    return new ScanAtDoor(directory, roster, visits, feed, clock, properties.clockTolerance());
  }

  @Bean
  CountRoom countRoom(Directory directory, Visits visits, Clock clock, LiveProperties properties) {
    return new CountRoom(directory, visits, clock, properties.countEvery());
  }
}
