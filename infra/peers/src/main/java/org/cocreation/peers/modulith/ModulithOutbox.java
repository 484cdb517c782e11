package org.cocreation.peers.modulith;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cocreation.peers.work.Attendance;
import org.cocreation.peers.work.Completion;
import org.cocreation.peers.work.Conversation;
import org.cocreation.peers.work.Peer;
import org.cocreation.peers.work.Programs;
import org.cocreation.peers.work.Setting;
import org.cocreation.peers.work.SpringPeer;
import org.cocreation.peers.work.Tally;
import org.cocreation.peers.work.Wire;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.events.EventExternalizationConfiguration;
import org.springframework.modulith.events.RoutingTarget;

/**
 * The peer with Spring Modulith: rows and event publications in one transaction of a database of
 * its own, events sent to Kafka after the commit by the library. A publication is deleted once it
 * is sent, which is the cheapest of the library's ways.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Stages.class)
public class ModulithOutbox {

  /** Runs until its input ends. */
  public static void main(String[] arguments) throws Exception {
    PrintStream answers = Programs.answers();
    Tally tally = new Tally();
    new Conversation(start(Setting.of(arguments), tally), tally, answers).hold(System.in);
  }

  static Peer start(Setting setting, Tally tally) {
    setting.createTopics();
    Map<String, Object> settings = setting.springKafka();
    settings.put("spring.datasource.url", setting.ownDatabase());
    settings.put("spring.modulith.events.jdbc.schema-initialization.enabled", "true");
    settings.put("spring.modulith.events.completion-mode", "DELETE");
    settings.put("spring.kafka.producer.properties.linger.ms", "5");
    return new SpringPeer(
        Programs.start(
            ModulithOutbox.class,
            WebApplicationType.NONE,
            settings,
            List.of(setting, tally),
            "org.springframework.boot.autoconfigure",
            "org.springframework.boot.jackson",
            "org.springframework.boot.jdbc",
            "org.springframework.boot.kafka",
            "org.springframework.boot.sql",
            "org.springframework.boot.transaction",
            "org.springframework.modulith.events"));
  }

  @Bean
  EventExternalizationConfiguration externalized(Setting setting) {
    return EventExternalizationConfiguration.externalizing()
        .select(event -> event instanceof Attendance.Recorded || event instanceof Completion.Issued)
        .headers(
            Attendance.Recorded.class,
            event ->
                headers(
                    Attendance.Recorded.TYPE,
                    event.eventId(),
                    event.registrationId(),
                    event.recordedAt()))
        .headers(
            Completion.Issued.class,
            event ->
                headers(
                    Completion.Issued.TYPE,
                    event.eventId(),
                    event.registrationId(),
                    event.issuedAt()))
        .route(
            Attendance.Recorded.class,
            event ->
                RoutingTarget.forTarget(setting.attendanceTopic()).andKey(event.registrationId()))
        .route(
            Completion.Issued.class,
            event ->
                RoutingTarget.forTarget(setting.certificateTopic()).andKey(event.registrationId()))
        .build();
  }

  private static Map<String, Object> headers(String type, String id, String subject, Instant time) {
    return Wire.headers(type, id, subject, time);
  }
}
