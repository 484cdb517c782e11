package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an index holds of a document: for each of its fields the values that the document has there,
 * several if an array is on the way, and every combination of them.
 */
final class IndexedValues {

  private static final int NO_ARRAY = -1;

  private final List<IndexKey> fields;

  /** The fields' values if no array is on the way to any of them, which is what most have. */
  private final @Nullable Object[] single;

  /** The fields' values if there are arrays. */
  private final List<List<@Nullable Object>> valuesOfField = new ArrayList<>();

  private int arrays;
  private boolean found;

  private int arrayAt;

  IndexedValues(Document document, List<IndexKey> fields, FieldName[][] paths) {
    this.fields = fields;
    this.single = new Object[paths.length];
    for (int i = 0; i < paths.length; i++) {
      if (!collectSingle(document, paths[i], i)) {
        collectAll(document, paths);
        return;
      }
    }
  }

  private boolean collectSingle(Document document, FieldName[] path, int field) {
    Object value = document;
    for (FieldName step : path) {
      if (isDocument(value)) {
        value = field(value, step);
      } else {
        return !isList(value);
      }
    }
    if (isList(value)) {
      return false;
    }
    if (!(value instanceof Missing)) {
      found = true;
      single[field] = Encoded.decoded(value);
    }
    return true;
  }

  private void collectAll(Document document, FieldName[][] paths) {
    found = false;
    Set<List<FieldName>> arrayPaths = new LinkedHashSet<>();
    for (int i = 0; i < paths.length; i++) {
      List<@Nullable Object> values = new ArrayList<>(1);
      arrayAt = NO_ARRAY;
      collect(document, paths[i], 0, values);
      if (arrayAt != NO_ARRAY) {
        arrays |= 1 << i;
        arrayPaths.add(List.of(paths[i]).subList(0, arrayAt));
      }
      valuesOfField.add(values);
    }
    if (arrayPaths.size() > 1) {
      throw new CannotIndexParallelArraysError(
          arrayPaths.stream().map(path -> path.get(path.size() - 1).text).toList());
    }
  }

  private void collect(
      @Nullable Object given, FieldName[] path, int depth, List<@Nullable Object> values) {
    @Nullable Object value = given;
    if (given instanceof Encoded encoded && (encoded.isList() || depth == path.length)) {
      value = depth == path.length ? encoded.decoded() : encoded.elements();
    }
    if (value instanceof Collection<?> elements) {
      if (arrayAt == NO_ARRAY) {
        arrayAt = depth;
      }
      if (elements.isEmpty()) {
        found |= depth == path.length;
        values.add(KeyWriter.NO_ELEMENT);
      }
      for (Object element : elements) {
        if (depth == path.length) {
          found = true;
          values.add(element);
        } else {
          collectBelow(element, path, depth, values);
        }
      }
      if (depth < path.length && isPosition(path[depth].text)) {
        int position = Integer.parseInt(path[depth].text);
        if (position < elements.size()) {
          collect(new ArrayList<>(elements).get(position), path, depth + 1, values);
        }
      }
    } else if (depth == path.length) {
      found |= !(value instanceof Missing);
      values.add(value instanceof Missing ? null : value);
    } else {
      collectBelow(value, path, depth, values);
    }
  }

  private void collectBelow(
      @Nullable Object value, FieldName[] path, int depth, List<@Nullable Object> values) {
    if (isDocument(value)) {
      collect(field(value, path[depth]), path, depth + 1, values);
    } else {
      values.add(null);
    }
  }

  static boolean isDocument(@Nullable Object value) {
    return value instanceof Document || (value instanceof Encoded encoded && !encoded.isList());
  }

  private static boolean isList(@Nullable Object value) {
    return value instanceof Collection || (value instanceof Encoded encoded && encoded.isList());
  }

  /** What a document has in a field, be it encoded or not. */
  static @Nullable Object field(@Nullable Object document, FieldName name) {
    return document instanceof Encoded encoded
        ? encoded.field(name)
        : ((Document) Objects.requireNonNull(document)).getOrMissing(name.text);
  }

  private static boolean isPosition(String step) {
    return !step.isEmpty() && step.length() < 9 && step.chars().allMatch(Character::isDigit);
  }

  /** False if the document has none of the fields, so that a sparse index leaves it out. */
  boolean found() {
    return found;
  }

  /** A bit for each field, set if an array is on the way to it. */
  int arrays() {
    return arrays;
  }

  /**
   * The keys, each only once.
   *
   * @param end what comes behind the values in each of them
   */
  Set<Key> keys(@Nullable Key end) {
    if (valuesOfField.isEmpty()) {
      KeyWriter key = new KeyWriter();
      for (int i = 0; i < single.length; i++) {
        key.append(single[i], fields.get(i).isAscending());
      }
      return Set.of(end == null ? key.key() : key.append(end).key());
    }
    Set<Key> keys = new LinkedHashSet<>();
    combine(0, new KeyWriter(), end, keys);
    return keys;
  }

  private void combine(int field, KeyWriter before, @Nullable Key end, Set<Key> keys) {
    if (field == fields.size()) {
      keys.add(end == null ? before.key() : before.append(end).key());
      return;
    }
    List<@Nullable Object> values = valuesOfField.get(field);
    boolean ascending = fields.get(field).isAscending();
    if (values.size() == 1) {
      combine(field + 1, before.append(values.get(0), ascending), end, keys);
      return;
    }
    Key prefix = before.key();
    for (Object value : values) {
      combine(field + 1, new KeyWriter().append(prefix).append(value, ascending), end, keys);
    }
  }

  /** The first value of each field, for a message to a person. */
  List<@Nullable Object> example() {
    if (valuesOfField.isEmpty()) {
      return Arrays.asList(single);
    }
    List<@Nullable Object> example = new ArrayList<>();
    for (List<@Nullable Object> values : valuesOfField) {
      Object first = values.get(0);
      example.add(first == KeyWriter.NO_ELEMENT ? null : first);
    }
    return example;
  }
}
