package org.cocreation.attendance.messaging.formats;

import org.cocreation.attendance.domain.feeds.Format;
import org.cocreation.attendance.domain.feeds.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The formats that are known, the most particular first. */
@Configuration(proxyBeanMethods = false)
class FormatsConfiguration {

  @Bean
  @Order(10)
  Format zoomMeeting(Limits limits) {
    return new ZoomMeeting(limits);
  }

  @Bean
  @Order(100)
  Format signInSheet(Limits limits) {
    return new SignInSheet(limits);
  }
}
