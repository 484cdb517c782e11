package org.cocreation.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The topics as the contracts' {@code asyncapi.yaml} declares them, with partitions, cleanup and
 * retention.
 */
final class TopicCatalogue {

  private final List<NewTopic> topics;

  private TopicCatalogue(List<NewTopic> topics) {
    this.topics = List.copyOf(topics);
  }

  List<NewTopic> topics() {
    return topics;
  }

  /**
   * Reads the channels' Kafka bindings.
   *
   * @param replicas how many copies the cluster keeps of each partition
   */
  static TopicCatalogue read(Resource asyncapi, short replicas) {
    List<NewTopic> topics = new ArrayList<>();
    try (InputStream yaml = asyncapi.getInputStream()) {
      Map<?, ?> document = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
      map(document.get("channels"))
          .forEach((name, channel) -> topics.add(topic(map(channel), name, replicas)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "The topics' declaration can't be read: " + asyncapi, unreadable);
    }
    return new TopicCatalogue(topics);
  }

  private static NewTopic topic(Map<?, ?> channel, Object name, short replicas) {
    Object address =
        Objects.requireNonNull(channel.get("address"), () -> "Channel " + name + " has no address");
    Map<?, ?> kafka = map(map(channel.get("bindings")).get("kafka"));
    int partitions = kafka.get("partitions") instanceof Number number ? number.intValue() : 1;
    Map<String, String> settings = new HashMap<>();
    map(kafka.get("topicConfiguration"))
        .forEach(
            (key, value) ->
                settings.put(
                    key.toString(),
                    value instanceof List<?> many
                        ? String.join(",", many.stream().map(Object::toString).toList())
                        : String.valueOf(value)));
    if (replicas > 2) {
      settings.putIfAbsent("min.insync.replicas", "2");
    }
    return new NewTopic(address.toString(), partitions, replicas).configs(settings);
  }

  private static Map<?, ?> map(@Nullable Object node) {
    return node instanceof Map<?, ?> map ? map : Map.of();
  }
}
