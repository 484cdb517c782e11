package org.cocreation.notification.web;

import org.cocreation.defaults.AccessRules;
import org.cocreation.defaults.Roles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may ask what. */
@Configuration(proxyBeanMethods = false)
class DeliveryAccess {

  @Bean
  AccessRules access() {
    return requests -> requests.requestMatchers("/api/notification/**").hasRole(Roles.COORDINATOR);
  }
}
