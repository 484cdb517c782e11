package org.cocreation.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.cocreation.notification.domain.Deliveries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What operators see of the queue. It is counted every so often, apart from those who ask for the
 * figures; while the store is away the last count stands and the age goes on growing.
 */
@Component
class QueueGauge {

  private static final Logger log = LoggerFactory.getLogger(QueueGauge.class);

  private final Deliveries deliveries;
  private final Clock clock;
  private volatile Deliveries.Queue queue = new Deliveries.Queue(0, 0, 0, null);

  QueueGauge(Deliveries deliveries, Clock clock, MeterRegistry meters) {
    this.deliveries = deliveries;
    this.clock = clock;
    Gauge.builder("cocreation.mail.waiting", () -> queue.queued())
        .description("E-mails that wait to be sent, as counted last")
        .tag("awaited", "mail-server")
        .register(meters);
    Gauge.builder("cocreation.mail.waiting", () -> queue.waitingForContact())
        .description("E-mails that wait to be sent, as counted last")
        .tag("awaited", "contact")
        .register(meters);
    Gauge.builder("cocreation.mail.failed", () -> queue.failed())
        .description("E-mails that failed for good and that nobody has queued again")
        .register(meters);
    Gauge.builder("cocreation.mail.oldest.age", this::age)
        .description("Age of the oldest e-mail that waits for the mail server")
        .baseUnit("seconds")
        .register(meters);
  }

  private double age() {
    Instant since = queue.oldest();
    return since == null
        ? 0
        : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
  }

  @Scheduled(fixedDelayString = "${notification.queue.interval:10s}")
  void count() {
    try {
      queue = deliveries.queue();
    } catch (RuntimeException away) {
      log.debug("The queue was not counted", away);
    }
  }
}
