package org.cocreation.messaging;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.cocreation.testing.backing.BackingServices;
import org.cocreation.testing.backing.WithBackingServices.StoreKind;

/** Stores in a database of their own, with milestones that a test can turn into crashes. */
final class StoreFixture implements AutoCloseable {

  static final Instant NOW = Instant.parse("2020-02-13T16:30:00Z");

  final MongoClient client;
  final PromptDatabase database;
  volatile Milestones milestones = Milestones.UNWATCHED;
  final RelayQueue queue = new RelayQueue(10_000, 10_000_000);
  final AggregateStores stores;
  String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  StoreFixture(StoreKind kind) {
    String uri = BackingServices.storeUri(kind, BackingServices.freshDatabase());
    client = MongoClients.create(uri);
    database =
        new PromptDatabase(
            client,
            String.valueOf(new ConnectionString(uri).getDatabase()),
            () -> false,
            Duration.ofSeconds(1));
    stores = stores(queue);
  }

  StoreFixture() {
    this(StoreKind.EMBEDDED);
  }

  /** The stores of another process on the same database. */
  AggregateStores stores(SavedEvents saved) {
    return new AggregateStores(
        database,
        new StateMapping(List.of(ValueTypes.of(Seat.SeatId.class))),
        new Outbox(Clock.fixed(NOW, ZoneOffset.UTC), new Traces(() -> trace)),
        saved,
        milestone -> milestones.reached(milestone));
  }

  AggregateStore<Seat, Seat.SeatEvent> seats() {
    return stores.of("seats", Seat.class, Seat.announcer());
  }

  Document document(String id) {
    Document found = stores.collection("seats").find(new Document("_id", id)).first();
    if (found == null) {
      throw new AssertionError("There is no document " + id);
    }
    return found;
  }

  /** The JSON of an event that waits in an outbox. */
  static String body(Document entry) {
    return new String(entry.get("body", Binary.class).getData(), StandardCharsets.UTF_8);
  }

  /** From now on, whoever reaches the milestone dies there. */
  void dieAt(Milestone point) {
    milestones =
        reached -> {
          if (reached == point) {
            throw new Crash();
          }
        };
  }

  void liveOn() {
    milestones = Milestones.UNWATCHED;
  }

  @Override
  public void close() {
    client.close();
  }

  /** The end of a process, as far as a thread can tell. */
  static final class Crash extends RuntimeException {}
}
