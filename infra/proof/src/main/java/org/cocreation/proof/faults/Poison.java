package org.cocreation.proof.faults;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cocreation.proof.platform.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Records that nobody should ever send, among those of the load: each goes alone to the dead
 * letters of whoever reads it, and what came before and after it is done.
 */
final class Poison implements Fault {

  /** How the keys of such records begin; the class of the poison follows. */
  static final String KEY = "poison|";

  static final String TOPIC = "registration.events";
  static final String TYPE = "org.cocreation.registration.registered.v1";
  private static final String HEAD =
      "{\"registrationId\":\"poison\",\"programmeId\":\"poison\",\"registeredAt\":";

  @Override
  public String name() {
    return "poison";
  }

  @Override
  public int times(boolean isShort) {
    return isShort ? 1 : 10;
  }

  @Override
  public boolean mailMayRepeat() {
    return false;
  }

  /**
   * A record's type and value.
   *
   * @param bytes each character one byte; null for none
   * @param sure whether everybody must refuse it; else somebody may be able to take it
   */
  record Bad(String type, @Nullable String bytes, boolean sure) {

    byte @Nullable [] value() {
      return bytes == null ? null : bytes.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** What no consumer of {@code registered} can take, and what is well-formed and strange. */
  static Map<String, Bad> classes() {
    Map<String, Bad> classes = new LinkedHashMap<>();
    classes.put("bad UTF-8", bad(TYPE, "{\"\u00C3(\""));
    classes.put("truncated", bad(TYPE, HEAD + "\"2020-"));
    classes.put("deep", bad(TYPE, "{\"a\":".repeat(20_000)));
    classes.put("duplicate key", bad(TYPE, whole("one").replace("{", "{\"linkHash\":\"x\",")));
    classes.put("empty", bad(TYPE, ""));
    classes.put("JSON null", bad(TYPE, "null"));
    classes.put("no value", bad(TYPE, null));
    classes.put("a list", bad(TYPE, "[]"));
    classes.put("a megabyte", bad(TYPE, " ".repeat(1_000_000)));
    classes.put("NaN", bad(TYPE, HEAD + "NaN}"));
    classes.put("raw NUL", bad(TYPE, whole("a\u0000b")));
    classes.put("fields missing", bad(TYPE, "{\"$set\":{\"a.b\":1}}"));
    classes.put("unknown version", bad(TYPE.replace(".v1", ".v9"), HEAD + "\"x\"}"));
    classes.put("another topic's type", bad("org.cocreation.attendance.session-closed.v1", "{}"));
    classes.put("no type", bad("", "{}"));
    classes.put("$ key", new Bad(TYPE, whole("$set"), false));
    classes.put(". key", new Bad(TYPE, whole("a.b"), false));
    classes.put("NUL key", new Bad(TYPE, whole("a\\u0000b"), false));
    return classes;
  }

  private static Bad bad(String type, @Nullable String value) {
    return new Bad(type, value, true);
  }

  /** A registration as it should be, but for a session's id, which becomes a key in stores. */
  static String whole(String session) {
    return HEAD
        + "\"2020-02-01T00:00:00Z\",\"linkHash\":\""
        + "0".repeat(64)
        + "\",\"sealedLink\":\"AAAA\",\"sector\":\"media\",\"district\":\"Cayo\",\"choices\":[{\"sessionId\":\""
        + session
        + "\",\"mode\":\"online\",\"place\":\"seat\"}]}";
  }

  /** Sends one of a class. */
  static RecordMetadata send(Bench bench, String name, Random random) {
    try (KafkaProducer<byte[], byte[]> producer = producer(bench)) {
      return producer
          .send(record(name, java.util.Objects.requireNonNull(classes().get(name)), random))
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("poison could not be sent", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static KafkaProducer<byte[], byte[]> producer(Bench bench) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers", bench.platform().bootstrapServers(),
            "max.request.size", "1048576",
            "acks", "all"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  @Override
  public Strike strike(Bench bench, Random random) {
    List<String> names = new ArrayList<>(classes().keySet());
    Collections.shuffle(names, random);
    try (KafkaProducer<byte[], byte[]> producer = producer(bench)) {
      for (String name : names) {
        producer
            .send(record(name, java.util.Objects.requireNonNull(classes().get(name)), random))
            .get();
        Waiting.millis(random.nextInt(40));
      }
    } catch (ExecutionException e) {
      return new Strike(0, List.of("poison could not be sent: " + e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return bench.recovered(System.nanoTime(), 10, List.of());
  }

  private static ProducerRecord<byte[], byte[]> record(String name, Bad bad, Random random) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            TOPIC,
            (KEY + name + "|" + random.nextInt(1000)).getBytes(StandardCharsets.UTF_8),
            bad.value());
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", new UUID(random.nextLong(), random.nextLong()).toString());
    header(record, "ce_source", "/registration");
    header(record, "ce_time", Instant.EPOCH.toString());
    if (!bad.type().isEmpty()) {
      header(record, "ce_type", bad.type());
    }
    return record;
  }

  static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<String> afterQuiet(Bench bench, Random random) {
    int times = times(bench.options().isShort());
    List<String> wrong = new ArrayList<>();
    for (String service : TopicReader.GROUPS) {
      wrong.addAll(judged(service, bench.witness().topics().poison(service), times));
    }
    wrong.addAll(new DeadLetterReplay(bench, random).wrong());
    return wrong;
  }

  /** What is wrong with a service's dead letters, by class, after so many of each class. */
  static List<String> judged(String service, Map<String, Integer> letters, int times) {
    List<String> wrong = new ArrayList<>();
    classes()
        .forEach(
            (name, bad) -> {
              int found = letters.getOrDefault(name, 0);
              if (bad.sure() ? found != times : found > times) {
                wrong.add(service + " has " + found + " dead letters of " + times + ": " + name);
              }
            });
    return wrong;
  }
}
