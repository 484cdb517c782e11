package org.cocreation.notification.messaging.mail;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.cocreation.notification.domain.Postbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The postbox with its circuit breaker. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Sender.class, PortalPages.class})
class MailRoom {

  @Bean
  Postbox postbox(
      JavaMailSenderImpl server,
      LetterWriter writer,
      CircuitBreakerRegistry breakers,
      @Value("${notification.sending.away-pause:3s}") Duration awayPause,
      @Value("${notification.sending.lease:2m}") Duration lease) {
    CircuitBreaker breaker =
        breakers.circuitBreaker(
            "smtp",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(4)
                .minimumNumberOfCalls(2)
                .failureRateThreshold(50)
                .waitDurationInOpenState(awayPause)
                .permittedNumberOfCallsInHalfOpenState(1)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build());
    return new SmtpPostbox(server, writer, breaker, lease.dividedBy(2));
  }
}
