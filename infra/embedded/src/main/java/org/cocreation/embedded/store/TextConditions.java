package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cocreation.embedded.store.Conditions.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A query that demands of fields nothing but to be one of some texts, or to lie between texts: told
 * of a document's BSON as it is, whatever the length of the list. It is what documents are looked
 * up by.
 */
final class TextConditions {

  private record Field(
      List<byte[]> path,
      @Nullable Set<ByteBuffer> anyOf,
      @Nullable ByteBuffer lower,
      boolean lowerIncluded,
      @Nullable ByteBuffer upper,
      boolean upperIncluded) {}

  private final List<Field> fields = new ArrayList<>();

  private TextConditions() {}

  /** The query's conditions, or null if it demands anything else. */
  static @Nullable TextConditions of(Document query) {
    Conditions conditions = Conditions.of(query);
    if (!conditions.complete() || conditions.fields() == 0) {
      return null;
    }
    TextConditions texts = new TextConditions();
    for (Map.Entry<String, Condition> each : conditions.all()) {
      Condition condition = each.getValue();
      List<@Nullable Object> anyOf = condition.anyOf();
      if ((anyOf != null && !anyOf.stream().allMatch(String.class::isInstance))
          || (condition.lower() != null && !(condition.lower() instanceof String))
          || (condition.upper() != null && !(condition.upper() instanceof String))) {
        return null;
      }
      List<byte[]> path = new ArrayList<>();
      for (String name : each.getKey().split("\\.", -1)) {
        path.add(utf8(name));
      }
      Set<ByteBuffer> wanted =
          anyOf == null
              ? null
              : anyOf.stream().map(TextConditions::bound).collect(Collectors.toSet());
      texts.fields.add(
          new Field(
              path,
              wanted,
              bound(condition.lower()),
              condition.isLowerIncluded(),
              bound(condition.upper()),
              condition.isUpperIncluded()));
    }
    return texts;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable ByteBuffer bound(@Nullable Object text) {
    return text == null ? null : ByteBuffer.wrap(utf8((String) text));
  }

  /** Whether the document meets them; null if it can't be told without looking closer. */
  @Nullable Boolean metBy(byte[] document) {
    for (Field field : fields) {
      BsonTexts texts = BsonTexts.at(document, field.path);
      if (texts == null || (texts.isList() && field.lower != null && field.upper != null)) {
        return null;
      }
      boolean met = false;
      for (int i = 0; i < texts.size() && !met; i++) {
        met = meets(field, document, texts.from(i), texts.to(i));
      }
      if (!met) {
        return false;
      }
    }
    return true;
  }

  private static boolean meets(Field field, byte[] document, int from, int to) {
    ByteBuffer text = ByteBuffer.wrap(document, from, to - from);
    if (field.anyOf != null && !field.anyOf.contains(text)) {
      return false;
    }
    if (field.lower != null) {
      int order = compare(text, field.lower);
      if (order < 0 || (order == 0 && !field.lowerIncluded)) {
        return false;
      }
    }
    if (field.upper != null) {
      int order = compare(text, field.upper);
      return order < 0 || (order == 0 && field.upperIncluded);
    }
    return true;
  }

  /** As MongoDB sorts texts, by their UTF-8. */
  private static int compare(ByteBuffer text, ByteBuffer bound) {
    int other = text.mismatch(bound);
    if (other < 0) {
      return 0;
    }
    return other == text.remaining() || other == bound.remaining()
        ? Integer.compare(text.remaining(), bound.remaining())
        : Byte.compareUnsigned(
            text.get(text.position() + other), bound.get(bound.position() + other));
  }
}
