package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.cocreation.messaging.Seat.SeatEvent;
import org.cocreation.messaging.StoreFixture.Crash;
import org.cocreation.testing.backing.BackingServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay on a real broker and store, killed at every point of its way. */
class RelayTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String TOPIC = "relay.events";
  private static final Duration AT_ONCE = Duration.ZERO;

  private final StoreFixture fixture = new StoreFixture();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RelayFigures figures =
      new RelayFigures(meters, Clock.fixed(StoreFixture.NOW.plusSeconds(60), ZoneOffset.UTC));
  private final List<RelayLoop> loops = new ArrayList<>();
  private EventSender sender;
  private AggregateStore<Seat, SeatEvent> seats;

  @BeforeAll
  static void topic() throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", BackingServices.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1)))
          .all()
          .get(10, TimeUnit.SECONDS);
    }
  }

  private static Announcer<SeatEvent> announcer() {
    return event ->
        List.of(
            new Announcement(
                TOPIC,
                Seat.TAKEN,
                event.id().value(),
                Map.of("number", ((SeatEvent.Taken) event).number())));
  }

  @BeforeEach
  void open() {
    sender = sender();
    seats = fixture.stores.of("seats", Seat.class, announcer());
  }

  private EventSender sender() {
    return new EventSender(
        EventSender.producers(
            Map.of("bootstrap.servers", BackingServices.bootstrapServers()), "relay-test", meters),
        "/registration");
  }

  @AfterEach
  void close() {
    loops.forEach(RelayLoop::stop);
    sender.close();
    fixture.close();
  }

  private Relay relay(EventSender by) {
    return new Relay(
        fixture.stores, by, figures, milestone -> fixture.milestones.reached(milestone));
  }

  private List<OutboxAddress> relayOnce(EventSender by) throws InterruptedException {
    return relay(by).relay(fixture.queue.take(1_000, Long.MAX_VALUE, AT_ONCE));
  }

  private void loop(RelayQueue queue, AggregateStores stores, EventSender by) {
    RelayLoop loop =
        new RelayLoop(
            queue,
            new Relay(stores, by, figures, milestone -> fixture.milestones.reached(milestone)),
            new OutboxSweep(stores, figures),
            Duration.ofMillis(100));
    loops.add(loop);
    loop.start();
  }

  private String id(int n) {
    return fixture.database.getMongoDatabase().getName() + "-" + n;
  }

  private int take(String id) {
    return seats.change(id, before -> Seat.taken(before, id));
  }

  private List<String> outbox(String id) {
    return fixture.document(id).getList("outbox", Document.class).stream()
        .map(StoreFixture::body)
        .toList();
  }

  /** What this test sent, by key: event id and body in the order of the topic. */
  private Map<String, List<String>> sent() {
    Map<String, List<String>> sent = new HashMap<>();
    String own = fixture.database.getMongoDatabase().getName();
    for (ConsumerRecord<byte[], byte[]> record : Topics.all(TOPIC)) {
      if (Topics.key(record).startsWith(own)) {
        sent.computeIfAbsent(Topics.key(record), first -> new ArrayList<>())
            .add(Topics.header(record, "ce_id") + " " + Topics.value(record));
      }
    }
    return sent;
  }

  /** The bodies of first copies, in order. */
  private List<String> firstCopies(String id) {
    return new LinkedHashSet<>(sent().getOrDefault(id, List.of()))
        .stream().map(copy -> copy.substring(copy.indexOf(' ') + 1)).toList();
  }

  private void crash(Runnable work) {
    assertThatThrownBy(work::run).isInstanceOf(Crash.class);
    fixture.liveOn();
  }

  @Test
  void anEventIsACloudEventInBinaryMode() throws Exception {
    take(id(1));

    assertThat(relayOnce(sender)).isEmpty();

    ConsumerRecord<byte[], byte[]> record =
        Topics.all(TOPIC).stream()
            .filter(one -> Topics.key(one).equals(id(1)))
            .findFirst()
            .orElseThrow();
    assertThat(Topics.value(record)).isEqualTo("{\"number\":1}");
    assertThat(Topics.header(record, "ce_specversion")).isEqualTo("1.0");
    assertThat(Topics.header(record, "ce_id"))
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(Topics.header(record, "ce_type")).isEqualTo(Seat.TAKEN);
    assertThat(Topics.header(record, "ce_source")).isEqualTo("/registration");
    assertThat(Topics.header(record, "ce_subject")).isEqualTo(id(1));
    assertThat(Topics.header(record, "ce_time")).isEqualTo("2020-02-13T16:30:00Z");
    assertThat(Topics.header(record, "traceparent")).isEqualTo(fixture.trace);
    assertThat(Topics.header(record, "content-type")).isEqualTo("application/json");
    assertThat(outbox(id(1))).isEmpty();
    assertThat(meters.get("cocreation.relay.sent").counter().count()).isEqualTo(1);
  }

  @Test
  void whatAnEarlierVersionLeftAsATextIsSent() {
    fixture.dieAt(Milestone.SAVED);
    crash(() -> take(id(1)));
    fixture.liveOn();
    fixture
        .stores
        .collection("seats")
        .updateOne(
            Filters.eq("_id", id(1)),
            Updates.set("outbox.0.body", "{\"number\":1,\"en\":\"año\"}"));

    loop(fixture.queue, fixture.stores, sender);

    await().atMost(SOON).until(() -> !sent().isEmpty());
    assertThat(firstCopies(id(1))).containsExactly("{\"number\":1,\"en\":\"año\"}");
  }

  @Test
  void aCrashBetweenSaveAndSendLosesNothing() {
    fixture.dieAt(Milestone.SAVED);
    crash(() -> take(id(1)));
    assertThat(fixture.queue.isEmpty()).isTrue();

    loop(fixture.queue, fixture.stores, sender);

    await().atMost(SOON).until(() -> outbox(id(1)).isEmpty());
    assertThat(firstCopies(id(1))).containsExactly("{\"number\":1}");
  }

  @Test
  void aCrashBeforeTheSaveLeavesNothingHalfDone() {
    fixture.dieAt(Milestone.BEFORE_SAVE);
    crash(() -> take(id(1)));

    assertThat(seats.find(id(1))).isEmpty();
    assertThat(new OutboxSweep(fixture.stores, figures).look(true)).isEmpty();
  }

  @Test
  void aCrashBeforeTheSendLosesNothing() {
    take(id(1));
    fixture.dieAt(Milestone.BEFORE_SEND);
    crash(() -> relayUnchecked(sender));

    loop(fixture.queue, fixture.stores, sender);

    await().atMost(SOON).until(() -> outbox(id(1)).isEmpty());
    assertThat(sent().get(id(1))).hasSize(1);
  }

  @Test
  void aCrashBetweenSendAndRemovalRepeatsWithTheSameId() {
    take(id(1));
    take(id(1));
    fixture.dieAt(Milestone.ACKNOWLEDGED);
    crash(() -> relayUnchecked(sender));
    assertThat(outbox(id(1))).hasSize(2);

    loop(fixture.queue, fixture.stores, sender);

    await().atMost(SOON).until(() -> outbox(id(1)).isEmpty());
    assertThat(sent().get(id(1))).hasSize(4);
    assertThat(firstCopies(id(1))).containsExactly("{\"number\":1}", "{\"number\":2}");
  }

  private void relayUnchecked(EventSender by) {
    try {
      relayOnce(by);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  @Test
  void aRemovalAndASaveThatRaceUndoNothingOfEachOther() throws Exception {
    take(id(1));
    fixture.milestones =
        reached -> {
          if (reached == Milestone.ACKNOWLEDGED) {
            fixture.liveOn();
            take(id(1));
          }
        };

    relayOnce(sender);

    assertThat(seats.findStored(id(1)).orElseThrow()).isEqualTo(new Stored<>(Seat.of(id(1), 2), 2));
    assertThat(outbox(id(1))).containsExactly("{\"number\":2}");
    relayOnce(sender);
    assertThat(outbox(id(1))).isEmpty();
    assertThat(sent().get(id(1))).hasSize(2);
  }

  @Test
  void twoRelaysAtOnceKeepTheOrderOfFirstCopies() {
    RelayQueue otherQueue = new RelayQueue(1_000, 1_000_000);
    AggregateStores otherProcess = fixture.stores(otherQueue);
    AggregateStore<Seat, SeatEvent> otherSeats = otherProcess.of("seats", Seat.class, announcer());
    EventSender otherSender = sender();
    try {
      loop(fixture.queue, fixture.stores, sender);
      loop(otherQueue, otherProcess, otherSender);
      for (int round = 0; round < 30; round++) {
        for (int n = 0; n < 10; n++) {
          String id = id(n);
          (round % 2 == 0 ? seats : otherSeats).change(id, before -> Seat.taken(before, id));
        }
      }
      for (int n = 0; n < 10; n++) {
        String id = id(n);
        await().atMost(SOON).until(() -> outbox(id).isEmpty());
      }
    } finally {
      loops.forEach(RelayLoop::stop);
      otherSender.close();
    }
    List<String> inOrder = new ArrayList<>();
    for (int number = 1; number <= 30; number++) {
      inOrder.add("{\"number\":" + number + "}");
    }
    for (int n = 0; n < 10; n++) {
      assertThat(firstCopies(id(n))).isEqualTo(inOrder);
    }
  }

  @Test
  void aSendThatFailsHoldsBackWhatFollowsInItsAggregateOnly() throws Exception {
    MockProducer<byte[], byte[]> refusing = refusing(new RecordTooLargeException("refused"));
    EventSender failing = new EventSender(() -> refusing, "/registration");
    take(id(1));
    take(id(1));
    take(id(2));

    List<OutboxAddress> behind = relayOnce(failing);

    assertThat(behind).containsExactly(new OutboxAddress("seats", id(1)));
    assertThat(outbox(id(1))).hasSize(2);
    assertThat(outbox(id(2))).isEmpty();
    assertThat(meters.get("cocreation.relay.failures").counter().count()).isEqualTo(1);
  }

  @Test
  void whileTheBrokerIsAwayEverythingStaysInItsOutbox() throws Exception {
    MockProducer<byte[], byte[]> away = refusing(new TimeoutException("no metadata"));
    EventSender failing = new EventSender(() -> away, "/registration");
    take(id(1));
    take(id(2));

    List<OutboxAddress> behind = relayOnce(failing);

    assertThat(behind)
        .containsExactly(new OutboxAddress("seats", id(1)), new OutboxAddress("seats", id(2)));
    assertThat(outbox(id(1))).hasSize(1);
    assertThat(outbox(id(2))).hasSize(1);
  }

  /** Completes every send, the first with a failure. */
  private static MockProducer<byte[], byte[]> refusing(RuntimeException failure) {
    return new MockProducer<>(
        true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer()) {
      private boolean refused;

      @Override
      public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        if (refused) {
          return super.send(record);
        }
        refused = true;
        return CompletableFuture.failedFuture(failure);
      }
    };
  }

  @Test
  void whatAFullQueueDropsTheSweepFinds() {
    RelayQueue small = new RelayQueue(3, 1_000);
    AggregateStores stores = fixture.stores(small);
    AggregateStore<Seat, SeatEvent> many = stores.of("seats", Seat.class, announcer());
    for (int n = 0; n < 20; n++) {
      String id = id(n);
      many.change(id, before -> Seat.taken(before, id));
    }
    assertThat(new OutboxSweep(stores, figures).look(true)).hasSize(20);

    loop(small, stores, sender);

    await().atMost(SOON).until(() -> new OutboxSweep(stores, figures).look(true).isEmpty());
    assertThat(sent()).hasSize(20);
  }

  @Test
  void theSweepLeavesFreshOutboxesToTheirOwnRelayAndTellsDepthAndAge() {
    OutboxSweep sweep = new OutboxSweep(fixture.stores, figures);
    take(id(1));

    assertThat(sweep.look(false)).isEmpty();
    assertThat(sweep.look(false)).containsExactly(new OutboxAddress("seats", id(1)));
    assertThat(meters.get("cocreation.outbox.depth").gauge().value()).isEqualTo(1);
    assertThat(meters.get("cocreation.outbox.oldest.age").gauge().value()).isEqualTo(60);
  }

  @Test
  void thousandsOfSavesAreRelayedInBatches() {
    loop(fixture.queue, fixture.stores, sender);
    List<Change<Seat, SeatEvent, Integer>> changes = new ArrayList<>();
    for (int n = 0; n < 3_000; n++) {
      String id = id(n);
      changes.add(new Change<>(id, null, before -> Seat.taken(before, id)));
    }
    seats.changeAll(changes);

    await()
        .atMost(SOON)
        .until(() -> meters.get("cocreation.relay.sent").counter().count() >= 3_000);
    assertThat(sent()).hasSize(3_000);
    await().atMost(SOON).until(() -> new OutboxSweep(fixture.stores, figures).look(true).isEmpty());
    assertThat(meters.get("cocreation.relay.batch").timer().count()).isLessThan(100);
  }

  @Test
  void aSteadyStreamOfSingleSavesIsRelayedInBatches() {
    int saves = 300;
    loop(fixture.queue, fixture.stores, sender);
    long begun = System.nanoTime();
    for (int n = 0; n < saves; n++) {
      take(id(n));
    }
    await()
        .atMost(SOON)
        .until(() -> meters.get("cocreation.relay.sent").counter().count() >= saves);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);

    assertThat(meters.get("cocreation.relay.batch").timer().count())
        .isLessThanOrEqualTo(millis / 20 + 5);
  }
}
