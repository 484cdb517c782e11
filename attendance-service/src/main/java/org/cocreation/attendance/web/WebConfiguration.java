package org.cocreation.attendance.web;

import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.defaults.AccessRules;
import org.cocreation.defaults.LinkHolder;
import org.cocreation.defaults.PersonalLinks;
import org.cocreation.defaults.Roles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what here: coordinators everything, participants see their own attendance. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  AccessRules access() {
    return requests ->
        requests
            .requestMatchers("/api/attendance/me/**")
            .hasRole(Roles.PARTICIPANT)
            .requestMatchers("/api/attendance/**")
            .hasRole(Roles.COORDINATOR);
  }

  @Bean
  PersonalLinks personalLinks(Roster roster) {
    return hash ->
        roster
            .holderOf(hash)
            .filter(person -> person.erasedAt() == null)
            .map(person -> new LinkHolder(person.registrationId(), person.programmeId()));
  }
}
