package org.cocreation.registration.messaging;

import java.security.SecureRandom;
import org.cocreation.registration.LinkKeyProperties;
import org.cocreation.registration.domain.registration.Links;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Links are sealed under the platform's link key before they leave. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {
  @Bean
  Links links(LinkKeyProperties properties) {
    return new SealedLinks(properties.key(), new SecureRandom());
  }
}
