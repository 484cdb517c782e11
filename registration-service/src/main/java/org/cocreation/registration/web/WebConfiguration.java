package org.cocreation.registration.web;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.time.Duration;
import org.cocreation.defaults.AccessRules;
import org.cocreation.defaults.LinkHolder;
import org.cocreation.defaults.PersonalLinks;
import org.cocreation.defaults.Roles;
import org.cocreation.registration.RegistrationProperties;
import org.cocreation.registration.domain.places.AllPlaces;
import org.cocreation.registration.domain.programme.Programmes;
import org.cocreation.registration.domain.registration.Registrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what, who is behind a personal link, and how often the public may knock. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
  private static final String ROOT = "/api/registration";

  @Bean
  AccessRules accessRules() {
    return requests ->
        requests
            .requestMatchers(ROOT + "/me", ROOT + "/me/**")
            .hasRole(Roles.PARTICIPANT)
            .requestMatchers(GET, ROOT + "/programmes", ROOT + "/programmes/{programme}")
            .permitAll()
            .requestMatchers(
                POST,
                ROOT + "/programmes/{programme}/registrations",
                ROOT + "/programmes/{programme}/links")
            .permitAll()
            .requestMatchers(DELETE, ROOT + "/registrations/{registration}")
            .hasRole(Roles.ADMINISTRATOR)
            .requestMatchers(ROOT + "/**")
            .hasRole(Roles.COORDINATOR);
  }

  @Bean
  PersonalLinks personalLinks(Registrations registrations) {
    return hash ->
        registrations
            .findByLink(hash)
            .map(
                registration ->
                    new LinkHolder(
                        registration.registrationId().value(), registration.programmeId().value()));
  }

  @Bean
  PersonalPage personalPage(Programmes programmes, AllPlaces allPlaces) {
    return new PersonalPage(programmes, allPlaces);
  }

  @Bean
  PublicDoor publicDoor(RegistrationProperties properties) {
    RegistrationProperties.Limits limits = properties.limits();
    Duration minute = Duration.ofMinutes(1);
    Duration hour = Duration.ofHours(1);
    return new PublicDoor(
        new RateLimits(limits.registrations(), minute, limits.remembered()),
        new RateLimits(limits.registrationsPerEmail(), hour, limits.remembered()),
        new RateLimits(limits.links(), minute, limits.remembered()),
        new RateLimits(limits.linksPerEmail(), hour, limits.remembered()));
  }
}
