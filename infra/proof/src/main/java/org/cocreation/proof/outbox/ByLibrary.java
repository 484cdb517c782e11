package org.cocreation.proof.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.Change;
import org.cocreation.messaging.Decision;

/** Saves by the library, whose relay sends; its own counter says what was acknowledged. */
final class ByLibrary implements Sends {

  private static final String SENT = "cocreation.relay.sent";
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final AggregateStore<Noted, Noted> store;
  private final MeterRegistry meters;

  ByLibrary(AggregateStore<Noted, Noted> store, MeterRegistry meters) {
    this.store = store;
    this.meters = meters;
  }

  @Override
  public void send(String run, int events) throws Exception {
    double before = sent();
    for (int from = 0; from < events; from += TOGETHER) {
      List<Change<Noted, Noted, Boolean>> changes = new ArrayList<>(TOGETHER);
      for (int i = from; i < Math.min(events, from + TOGETHER); i++) {
        String id = run + "-" + i;
        changes.add(new Change<>(id, null, found -> noted(id)));
      }
      store.changeAll(changes);
    }
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (sent() - before < events) {
      if (System.nanoTime() > until) {
        throw new TimeoutException((sent() - before) + " of " + events + " were sent");
      }
      Thread.sleep(1);
    }
  }

  /** Saves one; it is sent soon. */
  void save(String id) {
    store.change(id, found -> noted(id));
  }

  private static Decision<Noted, Noted, Boolean> noted(String id) {
    Noted noted = Noted.of(id);
    return Decision.of(noted, List.of(noted), true);
  }

  private double sent() {
    return meters.counter(SENT).count();
  }
}
