package org.cocreation.embedded.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/**
 * What the platform asks of a store's queries, on MongoDB and on the embedded store alike: the
 * right documents in the right order, and no more of them looked at than an index makes necessary.
 */
abstract class FindingContract extends StoreFixture {

  private static String id(int number) {
    return "id%06d".formatted(number);
  }

  @Test
  void anIdAndAnythingElseLooksAtOneDocument() {
    insertNumbered(2_000);
    long examined =
        examinedBy(
            () -> {
              assertThat(idsOf(and(eq("_id", id(7)), eq("version", 1)))).containsExactly(id(7));
              assertThat(idsOf(and(eq("_id", id(7)), eq("version", 2)))).isEmpty();
              things.updateOne(and(eq("_id", id(9)), eq("version", 1)), Updates.inc("version", 1));
            });
    assertThat(examined).isBetween(1L, 3L);
  }

  @Test
  void anIdAndConditionsOfEveryKindAreMetByWhatTheyName() {
    things.insertOne(
        new Document("_id", "a")
            .append("version", 3)
            .append("none", null)
            .append("state", new Document("name", "of a").append("tags", List.of("x", "y")))
            .append("outbox", List.of(new Document("id", "e1").append("n", 7))));

    for (Bson met :
        List.of(
            eq("version", 3L),
            eq("state.name", "of a"),
            eq("state.tags", "y"),
            eq("outbox.n", 7),
            eq("outbox.0.id", "e1"),
            eq("none", null),
            eq("missing", null),
            exists("none"),
            exists("state.name"),
            ne("version", 4),
            gt("version", 2),
            or(eq("version", 9), eq("state.name", "of a")),
            not(eq("state.name", "else")))) {
      assertThat(idsOf(and(eq("_id", "a"), met))).as("%s", met).containsExactly("a");
      assertThat(idsOf(besideItsId("a", met))).as("%s", met).containsExactly("a");
    }
    for (Bson unmet :
        List.of(
            eq("version", 4),
            eq("state.name", "else"),
            eq("state.tags", "z"),
            eq("outbox.n", 8),
            exists("missing"),
            exists("state.missing"),
            or(eq("version", 9), eq("state.name", "else")),
            not(eq("version", 3)))) {
      assertThat(idsOf(and(eq("_id", "a"), unmet))).as("%s", unmet).isEmpty();
      assertThat(idsOf(besideItsId("a", unmet))).as("%s", unmet).isEmpty();
    }
  }

  private static Bson besideItsId(String id, Bson condition) {
    BsonDocument query = new BsonDocument("_id", new BsonString(id));
    query.putAll(condition.toBsonDocument());
    return query;
  }

  @Test
  void whatHasNoIndexIsFoundByLookingAtEverything() {
    insertNumbered(500);
    assertThat(examinedBy(() -> assertThat(idsOf(eq("n", 7))).hasSize(1))).isEqualTo(500);
  }

  @Test
  void aListOfIdsLooksAtTheseOnly() {
    insertNumbered(2_000);
    List<String> wanted = IntStream.range(0, 500).mapToObj(i -> id(i * 4)).toList();
    List<String> asked = new ArrayList<>(wanted);
    asked.add("unknown");
    long examined = examinedBy(() -> assertThat(idsOf(in("_id", asked))).isEqualTo(wanted));
    assertThat(examined).isEqualTo(500);
  }

  @Test
  void pagesByIdLookAtOnePageEach() {
    insertNumbered(1_000);
    List<String> all = new ArrayList<>();
    long examined =
        examinedBy(
            () -> {
              String after = "";
              List<String> page;
              do {
                page = idsOf(gt("_id", after), ascending("_id"), 100);
                all.addAll(page);
                after = page.isEmpty() ? after : page.get(page.size() - 1);
              } while (!page.isEmpty());
            });
    assertThat(all).hasSize(1_000).isSorted();
    assertThat(examined).isBetween(1_000L, 1_011L);
  }

