package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.cocreation.messaging.Seat.SeatEvent;
import org.cocreation.messaging.Seat.SeatId;
import org.cocreation.testing.backing.WithBackingServices.StoreKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** What an aggregate store promises on any store. */
abstract class AggregateStoreContract {

  private StoreFixture fixture;
  private AggregateStore<Seat, SeatEvent> seats;

  abstract StoreKind kind();

  @BeforeEach
  void open() {
    fixture = new StoreFixture(kind());
    seats = fixture.seats();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private int take(String id) {
    return seats.change(id, before -> Seat.taken(before, id));
  }

  private List<Document> outbox(String id) {
    return fixture.document(id).getList("outbox", Document.class);
  }

  private Change<Seat, SeatEvent, Integer> taking(String id, String cause) {
    return new Change<>(id, cause, before -> Seat.taken(before, id));
  }

  @Test
  void aFirstChangeInsertsAndALaterOneUpdates() {
    assertThat(take("a")).isEqualTo(1);
    assertThat(take("a")).isEqualTo(2);

    assertThat(seats.findStored("a")).contains(new Stored<>(Seat.of("a", 2), 2));
  }

  @Test
  void everyKindOfPartComesBackAsItWas() {
    Seat whole =
        new Seat(
            new SeatId("507f1f77bcf86cd799439011"),
            3,
            Seat.Kind.BENCH,
            Instant.parse("2020-02-13T16:30:00.123Z"),
            LocalDate.of(2020, 2, 29),
            List.of(new SeatId("x"), new SeatId("y")),
            Map.of(new SeatId("with.dot"), 1, new SeatId("$plain"), 2),
            "ñandú");
    seats.change("whole", before -> Decision.of(whole, List.of(), "done"));

    assertThat(seats.find("whole")).contains(whole);
  }

  @Test
  void aDocumentHoldsStateOutboxAndCausesAndNoClassName() {
    seats.changeOnce("a", "cause-1", before -> Seat.taken(before, "a"));

    Document document = fixture.document("a");

    assertThat(document.keySet())
        .containsExactlyInAnyOrder("_id", "version", "state", "outbox", "seen");
    assertThat(document.get("state", Document.class))
        .containsEntry("id", "a")
        .containsEntry("day", "2020-02-13")
        .containsEntry("kind", "CHAIR")
        .doesNotContainKey("note");
    assertThat(document.toJson()).doesNotContain("_class");
    assertThat(document.getList("seen", String.class)).containsExactly("cause-1");
    assertThat(outbox("a"))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(StoreFixture.body(entry)).isEqualTo("{\"seatId\":\"a\",\"number\":1}"))
        .satisfies(
            entry ->
                assertThat(entry)
                    .containsEntry("type", Seat.TAKEN)
                    .containsEntry("topic", Seat.TOPIC)
                    .containsEntry("key", "a")
                    .containsEntry("traceparent", fixture.trace)
                    .containsEntry("occurredAt", java.util.Date.from(StoreFixture.NOW)));
  }

  @Test
  void aDecisionThatChangesNothingWritesNothing() {
    take("a");
    Document before = fixture.document("a");

    assertThat(seats.<String>change("a", seat -> Decision.unchanged("as it was")))
        .isEqualTo("as it was");
    assertThat(seats.<String>change("new", seat -> Decision.unchanged("nothing")))
        .isEqualTo("nothing");

    assertThat(fixture.document("a")).isEqualTo(before);
    assertThat(seats.find("new")).isEmpty();
  }

  @Test
  void theSameCauseIsTakenOnce() {
    assertThat(seats.changeOnce("a", "c", before -> Seat.taken(before, "a"))).contains(1);
    assertThat(seats.changeOnce("a", "c", before -> Seat.taken(before, "a"))).isEmpty();

    assertThat(seats.find("a").orElseThrow().taken()).isEqualTo(1);
    assertThat(outbox("a")).hasSize(1);
  }

