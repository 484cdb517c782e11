package org.cocreation.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What operators see of the outboxes and the relay. */
final class RelayFigures {

  private final Counter sent;
  private final Counter failures;
  private final Timer batches;
  private final AtomicInteger depth = new AtomicInteger();
  private final AtomicReference<@Nullable Instant> oldest = new AtomicReference<>();

  RelayFigures(MeterRegistry meters, Clock clock) {
    sent =
        Counter.builder("cocreation.relay.sent")
            .description("Events that the broker acknowledged")
            .register(meters);
    failures =
        Counter.builder("cocreation.relay.failures")
            .description("Aggregates of which a send failed, to be tried again")
            .register(meters);
    batches =
        Timer.builder("cocreation.relay.batch")
            .description("Time from reading a batch of outboxes to removing what was acknowledged")
            .register(meters);
    Gauge.builder("cocreation.outbox.depth", depth, AtomicInteger::get)
        .description(
            "Aggregates with events still to be sent, counted up to 1,000 for each kind at the last sweep")
        .register(meters);
    Gauge.builder("cocreation.outbox.oldest.age", () -> age(clock))
        .description("Age of the oldest event still to be sent, at the last sweep")
        .baseUnit("seconds")
        .register(meters);
  }

  private double age(Clock clock) {
    Instant since = oldest.get();
    return since == null
        ? 0
        : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
  }

  void relayed(int events, long nanoseconds) {
    sent.increment(events);
    batches.record(nanoseconds, TimeUnit.NANOSECONDS);
  }

  void failed(RuntimeException failure) {
    failures.increment();
  }

  void waiting(int aggregates, @Nullable Instant oldestEvent) {
    depth.set(aggregates);
    oldest.set(oldestEvent);
  }
}
