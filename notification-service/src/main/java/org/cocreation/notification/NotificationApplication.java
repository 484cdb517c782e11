package org.cocreation.notification;

import java.security.SecureRandom;
import java.time.Clock;
import org.cocreation.notification.domain.Agenda;
import org.cocreation.notification.domain.Correspondence;
import org.cocreation.notification.domain.Deliveries;
import org.cocreation.notification.domain.Postbox;
import org.cocreation.notification.domain.Programmes;
import org.cocreation.notification.domain.Recipients;
import org.cocreation.notification.domain.RoundWalk;
import org.cocreation.notification.domain.Rounds;
import org.cocreation.notification.domain.Sending;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The notification service: what to say to whom by e-mail, once, and proof that it went. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class NotificationApplication {

  public static void main(String[] args) {
    SpringApplication.run(NotificationApplication.class, args);
  }

  @Bean
  Correspondence correspondence(Recipients recipients, Deliveries deliveries, Clock clock) {
    return new Correspondence(recipients, deliveries, clock);
  }

  @Bean
  Agenda agenda(
      Programmes programmes, Rounds rounds, Clock clock, NotificationProperties properties) {
    return new Agenda(
        programmes, rounds, clock, properties.reminders().day(), properties.reminders().hour());
  }

  @Bean
  RoundWalk roundWalk(
      Rounds rounds,
      Recipients recipients,
      Deliveries deliveries,
      Clock clock,
      NotificationProperties properties) {
    return new RoundWalk(rounds, recipients, deliveries, clock, properties.rounds().page());
  }

  @Bean
  Sending sending(
      Deliveries deliveries,
      Recipients recipients,
      Programmes programmes,
      Postbox postbox,
      Clock clock,
      NotificationProperties properties) {
    return new Sending(
        deliveries,
        recipients,
        programmes,
        postbox,
        clock,
        new SecureRandom(),
        properties.sending().patience());
  }
}