  @Test
  void pagesInTheOrderOfAnIndexLookAtOnePageEach() {
    insertNumbered(1_000);
    things.createIndex(Indexes.ascending("group", "_id"));
    long examined =
        examinedBy(
            () -> {
              Bson next = or(gt("group", "g4"), and(eq("group", "g4"), gt("_id", id(504))));
              assertThat(idsOf(and(eq("group", "g4"), gt("_id", id(504))), ascending("_id"), 3))
                  .containsExactly(id(514), id(524), id(534));
              assertThat(idsOf(gte("group", "g4"), ascending("group", "_id"), 2))
                  .containsExactly(id(4), id(14));
              assertThat(idsOf(new Document(), descending("group", "_id"), 2))
                  .containsExactly(id(999), id(989));
              assertThat(idsOf(and(gte("group", "g4"), next), ascending("group", "_id"), 1))
                  .containsExactly(id(514));
            });
    assertThat(examined).isLessThan(80);
  }

  @Test
  void aPlainIndexAlsoSortsByIdWithinEqualValues() {
    insertNumbered(1_000);
    things.createIndex(Indexes.ascending("group"));
    assertThat(idsOf(eq("group", "g4"), ascending("_id"), 2)).containsExactly(id(4), id(14));
    assertThat(idsOf(eq("group", "g4"), descending("_id"), 2)).containsExactly(id(994), id(984));
    assertThat(idsOf(in("group", "g5", "g4"), orderBy(ascending("group"), descending("_id")), 2))
        .containsExactly(id(994), id(984));
  }

  @Test
  void aCompoundIndexFindsByItsFirstFieldsAndABound() {
    insertNumbered(1_000);
    things.createIndex(Indexes.compoundIndex(Indexes.ascending("group"), Indexes.descending("n")));
    long examined =
        examinedBy(
            () -> {
              assertThat(idsOf(and(eq("group", "g1"), gte("n", 981)))).hasSize(2);
              assertThat(idsOf(and(eq("group", "g1"), gt("n", 981)))).containsExactly(id(991));
              assertThat(idsOf(and(eq("group", "g1"), lt("n", 11)))).containsExactly(id(1));
              assertThat(
                      idsOf(and(eq("group", "g1"), gt("n", 1), lte("n", 21)), descending("n"), 0))
                  .containsExactly(id(21), id(11));
              assertThat(idsOf(and(in("group", "g1", "g2"), eq("n", 12)))).containsExactly(id(12));
            });
    assertThat(examined).isLessThanOrEqualTo(8);
  }

  @Test
  void theSweepFindsOldEventsByAnIndexIntoTheirArray() {
    for (int i = 0; i < 300; i++) {
      things.insertOne(aggregate(id(i)));
    }
    things.createIndex(Indexes.ascending("outbox.occurredAt"));
    for (int i = 0; i < 20; i++) {
      things.updateOne(
          eq("_id", id(i * 10)),
          Updates.pushEach(
              "outbox",
              List.of(
                  announcement("a" + i, Instant.ofEpochSecond(200 - i)),
                  announcement("b" + i, Instant.ofEpochSecond(900)))));
    }
    long examined =
        examinedBy(
            () ->
                assertThat(
                        idsOf(
                            lte("outbox.occurredAt", second(185)),
                            ascending("outbox.occurredAt"),
                            3))
                    .containsExactly(id(190), id(180), id(170)));
    assertThat(examined).isEqualTo(3);
    things.updateOne(eq("_id", id(190)), new Document("$set", new Document("outbox", List.of())));
    assertThat(idsOf(lte("outbox.occurredAt", second(182)))).containsExactly(id(180));
    assertThat(things.countDocuments(gt("outbox.occurredAt", second(500)))).isEqualTo(19);
  }

  @Test
  void boundsOnAnArrayMayBeMetByDifferentElements() {
    things.createIndex(Indexes.ascending("values"));
    things.insertMany(
        List.of(
            new Document("_id", "around").append("values", List.of(1, 9)),
            new Document("_id", "within").append("values", List.of(5)),
            new Document("_id", "below").append("values", List.of(1, 2)),
            new Document("_id", "one").append("values", 5)));
    assertThat(idsOf(and(gte("values", 4), lte("values", 6))))
        .containsExactly("around", "one", "within");
    assertThat(idsOf(gt("values", 0), descending("values"), 0).get(0)).isEqualTo("around");
  }

