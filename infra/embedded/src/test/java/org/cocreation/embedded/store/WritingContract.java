package org.cocreation.embedded.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

/** What the platform asks of a store's writes, on MongoDB and on the embedded store alike. */
abstract class WritingContract extends StoreFixture {

  private Document thing(Object id) {
    return Objects.requireNonNull(things.find(eq("_id", id)).first());
  }

  private static List<String> sentLater(Document aggregate) {
    return aggregate.getList("outbox", Document.class).stream()
        .map(event -> event.getString("id"))
        .toList();
  }

  @Test
  void refusesASecondDocumentWithTheSameId() {
    things.insertOne(aggregate("a"));
    MongoWriteException refused =
        catchThrowableOfType(
            MongoWriteException.class, () -> things.insertOne(aggregate("a").append("version", 7)));
    assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    assertThat(thing("a")).containsEntry("version", 1);
  }

  @Test
  void takesNumbersOfDifferentTypesForTheSameId() {
    things.insertOne(new Document("_id", 7));
    MongoWriteException refused =
        catchThrowableOfType(
            MongoWriteException.class, () -> things.insertOne(new Document("_id", 7.0)));
    assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    things.insertOne(new Document("_id", 9007199254740993L));
    things.insertOne(new Document("_id", 9007199254740992L));
    assertThat(things.countDocuments()).isEqualTo(3);
  }

  @Test
  void takesWhatWasSentOutOfManyOutboxesAtOnce() {
    for (String id : List.of("a", "b", "c", "d")) {
      things.insertOne(
          aggregate(id)
              .append(
                  "outbox",
                  List.of(
                      announcement(id + "1", Instant.EPOCH),
                      announcement(id + "2", Instant.EPOCH))));
    }

    UpdateResult done =
        things.updateMany(
            in("_id", List.of("a", "b", "c", "missing")),
            Updates.pull("outbox", in("id", List.of("a1", "a2", "b1"))));

    assertThat(done.getMatchedCount()).isEqualTo(3);
    assertThat(done.getModifiedCount()).isEqualTo(2);
    assertThat(sentLater(thing("a"))).isEmpty();
    assertThat(sentLater(thing("b"))).containsExactly("b2");
    assertThat(sentLater(thing("c"))).containsExactly("c1", "c2");
    assertThat(sentLater(thing("d"))).containsExactly("d1", "d2");
  }

