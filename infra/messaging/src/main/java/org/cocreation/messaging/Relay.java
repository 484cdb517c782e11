package org.cocreation.messaging;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.cocreation.messaging.RelayQueue.Waiting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a batch of outboxes from the document to the broker: sends all, waits for every
 * acknowledgement, then removes what was acknowledged in one bulk write.
 *
 * <p>A crash between any two steps repeats, never loses: what is not removed is sent again with the
 * same id. Events of one aggregate leave in their order; one that fails, and what follows it, stays
 * in the outbox and is sent again from there. Two relays at once only repeat each other: each sends
 * an outbox from its beginning, so the first copy of every event still comes in order, and
 * consumers know the later copies by their ids.
 */
final class Relay {

  private static final Logger log = LoggerFactory.getLogger(Relay.class);

  private final AggregateStores stores;
  private final EventSender sender;
  private final RelayFigures figures;
  private final Milestones milestones;

  Relay(AggregateStores stores, EventSender sender, RelayFigures figures, Milestones milestones) {
    this.stores = stores;
    this.sender = sender;
    this.figures = figures;
    this.milestones = milestones;
  }

  /** An aggregate's events on their way, with the future of each that was handed to the client. */
  private record Outgoing(
      OutboxAddress key, List<OutboxEntry> entries, List<Future<RecordMetadata>> sends) {}

  /**
   * Relays the outboxes of some aggregates.
   *
   * @return those of which something stayed behind
   */
  List<OutboxAddress> relay(List<Waiting> batch) {
    long started = System.nanoTime();
    List<Outgoing> outgoing = read(batch);
    if (outgoing.isEmpty()) {
      return List.of();
    }
    milestones.reached(Milestone.BEFORE_SEND);
    boolean away = send(outgoing);
    if (!away) {
      sender.flush();
    }
    Map<OutboxAddress, List<String>> acknowledged = new LinkedHashMap<>();
    List<OutboxAddress> behind = new ArrayList<>();
    int count = 0;
    for (Outgoing one : outgoing) {
      List<String> sent = acknowledged(one);
      if (!sent.isEmpty()) {
        acknowledged.put(one.key(), sent);
        count += sent.size();
      }
      if (sent.size() < one.entries().size()) {
        behind.add(one.key());
      }
    }
    milestones.reached(Milestone.ACKNOWLEDGED);
    remove(acknowledged);
    milestones.reached(Milestone.REMOVED);
    figures.relayed(count, System.nanoTime() - started);
    return behind;
  }

  private List<Outgoing> read(List<Waiting> batch) {
    Map<String, List<String>> unread = new HashMap<>();
    for (Waiting one : batch) {
      if (one.entries() == null) {
        unread
            .computeIfAbsent(one.key().collection(), first -> new ArrayList<>())
            .add(one.key().id());
      }
    }
    Map<OutboxAddress, List<OutboxEntry>> found = new HashMap<>();
    unread.forEach(
        (collection, ids) ->
            stores
                .collection(collection)
                .find(Filters.in("_id", ids))
                .projection(Projections.include("outbox"))
                .batchSize(ids.size())
                .forEach(
                    document ->
                        found.put(
                            new OutboxAddress(collection, document.getString("_id")),
                            OutboxEntry.allOf(document))));
    List<Outgoing> outgoing = new ArrayList<>(batch.size());
    for (Waiting one : batch) {
      List<OutboxEntry> entries = one.entries() == null ? found.get(one.key()) : one.entries();
      if (entries != null && !entries.isEmpty()) {
        outgoing.add(new Outgoing(one.key(), entries, new ArrayList<>(entries.size())));
      }
    }
    return outgoing;
  }

  /** Hands everything to the client, and stops as soon as the broker turns out to be away. */
  private boolean send(List<Outgoing> outgoing) {
    for (Outgoing one : outgoing) {
      for (OutboxEntry entry : one.entries()) {
        Future<RecordMetadata> send;
        try {
          send = sender.send(entry);
        } catch (RuntimeException away) {
          figures.failed(away);
          return sentNothing(outgoing);
        }
        one.sends().add(send);
        if (send.isDone()) {
          RuntimeException failure = failure(send);
          if (failure != null && Transience.isTransient(failure)) {
            return sentNothing(outgoing);
          }
          if (failure != null) {
            break;
          }
        }
      }
    }
    return false;
  }

  private static boolean sentNothing(List<Outgoing> outgoing) {
    return outgoing.get(0).sends().isEmpty();
  }

  /** The ids that the broker has, up to the first that it has not. */
  private List<String> acknowledged(Outgoing one) {
    List<String> sent = new ArrayList<>(one.sends().size());
    for (int i = 0; i < one.sends().size(); i++) {
      RuntimeException failure = failure(one.sends().get(i));
      if (failure != null) {
        figures.failed(failure);
        log.warn(
            "Not sent, kept and tried again: {} of {} {}",
            one.entries().get(i).type(),
            one.key().collection(),
            one.key().id(),
            failure);
        break;
      }
      sent.add(one.entries().get(i).id());
    }
    return sent;
  }

  private static @Nullable RuntimeException failure(Future<RecordMetadata> send) {
    try {
      send.get();
      return null;
    } catch (ExecutionException failed) {
      return failed.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new IllegalStateException("Stopped before the broker acknowledged", stopped);
    }
  }

  /** A lost removal only repeats events, so it need not wait for the journal. */
  private void remove(Map<OutboxAddress, List<String>> acknowledged) {
    Map<String, List<String>> aggregates = new HashMap<>();
    Map<String, List<String>> events = new HashMap<>();
    acknowledged.forEach(
        (key, ids) -> {
          aggregates.computeIfAbsent(key.collection(), first -> new ArrayList<>()).add(key.id());
          events.computeIfAbsent(key.collection(), first -> new ArrayList<>()).addAll(ids);
        });
    aggregates.forEach(
        (collection, ids) ->
            stores
                .collection(collection)
                .withWriteConcern(WriteConcern.W1)
                .updateMany(
                    Filters.in("_id", ids),
                    Updates.pull(
                        "outbox",
                        Filters.in("id", Objects.requireNonNull(events.get(collection))))));
  }
}
