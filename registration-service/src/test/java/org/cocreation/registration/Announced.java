package org.cocreation.registration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.cocreation.testing.backing.BackingServices;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service has announced, read from the broker like any other service would. */
final class Announced implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final byte[] KEY = new byte[32];

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Fact> facts = new ArrayList<>();

  /** One record; body == null is a tombstone. */
  record Fact(String topic, String type, String key, @Nullable String body) {
    JsonNode json() {
      return JSON.readTree(String.valueOf(body));
    }

    boolean is(String fact) {
      return type.equals("org.cocreation.registration." + fact + ".v1");
    }

    /** What the one who writes the e-mail finds in it. */
    String token() {
      try {
        byte[] sealed = Base64.getDecoder().decode(json().path("sealedLink").asString());
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
            Cipher.DECRYPT_MODE,
            new SecretKeySpec(KEY, "AES"),
            new GCMParameterSpec(128, Arrays.copyOf(sealed, 12)));
        cipher.updateAAD(key.getBytes(StandardCharsets.UTF_8));
        return new String(
            cipher.doFinal(sealed, 12, sealed.length - 12), StandardCharsets.US_ASCII);
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }

  Announced() {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", BackingServices.bootstrapServers(),
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : List.of("registration.events", "registration.contacts")) {
      consumer
          .partitionsFor(topic)
          .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Waits until there is one like that. */
  Fact await(Predicate<Fact> like) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> all().stream().filter(like).reduce((first, last) -> last),
            found -> found.isPresent())
        .orElseThrow();
  }

  List<Fact> all() {
    consumer.poll(Duration.ofMillis(100)).forEach(record -> facts.add(fact(record)));
    return facts;
  }

  /** The last link that was announced for the person with this address in a programme. */
  Fact registered(String programme, String email) {
    Fact contact =
        await(
            fact ->
                fact.is("contact")
                    && fact.body() != null
                    && fact.json().path("programmeId").asString().equals(programme)
                    && fact.json().path("email").asString().equals(email));
    return await(fact -> fact.is("registered") && fact.key().equals(contact.key()));
  }

  private static Fact fact(ConsumerRecord<String, byte[]> record) {
    Header type = record.headers().lastHeader("ce_type");
    return new Fact(
        record.topic(),
        type == null ? "" : new String(type.value(), StandardCharsets.UTF_8),
        record.key(),
        record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
