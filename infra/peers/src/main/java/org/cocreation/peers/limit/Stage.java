package org.cocreation.peers.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.cocreation.peers.work.Setting;

/** One consumer in a thread of its own: a poll, its work, one commit. */
final class Stage implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final Outgoing outgoing;
  private final Thread thread;

  Stage(
      Setting setting,
      String name,
      String topic,
      BiConsumer<List<ConsumerRecord<String, byte[]>>, Outgoing> work) {
    consumer = new KafkaConsumer<>(setting.consumer(name));
    outgoing = new Outgoing(setting);
    consumer.subscribe(List.of(topic));
    thread = new Thread(() -> run(work), name);
    thread.start();
  }

  private void run(BiConsumer<List<ConsumerRecord<String, byte[]>>, Outgoing> work) {
    try (consumer;
        outgoing) {
      while (true) {
        ConsumerRecords<String, byte[]> polled = consumer.poll(Duration.ofMillis(500));
        if (!polled.isEmpty()) {
          List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(polled.count());
          polled.forEach(records::add);
          work.accept(records, outgoing);
          consumer.commitSync();
        }
      }
    } catch (WakeupException closed) {
      // As asked for.
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(5_000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