  @Test
  void twoFieldsOfAnArraysElementsMayBeMetByDifferentElements() {
    things.createIndex(Indexes.ascending("e.a", "e.b"));
    things.insertOne(
        new Document("_id", "x")
            .append(
                "e",
                List.of(new Document("a", 1).append("b", 1), new Document("a", 2).append("b", 2))));
    assertThat(idsOf(and(eq("e.a", 1), eq("e.b", 2)))).containsExactly("x");
    assertThat(idsOf(and(eq("e.a", 1), eq("e.b", 3)))).isEmpty();
  }

  @Test
  void findsWhatIsNullOrMissingAndNotByASparseIndex() {
    things.createIndex(Indexes.ascending("a"));
    things.createIndex(Indexes.ascending("b"), new IndexOptions().sparse(true));
    things.insertMany(
        List.of(
            new Document("_id", "none"),
            new Document("_id", "null").append("a", null).append("b", null),
            new Document("_id", "one").append("a", 1).append("b", 1)));
    assertThat(idsOf(eq("a", null))).containsExactly("none", "null");
    assertThat(idsOf(eq("b", null))).containsExactly("none", "null");
    assertThat(idsOf(in("b", null, 1))).containsExactly("none", "null", "one");
    assertThat(idsOf(exists("a", false))).containsExactly("none");
    assertThat(idsOf(ne("b", 1))).containsExactly("none", "null");
    assertThat(idsOf(new Document(), ascending("b"), 0).get(2)).isEqualTo("one");
  }

  @Test
  void aBoundFindsOnlyValuesOfItsKind() {
    things.createIndex(Indexes.ascending("a"));
    things.insertMany(
        List.of(
            new Document("_id", "number").append("a", 5),
            new Document("_id", "double").append("a", 5.5),
            new Document("_id", "text").append("a", "5"),
            new Document("_id", "date").append("a", second(5)),
            new Document("_id", "null").append("a", null)));
    assertThat(idsOf(gte("a", 5L))).containsExactly("double", "number");
    assertThat(idsOf(lte("a", "9"))).containsExactly("text");
    assertThat(idsOf(lt("a", second(6)))).containsExactly("date");
    assertThat(idsOf(eq("a", 5.0))).containsExactly("number");
  }

  @Test
  void countsByAnIndexWithoutLookingAtDocuments() {
    insertNumbered(1_000);
    things.createIndex(Indexes.ascending("group", "n"));
    long examined =
        examinedBy(
            () -> {
              assertThat(things.countDocuments(eq("group", "g1"))).isEqualTo(100);
              assertThat(things.countDocuments(and(eq("group", "g1"), lt("n", 500)))).isEqualTo(50);
              assertThat(things.countDocuments(eq("group", "gone"))).isZero();
              assertThat(
                      things.countDocuments(
                          eq("group", "g1"), new CountOptions().skip(90).limit(20)))
                  .isEqualTo(10);
              assertThat(things.estimatedDocumentCount()).isEqualTo(1_000);
            });
    assertThat(examined).isZero();
    assertThat(things.countDocuments()).isEqualTo(1_000);
    assertThat(things.countDocuments(and(eq("group", "g1"), eq("version", 1)))).isEqualTo(100);
  }

  @Test
  void everyBranchOfAnAlternativeUsesItsIndex() {
    insertNumbered(1_000);
    things.createIndex(Indexes.ascending("n"));
    long examined =
        examinedBy(
            () -> assertThat(idsOf(or(eq("_id", id(3)), eq("n", 5), lt("n", 4)))).hasSize(5));
    assertThat(examined).isLessThanOrEqualTo(6);
  }

  @Test
  void anAggregationThatBeginsWithAMatchUsesTheIndex() {
    insertNumbered(1_000);
    things.createIndex(Indexes.ascending("group"));
    List<Document> sums = new ArrayList<>();
    long examined =
        examinedBy(
            () ->
                things
                    .aggregate(
                        List.of(
                            Aggregates.match(eq("group", "g2")),
                            Aggregates.group("$group", Accumulators.sum("sum", "$n"))))
                    .into(sums));
    assertThat(examined).isEqualTo(100);
    assertThat(sums).containsExactly(new Document("_id", "g2").append("sum", 49_700));
    Set<String> groups = new TreeSet<>();
    things.distinct("group", String.class).into(groups);
    assertThat(groups).hasSize(10);
  }

