package org.cocreation.proof.faults;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cocreation.proof.platform.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Records that nobody should ever send, among those of the load: each goes alone to the dead
 * letters of whoever reads it, and what came before and after it is done.
 */
final class Poison implements Fault {

  private static final String TOPIC = "registration.events";
  private static final String TYPE = "org.cocreation.registration.registered.v1";
  private static final String GOOD_HEAD =
      "{\"registrationId\":\"poison\",\"programmeId\":\"poison\",\"registeredAt\":";

  @Override
  public String name() {
    return "poison";
  }

  @Override
  public int times(boolean isShort) {
    return isShort ? 2 : 10;
  }

  @Override
  public boolean mailMayRepeat() {
    return false;
  }

  /**
   * A record's type and value.
   *
   * @param bytes each character one byte; null for none
   */
  record Bad(String type, @Nullable String bytes) {

    byte @Nullable [] value() {
      return bytes == null ? null : bytes.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** What no consumer of {@code registered} can take. */
  static Map<String, Bad> classes() {
    Map<String, Bad> classes = new LinkedHashMap<>();
    classes.put("bad UTF-8", bad(TYPE, "{\"\u00C3(\""));
    classes.put("truncated", bad(TYPE, GOOD_HEAD + "\"2020-"));
    classes.put("deep", bad(TYPE, "{\"a\":".repeat(20_000)));
    classes.put("empty", bad(TYPE, ""));
    classes.put("JSON null", bad(TYPE, "null"));
    classes.put("no value", new Bad(TYPE, null));
    classes.put("a list", bad(TYPE, "[]"));
    classes.put("a megabyte of nothing", bad(TYPE, " ".repeat(900_000)));
    classes.put("NaN", bad(TYPE, GOOD_HEAD + "NaN}"));
    classes.put("fields missing", bad(TYPE, "{\"$set\":{\"a.b\":1}}"));
    classes.put("unknown version", bad(TYPE.replace(".v1", ".v9"), GOOD_HEAD + "\"x\"}"));
    classes.put("another topic's type", bad("org.cocreation.attendance.session-closed.v1", "{}"));
    classes.put("no type", bad("", "{}"));
    return classes;
  }

  private static Bad bad(String type, String value) {
    return new Bad(type, value);
  }

  @Override
  public Strike strike(Bench bench, Random random) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bench.platform().bootstrapServers(),
                "max.request.size", "1048576",
                "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      List<Bad> all = new ArrayList<>(classes().values());
      java.util.Collections.shuffle(all, random);
      for (Bad bad : all) {
        producer.send(record(bad, random)).get();
        Waiting.millis(random.nextInt(60));
      }
    } catch (ExecutionException e) {
      return new Strike(0, List.of("poison could not be sent: " + e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return bench.recovered(System.nanoTime(), 10, List.of());
  }

  private static ProducerRecord<byte[], byte[]> record(Bad bad, Random random) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            TOPIC,
            ("poison-" + random.nextInt(1000)).getBytes(StandardCharsets.UTF_8),
            bad.value());
    header(record, TopicReader.MARK, "1");
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", new UUID(random.nextLong(), random.nextLong()).toString());
    header(record, "ce_source", "/registration");
    header(record, "ce_time", Instant.EPOCH.toString());
    if (!bad.type().isEmpty()) {
      header(record, "ce_type", bad.type());
    }
    return record;
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<String> afterQuiet(Bench bench, Random random) {
    int expected = classes().size() * times(bench.options().isShort());
    Map<String, Integer> letters = bench.witness().topics().poisoned();
    List<String> wrong = new ArrayList<>();
    for (String service : TopicReader.GROUPS) {
      int found = letters.getOrDefault(service, 0);
      if (found != expected) {
        wrong.add(service + " has " + found + " dead letters of " + expected + " poisoned records");
      }
    }
    return wrong;
  }
}
