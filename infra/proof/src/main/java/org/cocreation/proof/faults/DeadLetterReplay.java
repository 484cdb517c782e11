package org.cocreation.proof.faults;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.cocreation.launcher.access.DeadLetterDesk;

/**
 * Dead letters are replayed as {@code ./platform dead-letters} does: what is bad stays so and does
 * nothing; what was given up by an earlier version and is good now has its effect, once.
 */
final class DeadLetterReplay {

  private static final String SERVICE = "attendance";
  private static final String KEY_OF_PERSON = "poison-replayed-";

  private final Bench bench;
  private final Random random;

  DeadLetterReplay(Bench bench, Random random) {
    this.bench = bench;
    this.random = random;
  }

  /** What is wrong with it. */
  List<String> wrong() {
    DeadLetterDesk desk =
        new DeadLetterDesk(
            SERVICE,
            URI.create(bench.platform().address(SERVICE)),
            bench.client().token("administrator"));
    List<String> wrong = new ArrayList<>();
    Map<String, String> before = bench.witness().states();
    String bad = desk.replay(bench.witness().topics().poisonedLetter(SERVICE));
    if (!bad.contains("dead-again")) {
      wrong.add("a bad record replayed is said to be " + bad);
    }
    wrong.addAll(changed("a bad record replayed", before, bench.witness().states()));
    String person = KEY_OF_PERSON + Long.toHexString(random.nextLong());
    String letter = givenUpEarlier(person);
    String good = desk.replay(letter);
    bench.quiet(bench.options().within(30)).forEach(one -> wrong.add("not quiet: " + one));
    Map<String, String> once = bench.witness().states();
    if (!good.contains("done") || once.keySet().stream().noneMatch(id -> id.contains(person))) {
      wrong.add("a good record replayed had no effect: " + good);
    }
    desk.replay(letter);
    bench.quiet(bench.options().within(30)).forEach(one -> wrong.add("not quiet: " + one));
    wrong.addAll(changed("a second replay", once, bench.witness().states()));
    return wrong;
  }

  /** What differs between two looks at every document. */
  static List<String> changed(String by, Map<String, String> before, Map<String, String> after) {
    return before.equals(after)
        ? List.of()
        : after.entrySet().stream()
            .filter(one -> !one.getValue().equals(before.get(one.getKey())))
            .limit(5)
            .map(one -> by + " changed " + one.getKey())
            .toList();
  }

  /** A letter as an earlier version of the service left it; its id. */
  private String givenUpEarlier(String person) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            SERVICE + ".dead-letters",
            person.getBytes(StandardCharsets.UTF_8),
            Poison.whole("one")
                .replace("\"poison\"", "\"" + person + "\"")
                .getBytes(StandardCharsets.UTF_8));
    Poison.header(record, "ce_specversion", "1.0");
    Poison.header(record, "ce_id", new UUID(random.nextLong(), random.nextLong()).toString());
    Poison.header(record, "ce_type", Poison.TYPE);
    Poison.header(record, "ce_source", "/registration");
    Poison.header(record, "ce_time", "2020-02-01T00:00:00Z");
    Poison.header(record, "dead-letter-intake", SERVICE);
    Poison.header(record, "dead-letter-topic", Poison.TOPIC);
    Poison.header(record, "dead-letter-partition", "0");
    Poison.header(record, "dead-letter-offset", "0");
    Poison.header(record, "dead-letter-reason", "handler-failed");
    Poison.header(record, "dead-letter-detail", "given up by an earlier version");
    Poison.header(record, "dead-letter-at", "2020-02-01T00:00:01Z");
    try (KafkaProducer<byte[], byte[]> producer = Poison.producer(bench)) {
      RecordMetadata sent = producer.send(record).get();
      return sent.partition() + "-" + sent.offset();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
