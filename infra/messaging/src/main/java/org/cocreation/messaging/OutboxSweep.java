package org.cocreation.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Finds, by the index on {@code outbox.occurredAt}, the outboxes that nobody was woken for: what a
 * crash, a broker that was away or a full queue left behind.
 *
 * <p>It goes by what waits, never by the clock: an outbox that was there at the last look and still
 * is has been left behind, whatever time its events bear.
 */
final class OutboxSweep {

  static final int MOST_AT_ONCE = 1_000;
  private static final Instant ANY_TIME = Instant.EPOCH;

  private final AggregateStores stores;
  private final RelayFigures figures;
  private Set<OutboxAddress> seenLastTime = new HashSet<>();

  OutboxSweep(AggregateStores stores, RelayFigures figures) {
    this.stores = stores;
    this.figures = figures;
  }

  /**
   * Looks once.
   *
   * @param everything what waits is due at once, also what was not there the last time
   */
  List<OutboxAddress> look(boolean everything) {
    List<OutboxAddress> due = new ArrayList<>();
    Set<OutboxAddress> waiting = new HashSet<>();
    Instant oldest = null;
    for (String collection : stores.names()) {
      for (Document found :
          stores
              .collection(collection)
              .find(Filters.gt("outbox.occurredAt", ANY_TIME))
              .projection(Projections.include("outbox.occurredAt"))
              .sort(Sorts.ascending("outbox.occurredAt"))
              .limit(MOST_AT_ONCE)) {
        OutboxAddress key = new OutboxAddress(collection, found.getString("_id"));
        waiting.add(key);
        oldest = earlier(oldest, found);
        if (everything || seenLastTime.contains(key)) {
          due.add(key);
        }
      }
    }
    figures.waiting(waiting.size(), oldest);
    seenLastTime = waiting;
    return due;
  }

  private static @Nullable Instant earlier(@Nullable Instant oldest, Document found) {
    List<Document> outbox = found.getList("outbox", Document.class, List.of());
    if (outbox.isEmpty()) {
      return oldest;
    }
    Instant own = outbox.get(0).getDate("occurredAt").toInstant();
    return oldest == null || own.isBefore(oldest) ? own : oldest;
  }
}
