package org.cocreation.proof.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** How long it takes from asking for a save until a consumer has the event, when little is done. */
final class Latency {

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String topic;

  Latency(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    this.consumer = consumer;
    this.topic = topic;
  }

  /**
   * Saves one after the other at an even pace.
   *
   * @return milliseconds, from the shortest to the longest
   */
  double[] of(Consumer<String> save, String run, int events, int perSecond) throws Exception {
    List<TopicPartition> all =
        consumer.partitionsFor(topic).stream()
            .map(one -> new TopicPartition(topic, one.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToEnd(all);
    all.forEach(consumer::position);
    Map<String, Long> begun = new ConcurrentHashMap<>();
    Map<String, Double> taken = new ConcurrentHashMap<>();
    CountDownLatch arrived = new CountDownLatch(events);
    Thread reader = new Thread(() -> read(begun, taken, arrived), "reader");
    reader.start();
    long next = System.nanoTime();
    for (int i = 0; i < events; i++) {
      String id = run + "-" + i;
      begun.put(id, System.nanoTime());
      save.accept(id);
      next += 1_000_000_000L / perSecond;
      TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
    }
    boolean complete = arrived.await(30, TimeUnit.SECONDS);
    reader.interrupt();
    reader.join(5_000);
    if (!complete) {
      throw new TimeoutException(arrived.getCount() + " of " + events + " did not arrive");
    }
    double[] millis = taken.values().stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(millis);
    return millis;
  }

  private void read(Map<String, Long> begun, Map<String, Double> taken, CountDownLatch arrived) {
    while (arrived.getCount() > 0 && !Thread.currentThread().isInterrupted()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
        long now = System.nanoTime();
        String id = new String(record.key(), StandardCharsets.UTF_8);
        Long since = begun.get(id);
        if (since != null && taken.putIfAbsent(id, (now - since) / 1e6) == null) {
          arrived.countDown();
        }
      }
    }
  }
}