  @Test
  void aProjectionKeepsTheFieldsAskedForInTheDocumentsOwnOrder() {
    things.insertOne(aggregate("a"));

    Document found =
        Objects.requireNonNull(
            things.find().projection(Projections.include("state", "version")).first());
    assertThat(found.keySet()).containsExactly("_id", "version", "state");
    assertThat(found).containsEntry("state", new Document("name", "of a"));
    assertThat(
            things
                .find()
                .projection(
                    Projections.fields(Projections.include("version"), Projections.excludeId()))
                .first())
        .isEqualTo(new Document("version", 1));
    assertThat(things.find().projection(Projections.include("state.name")).first())
        .isEqualTo(new Document("_id", "a").append("state", new Document("name", "of a")));
    assertThat(things.find().projection(Projections.exclude("state", "outbox", "seen")).first())
        .isEqualTo(new Document("_id", "a").append("version", 1));
  }

  @Test
  void readsALargeResultInBatches() {
    insertNumbered(5_000);
    assertThat(things.find().batchSize(7).limit(100).into(new ArrayList<>())).hasSize(100);
    Set<String> ids = new TreeSet<>();
    things
        .find()
        .projection(Projections.include("n"))
        .forEach(
            found -> {
              assertThat(found.keySet()).containsExactlyInAnyOrder("_id", "n");
              ids.add(found.getString("_id"));
            });
    assertThat(ids).hasSize(5_000);
    assertThat(things.find().skip(4_990).into(new ArrayList<>())).hasSize(10);
  }

  @Test
  void sortsByWhatIsNotIndexed() {
    insertNumbered(100);
    assertThat(idsOf(lt("n", 30), orderBy(descending("group"), ascending("n")), 3))
        .containsExactly(id(9), id(19), id(29));
    assertThat(things.find().sort(descending("n")).skip(1).first()).containsEntry("_id", id(98));
  }

  @Test
  void keepsAnIndexAsItIsWhenAskedForTheSameAgainAndRefusesAnother() {
    things.createIndex(Indexes.ascending("a"), new IndexOptions().name("by-a"));
    things.createIndex(Indexes.ascending("a"), new IndexOptions().name("by-a"));
    MongoCommandException refused =
        catchThrowableOfType(
            MongoCommandException.class,
            () -> things.createIndex(Indexes.ascending("b"), new IndexOptions().name("by-a")));
    assertThat(refused.getErrorCode()).isEqualTo(86);
    assertThat(things.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>()))
        .containsExactlyInAnyOrder("_id_", "by-a");
  }

  @Test
  void dropsOneIndexOfOneCollection() {
    var others = client().getDatabase("contract").getCollection("others");
    others.drop();
    for (var each : List.of(things, others)) {
      each.createIndex(Indexes.ascending("a"), new IndexOptions().name("same"));
      each.createIndex(Indexes.ascending("b"), new IndexOptions().name("other"));
      each.insertOne(new Document("_id", "1").append("a", 1).append("b", 1));
    }
    things.dropIndex("same");
    assertThat(things.listIndexes().into(new ArrayList<>())).hasSize(2);
    assertThat(others.listIndexes().into(new ArrayList<>())).hasSize(3);
    things.dropIndexes();
    assertThat(things.listIndexes().into(new ArrayList<>())).hasSize(1);
    assertThat(others.listIndexes().into(new ArrayList<>())).hasSize(3);
    assertThat(idsOf(eq("a", 1))).containsExactly("1");
    things.createIndex(Indexes.ascending("a"), new IndexOptions().name("same"));
    assertThat(idsOf(eq("a", 1))).containsExactly("1");
  }

  @Test
  void namesTheCollectionsOfADatabase() {
    things.insertOne(new Document("_id", "1"));
    var database = client().getDatabase("contract");
    assertThat(database.listCollectionNames().into(new ArrayList<>())).contains("things");
    assertThat(database.listCollections().filter(eq("name", "absent")).into(new ArrayList<>()))
        .isEmpty();
    assertThat(client().listDatabaseNames().into(new ArrayList<>())).contains("contract");
    assertThat(
            Objects.requireNonNull(database.runCommand(new Document("hello", 1)))
                .get("isWritablePrimary"))
        .isEqualTo(true);
  }
}
