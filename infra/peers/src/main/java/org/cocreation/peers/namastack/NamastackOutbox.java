package org.cocreation.peers.namastack;

import io.namastack.outbox.handler.OutboxTypedHandler;
import java.io.PrintStream;
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
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * The peer with Namastack Outbox: rows and outbox records in one transaction of a database of its
 * own, polled by the library, which calls a handler for each. As it comes it takes ten records
 * every two seconds; here it looks every 10 ms for 500, with 8 threads, and deletes what is done.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Stages.class)
public class NamastackOutbox {

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
    settings.put("namastack.outbox.polling.batch-size", Integer.toString(Setting.POLL));
    settings.put("namastack.outbox.polling.fixed.interval", "10ms");
    settings.put("namastack.outbox.processing.delete-completed-records", "true");
    settings.put("namastack.outbox.processing.executor-core-pool-size", "8");
    return new SpringPeer(
        Programs.start(
            NamastackOutbox.class,
            WebApplicationType.NONE,
            settings,
            List.of(setting, tally),
            "io.namastack",
            "org.springframework.boot.autoconfigure",
            "org.springframework.boot.jackson",
            "org.springframework.boot.jdbc",
            "org.springframework.boot.kafka",
            "org.springframework.boot.sql",
            "org.springframework.boot.transaction"));
  }

  /** A handler has to fail where the broker does not acknowledge: so it waits. */
  @Bean
  OutboxTypedHandler<Attendance.Recorded> attendances(
      KafkaTemplate<String, byte[]> kafka, Setting setting) {
    return new SendAttendance(kafka, setting.attendanceTopic());
  }

  @Bean
  OutboxTypedHandler<Completion.Issued> certificates(
      KafkaTemplate<String, byte[]> kafka, Setting setting) {
    return new SendCertificate(kafka, setting.certificateTopic());
  }
}
