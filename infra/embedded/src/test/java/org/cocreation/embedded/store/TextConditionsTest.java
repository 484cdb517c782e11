package org.cocreation.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Queries about texts are told of a document's bytes, all others by the library: both find the
 * same.
 */
class TextConditionsTest {

  private static final int DOCUMENTS = 400;
  private static final int QUERIES = 3_000;
  private static final List<String> FIELDS =
      List.of("a", "b.c", "b.l", "l", "b.c.d", "gone", "l.0");

  /** None beyond the basic plane: the library sorts those by UTF-16, MongoDB by UTF-8. */
  private static final List<String> TEXTS = List.of("", "a", "ab", "b", "\u00f1", "\uffee", "z");

  private static final Document LEFT_TO_THE_LIBRARY =
      new Document("_id", new Document("$exists", true));

  @RegisterExtension static final RunningStore STORE = RunningStore.inMemory();

  private final Random random = new Random(20200213);

  @Test
  void findTheSameAsTheLibrary() {
    MongoCollection<Document> things = STORE.client().getDatabase("texts").getCollection("things");
    things.createIndex(Indexes.ascending("a", "b.c"));
    things.createIndex(Indexes.ascending("b.l"));
    for (int i = 0; i < DOCUMENTS; i++) {
      things.insertOne(thing(i));
    }
    int found = 0;
    for (int i = 0; i < QUERIES; i++) {
      Document query = query();
      List<Document> ours = things.find(query).sort(new Document("_id", 1)).into(new ArrayList<>());
      assertThat(ours)
          .as("%s", query)
          .isEqualTo(
              things
                  .find(new Document("$and", List.of(query, LEFT_TO_THE_LIBRARY)))
                  .sort(new Document("_id", 1))
                  .into(new ArrayList<>()));
      found += ours.isEmpty() ? 0 : 1;
    }
    assertThat(found).isBetween(QUERIES / 10, QUERIES * 9 / 10);
  }

  private Document thing(int id) {
    Document thing = new Document("_id", id);
    if (random.nextInt(5) > 0) {
      thing.append("a", value());
    }
    if (random.nextInt(5) > 0) {
      thing.append("b", new Document("x", 1).append("c", value()).append("l", list()));
    }
    return random.nextBoolean() ? thing.append("l", list()) : thing;
  }

  private @Nullable Object value() {
    return switch (random.nextInt(12)) {
      case 0 -> 7;
      case 1 -> null;
      case 2 -> new Document("d", text());
      case 3 -> List.of(new Document("d", text()));
      default -> text();
    };
  }

  private Object list() {
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.asList(text(), 7, null);
      case 1 -> List.of();
      case 2 -> java.util.Collections.nCopies(80, text());
      default -> List.of(text(), text());
    };
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private Document query() {
    Document query = new Document();
    for (int n = random.nextInt(2); n >= 0; n--) {
      Object demanded =
          switch (random.nextInt(6)) {
            case 0 -> new Document("$gt", text());
            case 1 -> new Document("$gte", text()).append("$lt", text());
            case 2 -> new Document("$lte", text()).append("$in", List.of(text(), text(), text()));
            case 3 -> new Document("$in", List.of(text(), text()));
            default -> text();
          };
      query.append(FIELDS.get(random.nextInt(FIELDS.size())), demanded);
    }
    return query;
  }
}
