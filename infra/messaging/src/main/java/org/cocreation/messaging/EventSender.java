package org.cocreation.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records so that a broker restart loses none and changes no order: all replicas acknowledge,
 * sequence numbers recognise a repeat, and a send is given up only after two minutes.
 */
final class EventSender implements AutoCloseable {

  private static final byte[] SPECVERSION = "1.0".getBytes(StandardCharsets.UTF_8);
  private static final byte[] JSON = "application/json".getBytes(StandardCharsets.UTF_8);

  /** What is decided of many people at once bears the same time, which is written once. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Time(Instant instant, byte[] header) {}

  private final Supplier<Producer<byte[], byte[]>> producers;
  private final byte[] source;
  private @Nullable Producer<byte[], byte[]> producer;
  private boolean closed;
  private volatile Time last = new Time(Instant.EPOCH, bytes(Instant.EPOCH.toString()));

  EventSender(Supplier<Producer<byte[], byte[]>> producers, String source) {
    this.producers = producers;
    this.source = source.getBytes(StandardCharsets.UTF_8);
  }

  /** Producers of the Kafka client with the settings that the guarantees rest on. */
  static Supplier<Producer<byte[], byte[]>> producers(
      Map<String, Object> connection, String clientId, MeterRegistry meters) {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    return () -> {
      KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings);
      new KafkaClientMetrics(producer).bindTo(meters);
      return producer;
    };
  }

  /** Hands an event to the client; the future tells when the broker has it. */
  Future<RecordMetadata> send(OutboxEntry entry) {
    byte[] key = bytes(entry.key());
    RecordHeaders headers = new RecordHeaders();
    headers.add(CloudEventHeaders.SPECVERSION, SPECVERSION);
    headers.add(CloudEventHeaders.ID, bytes(entry.id()));
    headers.add(CloudEventHeaders.SOURCE, source);
    headers.add(CloudEventHeaders.SUBJECT, key);
    headers.add(CloudEventHeaders.TIME, time(entry.occurredAt()));
    headers.add(CloudEventHeaders.CONTENT_TYPE, JSON);
    if (entry.traceparent() != null) {
      headers.add(CloudEventHeaders.TRACEPARENT, bytes(entry.traceparent()));
    }
    // Last, because a header is looked for from the end, and this is all that a consumer needs to
    // pass over an event that it has no use for.
    headers.add(CloudEventHeaders.TYPE, bytes(entry.type()));
    return send(new ProducerRecord<>(entry.topic(), null, key, entry.value(), headers));
  }

  private byte[] time(Instant occurredAt) {
    Time time = last;
    if (!time.instant.equals(occurredAt)) {
      time = new Time(occurredAt, bytes(occurredAt.toString()));
      last = time;
    }
    return time.header;
  }

  /** Hands a record to the client; the future tells when the broker has it. */
  Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> event) {
    Producer<byte[], byte[]> current = current();
    try {
      return current.send(event);
    } catch (ApiException refused) {
      throw refused;
    } catch (KafkaException | IllegalStateException broken) {
      discard(current);
      throw broken;
    }
  }

  /** Waits until everything handed over was acknowledged or given up. */
  void flush() {
    current().flush();
  }

  private synchronized Producer<byte[], byte[]> current() {
    if (closed) {
      throw new IllegalStateException("The sender is closed");
    }
    if (producer == null) {
      producer = producers.get();
    }
    return producer;
  }

  private synchronized void discard(Producer<byte[], byte[]> broken) {
    if (producer == broken) {
      producer = null;
    }
    broken.close(Duration.ZERO);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (producer != null) {
      producer.close(Duration.ofSeconds(2));
      producer = null;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
