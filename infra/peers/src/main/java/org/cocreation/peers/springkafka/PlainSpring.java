package org.cocreation.peers.springkafka;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
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
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.repository.config.EnableMongoRepositories;

/** The peer with record listeners, {@code repository.save} and a {@code KafkaTemplate}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableMongoRepositories(basePackageClasses = People.class)
@Import(Stages.class)
public class PlainSpring {

  /** Runs until its input ends. */
  public static void main(String[] arguments) throws Exception {
    PrintStream answers = Programs.answers();
    Tally tally = new Tally();
    new Conversation(start(Setting.of(arguments), tally), tally, answers).hold(System.in);
  }

  static Peer start(Setting setting, Tally tally) {
    setting.createTopics();
    Map<String, Object> settings = setting.springKafka();
    settings.put("spring.mongodb.uri", setting.durableStore());
    return new SpringPeer(
        Programs.start(
            PlainSpring.class,
            WebApplicationType.NONE,
            settings,
            List.of(setting, tally),
            "org.springframework.boot.autoconfigure",
            "org.springframework.boot.data",
            "org.springframework.boot.kafka",
            "org.springframework.boot.mongodb",
            "org.springframework.boot.persistence"));
  }
}
