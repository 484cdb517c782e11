package org.cocreation.certificate.web;

import org.cocreation.certificate.domain.Completions;
import org.cocreation.defaults.AccessRules;
import org.cocreation.defaults.LinkHolder;
import org.cocreation.defaults.PersonalLinks;
import org.cocreation.defaults.Roles;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may ask what. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicAddress.class)
class CertificateAccess {

  @Bean
  AccessRules access() {
    return requests ->
        requests
            .requestMatchers(HttpMethod.GET, "/api/certificate/verification/**")
            .permitAll()
            .requestMatchers("/api/certificate/me", "/api/certificate/me/**")
            .hasRole(Roles.PARTICIPANT)
            .requestMatchers("/api/certificate/**")
            .hasRole(Roles.COORDINATOR);
  }

  @Bean
  PersonalLinks personalLinks(Completions completions) {
    return hash ->
        completions
            .openedBy(hash)
            .map(found -> new LinkHolder(found.registrationId(), found.programmeId()));
  }
}
