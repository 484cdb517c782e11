package org.cocreation.peers.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.cocreation.testing.backing.BackingServices;

/** Has a peer carry a small session, and looks at what came of it. */
public final class Pipeline {

  private Pipeline() {}

  /** One e-mail for each person, once, however often an event was sent. */
  public static void carries(int people, Path directory, BiFunction<Setting, Tally, Peer> peers)
      throws Exception {
    String name = BackingServices.freshDatabase();
    Setting setting =
        new Setting(
            BackingServices.storeUri(name), BackingServices.bootstrapServers(), directory, name);
    Tally tally = new Tally();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String requests =
        "prepare p1 %d%nprepare p2 3%nrun p1 %d%nrun p2 3%n".formatted(people, people);

    new Conversation(
            peers.apply(setting, tally),
            tally,
            new PrintStream(said, true, StandardCharsets.UTF_8),
            Duration.ofSeconds(30))
        .hold(new ByteArrayInputStream(requests.getBytes(StandardCharsets.UTF_8)));

    List<String> answers = said.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(answers).hasSize(5);
    assertRun(answers.get(3), people);
    assertRun(answers.get(4), 3);
    assertThat(sent(setting, setting.attendanceTopic())).isGreaterThanOrEqualTo(people + 3);
    assertThat(sent(setting, setting.certificateTopic())).isGreaterThanOrEqualTo(people + 3);
  }

  private static void assertRun(String answer, int people) {
    Map<?, ?> run = Wire.read(answer.getBytes(StandardCharsets.UTF_8), Map.class);
    assertThat(run.get("complete")).as(answer).isEqualTo(true);
    assertThat(run.get("facts")).as(answer).isEqualTo(people * Conversation.FACTS);
    assertThat(run.get("intended")).as(answer).isEqualTo(people);
  }

  private static long sent(Setting setting, String topic) {
    try (KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(setting.consumer("test"))) {
      List<TopicPartition> all =
          reader.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      return reader.endOffsets(all).values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