  @Test
  void anUpdateOfOneFieldKeepsTheOthersAndTheIndexesThatAreAboutBoth() {
    things.createIndex(Indexes.ascending("state.name", "outbox.id"));
    things.createIndex(Indexes.ascending("state.name", "number"));
    things.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true).sparse(true));
    things.createIndex(Indexes.ascending("state.tags"));
    Document state =
        new Document("name", "n")
            .append("tags", List.of("x", "y"))
            .append("deep", new Document("bytes", new Binary(new byte[] {1, 2, 3})))
            .append("none", null);
    Document other = new Document(state).append("name", "m");
    Document id = new Document("part", 1);
    things.insertMany(
        List.of(
            aggregate("a", announcement("a1", Instant.EPOCH), announcement("a2", Instant.EPOCH))
                .append("state", state),
            aggregate("b", announcement("b1", Instant.EPOCH))
                .append("_id", id)
                .append("state", other)));

    things.updateMany(
        in("state.name", List.of("n", "m")), Updates.pull("outbox", in("id", List.of("a1", "b1"))));
    things.updateMany(eq("_id", "a"), Updates.set("number", 7));
    things.updateMany(eq("state.name", "m"), Updates.set("number", 8));

    assertThat(sentLater(thing("a"))).containsExactly("a2");
    assertThat(sentLater(thing(id))).isEmpty();
    assertThat(thing("a").get("state")).isEqualTo(state);
    assertThat(thing(id).get("state")).isEqualTo(other);
    assertThat(things.countDocuments(and(eq("state.name", "n"), eq("outbox.id", "a2")))).isOne();
    assertThat(things.countDocuments(and(eq("state.name", "n"), eq("outbox.id", "a1")))).isZero();
    assertThat(things.countDocuments(eq("state.tags", "y"))).isEqualTo(2);
    assertThat(things.countDocuments(and(eq("state.name", "n"), eq("number", 7)))).isOne();
    assertThat(things.countDocuments(and(eq("state.name", "m"), eq("number", 8)))).isOne();
    assertThatThrownBy(() -> things.updateMany(eq("state.name", "m"), Updates.set("number", 7)))
        .isInstanceOf(MongoWriteException.class)
        .hasMessageContaining("E11000");
  }

  @Test
  void savesStateAndEventsInOneUpdateOfTheVersionThatWasRead() {
    things.insertOne(aggregate("a").append("seen", List.of("s1", "s2")));
    Bson change =
        Updates.combine(
            Updates.set("state", new Document("name", "new")),
            Updates.pushEach("outbox", List.of(announcement("e1", Instant.EPOCH))),
            Updates.pushEach("seen", List.of("s3"), new PushOptions().slice(-2)),
            Updates.inc("version", 1));

    UpdateResult first = things.updateOne(and(eq("_id", "a"), eq("version", 1)), change);
    UpdateResult late = things.updateOne(and(eq("_id", "a"), eq("version", 1)), change);

    assertThat(first.getModifiedCount()).isEqualTo(1);
    assertThat(late.getMatchedCount()).isZero();
    Document saved = thing("a");
    assertThat(saved).containsEntry("version", 2).containsEntry("seen", List.of("s2", "s3"));
    assertThat(saved.get("state")).isEqualTo(new Document("name", "new"));
    assertThat(sentLater(saved)).containsExactly("e1");
  }

  private static UpdateOneModel<Document> removal(String aggregate, String... events) {
    Document sent = new Document("id", new Document("$in", List.of(events)));
    return new UpdateOneModel<>(
        eq("_id", aggregate), new Document("$pull", new Document("outbox", sent)));
  }

  @Test
  void removesTheEventsThatWereSentAndNoOthers() {
    things.insertMany(
        List.of(
            aggregate(
                "a",
                announcement("e1", Instant.EPOCH),
                announcement("e2", Instant.EPOCH),
                announcement("e3", Instant.EPOCH)),
            aggregate("b", announcement("f1", Instant.EPOCH))));

    BulkWriteResult removed =
        things.bulkWrite(
            List.of(removal("a", "e1", "e3"), removal("b", "f1", "f2"), removal("gone", "x")),
            new BulkWriteOptions().ordered(false));

    assertThat(removed.getMatchedCount()).isEqualTo(2);
    assertThat(removed.getModifiedCount()).isEqualTo(2);
    assertThat(sentLater(thing("a"))).containsExactly("e2");
    assertThat(sentLater(thing("b"))).isEmpty();
  }

  @Test
  void insertsWhatAnUpsertDoesNotFindAndUpdatesWhatItFinds() {
    Bson change =
        Updates.combine(
            Updates.setOnInsert("first", true), Updates.inc("n", 1), Updates.addToSet("tags", "x"));
    UpdateResult inserted =
        things.updateOne(eq("_id", "a"), change, new UpdateOptions().upsert(true));
    UpdateResult updated =
        things.updateOne(eq("_id", "a"), change, new UpdateOptions().upsert(true));

    assertThat(Objects.requireNonNull(inserted.getUpsertedId()).asString().getValue())
        .isEqualTo("a");
    assertThat(updated.getUpsertedId()).isNull();
    assertThat(thing("a"))
        .isEqualTo(
            new Document("_id", "a")
                .append("first", true)
                .append("n", 2)
                .append("tags", List.of("x")));
  }

  @Test
  void upsertsInBulkAndSaysWhichWereNew() {
    things.insertOne(new Document("_id", 1).append("n", 1));
    BulkWriteResult result =
        things.bulkWrite(
            IntStream.range(0, 4)
                .mapToObj(
                    i ->
                        new UpdateOneModel<Document>(
                            eq("_id", i), Updates.inc("n", 1), new UpdateOptions().upsert(true)))
                .toList());
    assertThat(result.getMatchedCount()).isEqualTo(1);
    assertThat(result.getUpserts())
        .extracting(upsert -> upsert.getIndex())
        .containsExactly(0, 2, 3);
    assertThat(thing(1)).containsEntry("n", 2);
  }

  @Test
  void countsOnlyWhatAnUnorderedInsertInserted() {
    things.insertMany(List.of(new Document("_id", 1), new Document("_id", 3)));
    MongoBulkWriteException failed =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () ->
                things.insertMany(
                    IntStream.range(0, 5).mapToObj(i -> new Document("_id", i)).toList(),
                    new InsertManyOptions().ordered(false)));
    assertThat(failed.getWriteResult().getInsertedCount()).isEqualTo(3);
    assertThat(failed.getWriteErrors())
        .extracting(BulkWriteError::getIndex)
        .containsExactlyInAnyOrder(1, 3);
    assertThat(failed.getWriteErrors())
        .extracting(BulkWriteError::getCategory)
        .containsOnly(ErrorCategory.DUPLICATE_KEY);
    assertThat(things.countDocuments()).isEqualTo(5);
  }

  @Test
  void stopsAnOrderedInsertAtItsFirstError() {
    things.insertOne(new Document("_id", 1));
    MongoBulkWriteException failed =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () ->
                things.insertMany(
                    IntStream.range(0, 5).mapToObj(i -> new Document("_id", i)).toList()));
    assertThat(failed.getWriteResult().getInsertedCount()).isEqualTo(1);
    assertThat(things.countDocuments()).isEqualTo(2);
  }

  @Test
  void stopsAnOrderedBulkUpdateAtItsFirstErrorAndGoesOnInAnUnorderedOne() {
    List<UpdateOneModel<Document>> updates =
        List.of(
            new UpdateOneModel<>(eq("_id", 1), Updates.inc("n", 1)),
            new UpdateOneModel<>(eq("_id", 1), Updates.inc("word", 1)),
            new UpdateOneModel<>(eq("_id", 1), Updates.inc("n", 1)));
    for (boolean ordered : List.of(true, false)) {
      things.drop();
      things.insertOne(new Document("_id", 1).append("n", 0).append("word", "w"));
      MongoBulkWriteException failed =
          catchThrowableOfType(
              MongoBulkWriteException.class,
              () -> things.bulkWrite(updates, new BulkWriteOptions().ordered(ordered)));
      assertThat(failed.getWriteErrors()).extracting(BulkWriteError::getIndex).containsExactly(1);
      assertThat(thing(1)).containsEntry("n", ordered ? 1 : 2);
    }
  }

  @Test
  void writesOfDifferentKindsGoInOneBulk() {
    BulkWriteResult result =
        things.bulkWrite(
            List.of(
                new InsertOneModel<>(new Document("_id", 1)),
                new InsertOneModel<>(new Document("_id", 2)),
                new UpdateOneModel<>(eq("_id", 1), Updates.set("n", 1)),
                new DeleteOneModel<>(eq("_id", 2))));
    assertThat(result.getInsertedCount()).isEqualTo(2);
    assertThat(result.getModifiedCount()).isEqualTo(1);
    assertThat(result.getDeletedCount()).isEqualTo(1);
    assertThat(things.countDocuments()).isEqualTo(1);
  }

  @Test
  void anUpdateThatIsRefusedChangesNothing() {
    things.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
    things.createIndex(Indexes.ascending("n"));
    things.insertMany(
        List.of(
            new Document("_id", 1).append("name", "a").append("n", 1),
            new Document("_id", 2).append("name", "b").append("n", 2)));
    MongoWriteException refused =
        catchThrowableOfType(
            MongoWriteException.class,
            () ->
                things.updateOne(
                    eq("_id", 2), Updates.combine(Updates.set("name", "a"), Updates.set("n", 9))));
    assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    assertThat(things.find(gte("n", 9)).first()).isNull();
    assertThat(things.find(eq("name", "b")).first()).containsEntry("n", 2);
  }

  @Test
  void aUniqueIndexIsFreeAgainAfterADeletion() {
    things.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
    things.insertOne(new Document("_id", 1).append("email", "ana@mail.example"));
    MongoWriteException refused =
        catchThrowableOfType(
            MongoWriteException.class,
            () -> things.insertOne(new Document("_id", 2).append("email", "ana@mail.example")));
    assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    things.deleteOne(eq("email", "ana@mail.example"));
    things.insertOne(new Document("_id", 2).append("email", "ana@mail.example"));
    assertThat(idsOfNumbers()).containsExactly(2);
  }

  private List<Integer> idsOfNumbers() {
    return things
        .find()
        .map(document -> document.getInteger("_id"))
        .into(new java.util.ArrayList<>());
  }

  @Test
  void aSparseUniqueIndexLeavesOutWhatLacksTheField() {
    things.createIndex(Indexes.ascending("serial"), new IndexOptions().unique(true).sparse(true));
    things.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
    things.insertOne(new Document("_id", 3).append("serial", "x"));
    MongoWriteException refused =
        catchThrowableOfType(
            MongoWriteException.class,
            () -> things.updateOne(eq("_id", 1), Updates.set("serial", "x")));
    assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    assertThat(things.countDocuments()).isEqualTo(3);
  }

  @Test
  void aUniqueIndexIsRefusedWhereValuesRepeatAndCanBeMadeOnceTheyDoNot() {
    things.insertMany(
        List.of(new Document("_id", 1).append("a", 1), new Document("_id", 2).append("a", 1)));
    MongoException refused =
        catchThrowableOfType(
            MongoException.class,
            () -> things.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true)));
    assertThat(refused.getCode()).isEqualTo(11000);
    things.deleteOne(eq("_id", 1));
    things.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true));
    assertThat(things.find(eq("a", 1)).first()).containsEntry("_id", 2);
  }

  @Test
  void findsAndUpdatesTheFirstInOrder() {
    things.createIndex(Indexes.ascending("place"));
    things.insertMany(
        List.of(
            new Document("_id", "b").append("place", 2),
            new Document("_id", "a").append("place", 1)));
    Document taken =
        things.findOneAndUpdate(
            gte("place", 0),
            Updates.set("place", -1),
            new FindOneAndUpdateOptions()
                .sort(Sorts.ascending("place"))
                .returnDocument(ReturnDocument.AFTER));
    assertThat(taken).containsEntry("_id", "a").containsEntry("place", -1);
    assertThat(things.findOneAndDelete(gte("place", 0))).containsEntry("_id", "b");
  }

  @Test
  void replacesAWholeDocument() {
    things.createIndex(Indexes.ascending("old"));
    things.insertOne(new Document("_id", 1).append("old", true).append("n", 1));
    things.replaceOne(eq("_id", 1), new Document("n", 2));
    things.replaceOne(eq("_id", 2), new Document("n", 3), new ReplaceOptions().upsert(true));
    assertThat(thing(1)).isEqualTo(new Document("_id", 1).append("n", 2));
    assertThat(thing(2)).isEqualTo(new Document("_id", 2).append("n", 3));
    assertThat(things.find(eq("old", true)).first()).isNull();
  }

  @Test
  void changesAllThatMatchEvenTheFieldThatFoundThem() {
    insertNumbered(300);
    things.createIndex(Indexes.ascending("group"));
    UpdateResult moved = things.updateMany(eq("group", "g3"), Updates.set("group", "g4"));
    assertThat(moved.getModifiedCount()).isEqualTo(30);
    assertThat(things.countDocuments(eq("group", "g4"))).isEqualTo(60);
    UpdateResult shifted = things.updateMany(gte("group", "g"), Updates.set("group", "h"));
    assertThat(shifted.getModifiedCount()).isEqualTo(300);
    assertThat(things.deleteMany(eq("group", "h")).getDeletedCount()).isEqualTo(300);
  }

  /** Whatever an update does, an index finds what is found without one. */
  @Test
  void anIndexFollowsEveryUpdate() {
    MongoCollection<Document> plain =
        client().getDatabase("contract").getCollection("without-indexes");
    plain.drop();
    things.createIndex(Indexes.ascending("state.kind", "state.rank"));
    things.createIndex(Indexes.ascending("state.inner.rank"));
    things.createIndex(Indexes.ascending("state.extra"), new IndexOptions().sparse(true));
    Random random = new Random(20_200_213);
    for (int i = 0; i < 600; i++) {
      Bson one = eq("_id", random.nextInt(12));
      Document state = new Document();
      for (String field : List.of("kind", "rank", "extra")) {
        anyValue(random).ifPresent(value -> state.append(field, value.orElse(null)));
      }
      state.append("inner", new Document("rank", random.nextInt(2)).append("other", i));
      Bson update =
          switch (random.nextInt(4)) {
            case 0 -> Updates.set("state.kind", random.nextInt(3));
            case 1 -> Updates.unset("state.extra");
            default -> Updates.set("state", state);
          };
      UpdateOptions upsert = new UpdateOptions().upsert(true);
      things.updateOne(one, update, upsert);
      plain.updateOne(one, update, upsert);
      Object kind = VALUES.get(1 + random.nextInt(VALUES.size() - 1));
      Object rank = VALUES.get(1 + random.nextInt(VALUES.size() - 1));
      for (Bson filter :
          List.of(
              eq("state.kind", kind),
              and(eq("state.kind", kind), eq("state.rank", rank)),
              eq("state.inner.rank", random.nextInt(2)),
              eq("state.extra", kind),
              exists("state.extra"),
              new Document("state.kind", null))) {
        assertThat(ids(things, filter))
            .as("%s after %s", filter, update)
            .isEqualTo(ids(plain, filter));
      }
    }
  }

  /** First what is not asked for. */
  private static final List<Object> VALUES =
      List.of(new Document("a", 1).append("b", 2), 0, 1, 1L, 2.0, "a", "b", true);

  /** Empty for none at all, or null, or one of the values. */
  private static Optional<Optional<Object>> anyValue(Random random) {
    int which = random.nextInt(VALUES.size() + 2);
    return which < VALUES.size()
        ? Optional.of(Optional.of(VALUES.get(which)))
        : which == VALUES.size() ? Optional.of(Optional.empty()) : Optional.empty();
  }

  private static Set<Integer> ids(MongoCollection<Document> collection, Bson filter) {
    return collection
        .find(filter)
        .map(document -> document.getInteger("_id"))
        .into(new TreeSet<>());
  }
}
