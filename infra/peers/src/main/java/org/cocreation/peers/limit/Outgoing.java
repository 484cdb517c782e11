package org.cocreation.peers.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.cocreation.peers.work.Setting;

/** Sends a batch: all of it, then waits, then looks at every acknowledgement. */
final class Outgoing implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;

  Outgoing(Setting setting) {
    producer = new KafkaProducer<>(setting.producer(5));
  }

  /**
   * Returns when the broker has them all.
   *
   * @throws IllegalStateException when it has not
   */
  void sendAll(List<ProducerRecord<String, byte[]>> records) {
    List<Future<RecordMetadata>> sends = new ArrayList<>(records.size());
    for (ProducerRecord<String, byte[]> record : records) {
      sends.add(producer.send(record));
    }
    producer.flush();
    try {
      for (Future<RecordMetadata> send : sends) {
        send.get();
      }
    } catch (ExecutionException refused) {
      throw new IllegalStateException("not sent", refused.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", stopped);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
