package org.cocreation.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An update is done directly where it is simple enough, one of many that may insert always by the
 * library: all have to come to the same.
 */
class DirectUpdateTest {

  private static final int ROUNDS = 4_000;
  private static final List<String> FIELDS =
      List.of("a", "b", "c", "a.x", "b.x", "b.y", "b.y.z", "l", "l.0", "_id", "", "b..x", "d.$");
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  @RegisterExtension static final RunningStore STORE = RunningStore.inMemory();

  private final MongoClient client = STORE.client();
  private final Random random = new Random(20201014);

  private MongoCollection<Document> empty(String name) {
    MongoCollection<Document> collection = client.getDatabase("direct").getCollection(name);
    collection.drop();
    collection.createIndex(Indexes.ascending("a"));
    collection.createIndex(Indexes.ascending("b.x", "c.d"));
    return collection;
  }

  @Test
  void comesToTheSameAsTheLibrary() {
    MongoCollection<Document> one = empty("one");
    MongoCollection<Document> many = empty("many");
    MongoCollection<Document> all = empty("all");
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Document document = document(i % 500);
      Document query = new Document("_id", i % 500);
      if (random.nextInt(3) == 0) {
        query.append("a", document.get("a"));
      }
      Document update = update();
      String outcome = outcome(() -> one.updateOne(query, update, UPSERT));
      assertThat(outcome)
          .as("%s by %s", query, update)
          .isEqualTo(outcome(() -> many.updateMany(query, update, UPSERT)));
      refused += outcome.startsWith("refused") ? 1 : 0;
      assertThat(one.find(new Document("_id", i % 500)).first())
          .as("%s by %s", query, update)
          .isEqualTo(many.find(new Document("_id", i % 500)).first());
      Document before = all.find(new Document("_id", i % 500)).first();
      if (before != null && query.size() == 1) {
        assertThat(outcome(() -> all.updateMany(query, update)).startsWith("refused"))
            .as("%s by %s", query, update)
            .isEqualTo(outcome.startsWith("refused"));
      }
      Document after = many.find(new Document("_id", i % 500)).first();
      if (before != null && query.size() == 1) {
        assertThat(all.find(new Document("_id", i % 500)).first())
            .as("%s by %s", query, update)
            .isEqualTo(after);
      } else if (after != null) {
        all.replaceOne(new Document("_id", i % 500), after, new ReplaceOptions().upsert(true));
      }
      if (random.nextInt(4) == 0) {
        all.replaceOne(new Document("_id", i % 500), document);
        one.replaceOne(new Document("_id", i % 500), document);
        many.replaceOne(new Document("_id", i % 500), document);
      }
    }
    assertThat(refused).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    for (String field : List.of("a", "b.x")) {
      for (Object value : List.of(1, "text", 3)) {
        assertThat(one.find(new Document(field, value)).sort(new Document("_id", 1)))
            .containsExactlyElementsOf(
                many.find(new Document(field, value)).sort(new Document("_id", 1)));
      }
    }
  }

  private static String outcome(Supplier<?> update) {
    try {
      return update.get().toString();
    } catch (MongoWriteException e) {
      return "refused with " + e.getError().getCode();
    }
  }

  private Document document(int id) {
    Document document = new Document("_id", id).append("a", value());
    if (random.nextBoolean()) {
      document.append("b", new Document("x", value()).append("y", new Document("z", 1)));
    }
    switch (random.nextInt(5)) {
      case 0 -> document.append("l", List.of(1, 2, 3));
      case 1 -> document.append("l", List.of(named("x"), named("y"), named("x")));
      case 2 -> document.append("l", List.of(named("y"), 7, new Document("id", List.of("x"))));
      default -> {
        // without a list
      }
    }
    return document.append("c", null);
  }

  private static Document named(String id) {
    return new Document("id", id).append("body", "of " + id);
  }

  private Object value() {
    return switch (random.nextInt(5)) {
      case 0 -> "text";
      case 1 -> new Document("x", 1);
      default -> random.nextInt(4);
    };
  }

  private Document update() {
    Document update = new Document();
    for (int n = random.nextInt(3); n >= 0; n--) {
      Object operand = value();
      String operator = "$set";
      String field = FIELDS.get(random.nextInt(FIELDS.size()));
      switch (random.nextInt(8)) {
        case 0 -> operator = "$unset";
        case 1 -> operator = "$inc";
        case 2 -> operator = "$setOnInsert";
        case 3 -> {
          operator = "$push";
          operand = appended(operand);
          field = random.nextBoolean() ? "l" : "c";
        }
        case 4, 5 -> {
          operator = "$pull";
          operand = pulled();
          field = random.nextInt(4) == 0 ? "c" : "l";
        }
        default -> {
          // a value is set more often than anything else
        }
      }
      Document fields = update.get(operator, new Document());
      fields.append(field, operand);
      update.put(operator, fields);
    }
    return update;
  }

  private Object pulled() {
    return switch (random.nextInt(5)) {
      case 0 -> 2;
      case 1 -> new Document("id", "x");
      case 2 -> new Document("id", new Document("$in", List.of("y", "z")));
      case 3 -> new Document("id", List.of("x"));
      default -> new Document("id", new Document("$in", List.of("x", "y")));
    };
  }

  private Object appended(Object operand) {
    if (random.nextBoolean()) {
      return operand;
    }
    Document modifiers = new Document("$each", List.of(operand, 9));
    return random.nextBoolean() ? modifiers : modifiers.append("$slice", random.nextInt(7) - 3);
  }
}
