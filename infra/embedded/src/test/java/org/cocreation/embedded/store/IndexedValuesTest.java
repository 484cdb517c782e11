package org.cocreation.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexedValuesTest {

  private static Document document() {
    Document name = new Document("en", "Roads").append("es", "Caminos");
    Document state =
        new Document("name", name)
            .append("at", Instant.parse("2020-10-07T09:00:00Z"))
            .append("tags", List.of("a", "b", "a"))
            .append("empty", List.of())
            .append("nothing", null)
            .append("año", new Document("número", 2020))
            .append("deep", new Document("er", new Document("number", 7)))
            .append("steps", Arrays.asList(new Document("name", name), "text", null, List.of(1)));
    return new Document("_id", 1)
        .append("state", state)
        .append("outbox", List.of(new Document("id", "x"), new Document("id", "y")));
  }

  /** An index must have the same of a document whether somebody has decoded it or not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "_id",
        "state",
        "state.name",
        "state.name.es",
        "state.name.missing",
        "state.at",
        "state.at.below",
        "state.tags",
        "state.tags.1",
        "state.empty",
        "state.nothing",
        "state.nothing.below",
        "state.deep.er",
        "state.deep.er.number",
        "state.año.número",
        "state.steps",
        "state.steps.name",
        "state.steps.name.en",
        "state.steps.0.name",
        "state.steps.3",
        "outbox",
        "outbox.id",
        "outbox.missing",
        "missing.altogether"
      })
  void areTheSameOfADocumentThatIsStillEncoded(String path) {
    Document encoded = BsonReader.outline(BsonWriter.document(document()), 0, length());

    IndexedValues expected = values(document(), path);
    IndexedValues values = values(encoded, path);

    assertThat(values.keys(null)).isEqualTo(expected.keys(null));
    assertThat(values.found()).isEqualTo(expected.found());
    assertThat(values.arrays()).isEqualTo(expected.arrays());
    assertThat(values.example()).isEqualTo(expected.example());
  }

  private static int length() {
    return BsonWriter.document(document()).length;
  }

  private static IndexedValues values(Document document, String path) {
    FieldName[][] paths = {FieldName.path(path), FieldName.path("_id")};
    List<IndexKey> keys = List.of(new IndexKey(path, true), new IndexKey("_id", false));
    return new IndexedValues(document, keys, paths);
  }
}
