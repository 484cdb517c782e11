package org.cocreation.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cocreation.notification.domain.Correspondence;
import org.cocreation.notification.domain.Deliveries;
import org.cocreation.notification.domain.Delivery;
import org.cocreation.notification.domain.Kept;
import org.cocreation.notification.domain.Letter;
import org.cocreation.notification.domain.Postbox;
import org.cocreation.notification.domain.Samples;
import org.cocreation.notification.domain.Sending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class SendingLoopTest {

  private static final Duration LEASE = Duration.ofMillis(200);
  private static final Duration INTERVAL = Duration.ofMillis(20);
  private static final int MORE_THAN_A_CLAIM_HOLDS = 20;

  private final Kept kept = new Kept();
  private final AtomicBoolean away = new AtomicBoolean();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger posted = new AtomicInteger();
  private final Deliveries store = storeThatCanBeAway();
  private final NotificationProperties.Sending settings =
      new NotificationProperties.Sending(
          2,
          10,
          INTERVAL,
          LEASE,
          3,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));
  private final Sending sending =
      new Sending(
          store,
          kept.recipients,
          kept.programmes,
          new PostboxWhoseMailIsTheLastThingTheStoreSees(),
          Clock.systemUTC(),
          new Random(5),
          settings.patience());
  private final SendingLoop loop =
      new SendingLoop(
          sending,
          new NotificationProperties(
              settings,
              new NotificationProperties.Reminders(LEASE, LEASE),
              new NotificationProperties.Rounds(500, LEASE),
              new NotificationProperties.Queue(LEASE)));

  @AfterEach
  void stop() {
    away.set(false);
    loop.stop();
  }

  @Test
  void sendsNothingTwiceThoughTheStoreIsAwayForLongerThanAClaimHolds() {
    Correspondence correspondence = new Correspondence(kept.recipients, store, Clock.systemUTC());
    kept.programmes.keep(Samples.programme(1, Samples.webinar(1)));
    correspondence.reach(List.of(Samples.address("r-1")));
    correspondence.takeIn(List.of(Samples.registered("e-1", "r-1", Samples.online(1))));

    loop.start();
    await().until(() -> refused.get() > MORE_THAN_A_CLAIM_HOLDS);
    away.set(false);
    await().until(() -> sent() == 1);
    int before = asked.get();
    await().until(() -> asked.get() > before + MORE_THAN_A_CLAIM_HOLDS);

    assertThat(posted).hasValue(1);
  }

  private long sent() {
    synchronized (kept) {
      return kept.deliveries.to(List.of("r-1")).stream()
          .filter(delivery -> delivery.state() == Delivery.State.SENT)
          .count();
    }
  }

  private final class PostboxWhoseMailIsTheLastThingTheStoreSees implements Postbox {

    @Override
    public boolean open() {
      return true;
    }

    @Override
    public Map<String, Posted> post(List<Letter> letters) {
      posted.addAndGet(letters.size());
      away.set(true);
      return letters.stream()
          .map(Letter::deliveryId)
          .collect(Collectors.toMap(Function.identity(), id -> new Posted.Taken()));
    }
  }

  private Deliveries storeThatCanBeAway() {
    return (Deliveries)
        Proxy.newProxyInstance(
            Deliveries.class.getClassLoader(),
            new Class<?>[] {Deliveries.class},
            (proxy, method, arguments) -> {
              asked.incrementAndGet();
              if (away.get()) {
                refused.incrementAndGet();
                throw new DataAccessResourceFailureException("away");
              }
              synchronized (kept) {
                try {
                  return method.invoke(kept.deliveries, arguments);
                } catch (InvocationTargetException failed) {
                  throw failed.getCause();
                }
              }
            });
  }
}