  @Test
  void aCauseThatChangedNothingIsRememberedWithoutANewVersion() {
    take("a");

    assertThat(seats.changeOnce("a", "c", before -> Decision.unchanged("no"))).contains("no");
    assertThat(seats.changeOnce("a", "c", before -> Decision.unchanged("no"))).isEmpty();

    assertThat(seats.findStored("a").orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void onlyTheLatestThousandCausesAreRemembered() {
    List<Change<Seat, SeatEvent, Integer>> many =
        IntStream.rangeClosed(1, 1_200).mapToObj(n -> taking("a", "cause-" + n)).toList();
    take("a");
    seats.changeAll(many);

    List<String> seen = fixture.document("a").getList("seen", String.class);

    assertThat(seen).hasSize(1_000).startsWith("cause-201").endsWith("cause-1200");
  }

  @Test
  void aRequestIsRememberedWithWhatItChangedAndMayChangeMore() {
    assertThat(seats.wasChangedFor("asked", "a")).isFalse();
    seats.changeFor("asked", "a", before -> Decision.unchanged("no"));
    assertThat(seats.wasChangedFor("asked", "a")).as("nothing changed").isFalse();
    int first = seats.changeFor("asked", "a", before -> Seat.taken(before, "a"));
    int second = seats.changeFor("asked", "a", before -> Seat.taken(before, "a"));
    assertThat(List.of(first, second)).containsExactly(1, 2);
    assertThat(seats.wasChangedFor("asked", "a")).isTrue();
    assertThat(seats.wasChangedFor("another", "a")).isFalse();
    assertThat(seats.wasChangedFor("asked", "b")).isFalse();
  }

  @Test
  void aReaderOfAnOldVersionIsRefused() {
    take("a");
    take("a");

    assertThatThrownBy(() -> seats.change("a", 1, before -> Seat.taken(before, "a")))
        .isInstanceOfSatisfying(
            StaleVersionException.class,
            stale -> {
              assertThat(stale.expected()).isEqualTo(1);
              assertThat(stale.actual()).isEqualTo(2);
            });
    assertThat(seats.<Integer>change("a", 2, before -> Seat.taken(before, "a"))).isEqualTo(3);
  }

  @Test
  void whatIsErasedLeavesAShellThatStillKnowsItsCauses() {
    seats.changeOnce("a", "first", before -> Seat.taken(before, "a"));
    seats.change(
        "a", before -> Decision.erased(List.of(new SeatEvent.Removed(new SeatId("a"))), "gone"));

    assertThat(seats.find("a")).isEmpty();
    assertThat(seats.findAll(List.of("a"))).isEmpty();
    assertThat(seats.query(new Query())).isEmpty();
    assertThat(fixture.document("a")).doesNotContainKey("state");
    assertThat(outbox("a"))
        .hasSize(2)
        .last()
        .satisfies(last -> assertThat(last.get("body")).isNull());
    assertThat(seats.changeOnce("a", "first", before -> Seat.taken(before, "a"))).isEmpty();
    assertThat(seats.changeOnce("a", "second", before -> Seat.taken(before, "a"))).contains(1);
    assertThat(seats.findStored("a").orElseThrow().version()).isEqualTo(3);
  }

  @Test
  void manyChangesAreFoldedInOrderForEachAggregateAndAnsweredInTheirOwnOrder() {
    take("b");

    List<Optional<Integer>> results =
        seats.changeAll(
            List.of(
                taking("a", "1"),
                taking("b", "2"),
                taking("a", "3"),
                taking("a", "1"),
                taking("b", "4")));

    assertThat(results)
        .containsExactly(
            Optional.of(1), Optional.of(2), Optional.of(2), Optional.empty(), Optional.of(3));
    assertThat(outbox("a"))
        .extracting(StoreFixture::body)
        .containsExactly("{\"seatId\":\"a\",\"number\":1}", "{\"seatId\":\"a\",\"number\":2}");
    assertThat(seats.findStored("a").orElseThrow().version()).isEqualTo(1);
    assertThat(seats.findStored("b").orElseThrow()).isEqualTo(new Stored<>(Seat.of("b", 3), 2));
  }

  @Test
  void aBulkChangeRedoesOnlyWhatSomebodyElseChangedMeanwhile() {
    AggregateStore<Seat, SeatEvent> otherProcess =
        fixture.stores(fixture.queue).of("seats", Seat.class, Seat.announcer());
    take("old");
    take("quiet");
    List<String> decided = Collections.synchronizedList(new ArrayList<>());

    List<Optional<Integer>> results =
        seats.changeAll(
            List.of("old", "new", "quiet").stream()
                .map(
                    id ->
                        new Change<Seat, SeatEvent, Integer>(
                            id,
                            null,
                            before -> {
                              if (!decided.contains(id) && !id.equals("quiet")) {
                                otherProcess.change(id, there -> Seat.taken(there, id));
                              }
                              decided.add(id);
                              return Seat.taken(before, id);
                            }))
                .toList());

    assertThat(results).containsExactly(Optional.of(3), Optional.of(2), Optional.of(2));
    assertThat(decided).containsExactly("old", "new", "quiet", "old", "new");
    assertThat(outbox("old")).hasSize(3);
    assertThat(outbox("new")).hasSize(2);
    assertThat(outbox("quiet")).hasSize(2);
  }

  @Test
  void whatIsProbablyNewIsReadOnlyIfItIsThere() {
    take("there");
    List<Optional<Seat>> seen = new ArrayList<>();

    int number =
        seats.create(
            "there",
            before -> {
              seen.add(before);
              return Seat.taken(before, "there");
            });

    assertThat(number).isEqualTo(2);
    assertThat(seen).containsExactly(Optional.empty(), Optional.of(Seat.of("there", 1)));
    assertThat(seats.<Integer>create("new", before -> Seat.taken(before, "new"))).isEqualTo(1);
    assertThat(outbox("there")).hasSize(2);
    assertThat(outbox("new")).hasSize(1);
  }

  @Test
  void manyThatAreProbablyNewAreReadOnlyIfTheyAreThere() {
    take("there");
    seats.changeOnce("caused", "cause", before -> Seat.taken(before, "caused"));
    List<Change<Seat, SeatEvent, Integer>> changes = new ArrayList<>();
    for (String id : List.of("new", "there", "other")) {
      changes.add(Change.ofNew(id, null, before -> Seat.taken(before, id)));
    }
    changes.add(Change.ofNew("caused", "cause", before -> Seat.taken(before, "caused")));
    changes.add(Change.ofNew("new", null, before -> Seat.taken(before, "new")));

    assertThat(seats.changeAll(changes))
        .containsExactly(
            Optional.of(1), Optional.of(2), Optional.of(1), Optional.empty(), Optional.of(2));
    assertThat(outbox("new")).hasSize(2);
    assertThat(outbox("there")).hasSize(2);
    assertThat(outbox("caused")).hasSize(1);
  }

  @Test
  void ofWhatIsProbablyNewNothingIsDecidedUnseenThatChangesNothing() {
    take("there");

    List<Optional<Integer>> found =
        seats.changeAll(
            List.of(
                Change.ofNew("there", null, AggregateStoreContract::taken),
                Change.ofNew("nowhere", null, AggregateStoreContract::taken)));

    assertThat(found).containsExactly(Optional.of(1), Optional.of(0));
    assertThat(seats.<Integer>create("there", AggregateStoreContract::taken)).isEqualTo(1);
    assertThat(seats.find("nowhere")).isEmpty();
  }

  /** Changes nothing, and says how often the seat was taken. */
  private static Decision<Seat, SeatEvent, Integer> taken(Optional<Seat> before) {
    return Decision.unchanged(before.map(Seat::taken).orElse(0));
  }

  @Test
  void whatWasErasedMeetsNoQuery() {
    seats.change("kept", before -> Decision.of(Seat.of("kept", 1), List.of(), "ok"));
    seats.change("erased", before -> Decision.of(Seat.of("erased", 1), List.of(), "ok"));
    seats.change("erased", before -> Decision.erased(List.of(), "gone"));

    for (Criteria criteria :
        List.of(
            new Criteria(),
            Criteria.where("state.taken").is(1),
            Criteria.where("state.taken").gt(0).lt(2),
            Criteria.where("state.note").is(null),
            Criteria.where("state.note").ne("x"),
            Criteria.where("state.note").in(null, "x"))) {
      Query query = new Query(criteria);
      assertThat(seats.count(query)).as("%s", query).isEqualTo(1);
      assertThat(seats.query(query)).as("%s", query).hasSize(1);
    }
  }

  /** What of a seat may be all that somebody needs. */
  private record Tally(Seat.SeatId id, int taken) {}

  @Test
  void partsOfAStateAreReadWithoutTheRest() {
    take("a");
    take("b");
    take("b");
    seats.change("erased", before -> Decision.of(Seat.of("erased", 1), List.of(), "ok"));
    seats.change("erased", before -> Decision.erased(List.of(), "gone"));
    fixture
        .stores
        .collection("seats")
        .updateOne(new Document("_id", "a"), Updates.set("state.day", "no day at all"));

    Query all = new Query().with(Sort.by("state.taken"));

    assertThat(seats.query(all, Tally.class))
        .containsExactly(new Tally(new Seat.SeatId("a"), 1), new Tally(new Seat.SeatId("b"), 2));
    assertThat(seats.query(all.limit(1), Tally.class)).hasSize(1);
    assertThatThrownBy(() -> seats.query(all)).as("the day is read for whom it is").isNotNull();
  }

  @Test
  void aDecisionThatThrowsLeavesItsWholeSliceUnwritten() {
    assertThatThrownBy(
            () ->
                seats.changeAll(
                    List.of(
                        taking("a", "1"),
                        new Change<Seat, SeatEvent, Integer>(
                            "b",
                            "2",
                            before -> {
                              throw new IllegalStateException("refused");
                            }))))
        .hasMessage("refused");

    assertThat(seats.find("a")).isEmpty();
  }

  @Test
  void racersInSeveralProcessesLoseNoChange() throws Exception {
    AggregateStore<Seat, SeatEvent> otherProcess =
        fixture.stores(fixture.queue).of("seats", Seat.class, Seat.announcer());
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> racers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        AggregateStore<Seat, SeatEvent> store = i % 2 == 0 ? seats : otherProcess;
        racers.add(() -> store.change("one", before -> Seat.taken(before, "one")));
      }
      List<Integer> numbers = new ArrayList<>();
      for (Future<Integer> racer : threads.invokeAll(racers)) {
        numbers.add(racer.get());
      }

      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 100).boxed().toList());
      assertThat(outbox("one")).hasSize(100);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whoeverLosesEveryRaceIsTold() {
    AggregateStore<Seat, SeatEvent> otherProcess =
        fixture.stores(fixture.queue).of("seats", Seat.class, Seat.announcer());

    assertThatThrownBy(
            () ->
                seats.change(
                    "a",
                    before -> {
                      otherProcess.change("a", there -> Seat.taken(there, "a"));
                      return Seat.taken(before, "a");
                    }))
        .isInstanceOf(ConcurrentChangeException.class)
        .hasMessageContaining("seats a");
  }

