package org.cocreation.peers.streambridge;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cocreation.peers.documents.People;
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
import org.springframework.data.mongodb.repository.config.EnableMongoRepositories;
import org.springframework.messaging.Message;

/**
 * The peer with Spring Cloud Stream: functions that get a record each, {@code repository.save} and
 * {@code StreamBridge}, which waits for each acknowledgement ({@code sync}): without that, what it
 * answers says nothing of the broker.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableMongoRepositories(basePackageClasses = People.class)
@Import(Stages.class)
public class Bridged {

  static final String ATTENDANCES = "attendances-out-0";
  static final String CERTIFICATES = "certificates-out-0";

  /** Runs until its input ends. */
  public static void main(String[] arguments) throws Exception {
    PrintStream answers = Programs.answers();
    Tally tally = new Tally();
    new Conversation(start(Setting.of(arguments), tally), tally, answers).hold(System.in);
  }

  static Peer start(Setting setting, Tally tally) {
    setting.createTopics();
    return new SpringPeer(
        Programs.start(
            Bridged.class,
            WebApplicationType.NONE,
            settings(setting),
            List.of(setting, tally),
            "org.springframework.boot.autoconfigure",
            "org.springframework.boot.data",
            "org.springframework.boot.integration",
            "org.springframework.boot.jackson",
            "org.springframework.boot.kafka",
            "org.springframework.boot.mongodb",
            "org.springframework.boot.persistence",
            "org.springframework.cloud"));
  }

  private static Map<String, Object> settings(Setting setting) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("spring.mongodb.uri", setting.durableStore());
    settings.put("spring.cloud.function.definition", "judge;intend");
    String stream = "spring.cloud.stream.";
    String binder = stream + "kafka.binder.";
    settings.put(binder + "brokers", setting.broker());
    settings.put(binder + "auto-create-topics", "false");
    settings.put(stream + "kafka.default.consumer.start-offset", "earliest");
    settings.put(stream + "kafka.default.producer.sync", "true");
    setting
        .producer(0)
        .forEach(
            (key, value) -> {
              if (!key.endsWith("serializer")) {
                settings.put(binder + "producer-properties." + key, value);
              }
            });
    settings.put(binder + "consumer-properties.max.poll.records", Integer.toString(Setting.POLL));
    String bindings = stream + "bindings.";
    settings.put(bindings + ATTENDANCES + ".destination", setting.attendanceTopic());
    settings.put(bindings + CERTIFICATES + ".destination", setting.certificateTopic());
    settings.put(bindings + "judge-in-0.destination", setting.attendanceTopic());
    settings.put(bindings + "judge-in-0.group", setting.name() + ".certificate");
    settings.put(bindings + "intend-in-0.destination", setting.certificateTopic());
    settings.put(bindings + "intend-in-0.group", setting.name() + ".notification");
    return settings;
  }

  @Bean
  Consumer<Message<byte[]>> judge(Stages stages) {
    return stages::judge;
  }

  @Bean
  Consumer<Message<byte[]>> intend(Stages stages) {
    return stages::intend;
  }
}
