package org.cocreation.submission.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.Optional;
import org.cocreation.defaults.AccessRules;
import org.cocreation.defaults.LinkHolder;
import org.cocreation.defaults.PersonalLinks;
import org.cocreation.defaults.Roles;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.people.People;
import org.cocreation.submission.domain.people.Person;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what, and who is behind a personal link. */
@Configuration(proxyBeanMethods = false)
class Access {

  private static final String API = "/api/submission";

  @Bean
  AccessRules accessRules() {
    return requests ->
        requests
            .requestMatchers(
                GET,
                API + "/programmes/*/process",
                API + "/programmes/*/template",
                API + "/programmes/*/consultation",
                API + "/programmes/*/plan",
                API + "/programmes/*/trails",
                API + "/trails/*",
                API + "/templates/*",
                API + "/policy-areas",
                API + "/commitments/*/comments")
            .permitAll()
            .requestMatchers(POST, API + "/commitments/*/comments")
            .permitAll()
            .requestMatchers(API + "/me/**")
            .hasRole(Roles.PARTICIPANT)
            .requestMatchers(PUT, API + "/programmes/*/process")
            .hasRole(Roles.COORDINATOR)
            .requestMatchers(API + "/**")
            .hasRole(Roles.COMMITTEE);
  }

  /** A cancelled registration keeps its link; an erased one has none. */
  @Bean
  PersonalLinks personalLinks(People people) {
    return hash -> people.holderOf(hash).flatMap(Access::holder);
  }

  private static Optional<LinkHolder> holder(Person person) {
    ProgrammeId programme = person.programme();
    return programme == null || person.standing() == Person.Standing.ERASED
        ? Optional.empty()
        : Optional.of(new LinkHolder(person.id().value(), programme.value()));
  }
}