  @Test
  void aUniqueIndexOfTheStateRefusesInsteadOfLooping() {
    AggregateStore<Seat, SeatEvent> unique =
        fixture.stores.of(
            "unique",
            Seat.class,
            Seat.announcer(),
            new Index().on("state.taken", Sort.Direction.ASC).unique());
    unique.change("a", before -> Decision.of(Seat.of("a", 1), List.of(), "ok"));

    assertThatThrownBy(
            () -> unique.change("b", before -> Decision.of(Seat.of("b", 1), List.of(), "ok")))
        .isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(
            () -> unique.create("b", before -> Decision.of(Seat.of("b", 1), List.of(), "ok")))
        .isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(
            () ->
                unique.changeAll(
                    List.of(
                        new Change<>(
                            "c", null, before -> Decision.of(Seat.of("c", 1), List.of(), "ok")))))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void queriesMeetStateFieldsInOrderAndUpToTheirLimit() {
    IntStream.range(0, 5)
        .forEach(
            n -> seats.change("s" + n, before -> Decision.of(Seat.of("s" + n, n), List.of(), n)));

    Query page =
        new Query(Criteria.where("state.taken").gt(1).and("state.id").ne(new SeatId("s3")))
            .with(Sort.by("state.taken").descending())
            .limit(2);

    assertThat(seats.query(page))
        .extracting(stored -> stored.state().id().value())
        .containsExactly("s4", "s2");
    assertThat(seats.count(new Query(Criteria.where("state.taken").gte(3)))).isEqualTo(2);
    assertThat(seats.exists(new Query(Criteria.where("state.taken").is(9)))).isFalse();
    try (var all = seats.stream(new Query())) {
      assertThat(all).hasSize(5);
    }
    assertThat(seats.findAll(List.of("s1", "s2", "nobody"))).containsOnlyKeys("s1", "s2");
  }

  @Test
  void aBodyThatNoBrokerWouldTakeIsRefusedWhenItIsDecided() {
    Announcer<SeatEvent> verbose =
        event ->
            List.of(
                new Announcement(
                    Seat.TOPIC, Seat.TAKEN, "a", Map.of("text", "x".repeat(1_000_000))));
    AggregateStore<Seat, SeatEvent> store = fixture.stores.of("verbose", Seat.class, verbose);

    assertThatThrownBy(() -> store.change("a", before -> Seat.taken(before, "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too large to announce");
    assertThat(store.find("a")).isEmpty();
  }

  @Test
  void keysThatTheStoreReservesAreSafeInABody() {
    Announcer<SeatEvent> odd =
        event ->
            List.of(
                new Announcement(Seat.TOPIC, Seat.TAKEN, "a", Map.of("$set", 1, "a.b", "\u0000")));
    AggregateStore<Seat, SeatEvent> store = fixture.stores.of("odd", Seat.class, odd);

    store.change("a", before -> Seat.taken(before, "a"));

    Document entry =
        fixture.stores.collection("odd").find().first().getList("outbox", Document.class).get(0);
    assertThat(StoreFixture.body(entry)).contains("\"$set\":1", "\"a.b\":\"\\u0000\"");
  }
}
