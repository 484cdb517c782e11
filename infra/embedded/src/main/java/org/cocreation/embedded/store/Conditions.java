package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a query demands of single fields, as far as an index can find it. Documents that match the
 * query meet all of it; whether the reverse holds too is {@link #complete}.
 */
final class Conditions {

  private final Map<String, Condition> byField = new HashMap<>();
  private boolean complete = true;

  static Conditions of(Document query) {
    Conditions conditions = new Conditions();
    conditions.read(query);
    return conditions;
  }

  @Nullable Condition on(String field) {
    return byField.get(field);
  }

  Set<Map.Entry<String, Condition>> all() {
    return byField.entrySet();
  }

  int fields() {
    return byField.size();
  }

  /** True if a document that meets all conditions is certain to match the query. */
  boolean complete() {
    return complete;
  }

  private void read(Document query) {
    for (Map.Entry<String, Object> part : query.entrySet()) {
      String field = part.getKey();
      Object wanted = part.getValue();
      if (field.equals("$and") && wanted instanceof Collection<?> all) {
        for (Object each : all) {
          if (each instanceof Document document) {
            read(document);
          } else {
            complete = false;
          }
        }
      } else if (field.startsWith("$")) {
        complete = false;
      } else if (wanted instanceof Document document && isOperators(document)) {
        for (Map.Entry<String, Object> operator : document.entrySet()) {
          read(field, operator.getKey(), operator.getValue());
        }
      } else {
        read(field, "$eq", wanted);
      }
    }
  }

  private static boolean isOperators(Document document) {
    return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
  }

  private void read(String field, String operator, @Nullable Object operand) {
    switch (operator) {
      case "$eq" -> among(field, java.util.Collections.singletonList(operand));
      case "$in" -> among(field, operand instanceof Collection<?> values ? values : null);
      case "$gt", "$gte" -> {
        if (isComparable(operand) && condition(field).lower == null) {
          complete &= isSameKind(operand, condition(field).upper);
          condition(field).lower = operand;
          condition(field).lowerIncluded = operator.equals("$gte");
        } else {
          complete = false;
        }
      }
      case "$lt", "$lte" -> {
        if (isComparable(operand) && condition(field).upper == null) {
          complete &= isSameKind(operand, condition(field).lower);
          condition(field).upper = operand;
          condition(field).upperIncluded = operator.equals("$lte");
        } else {
          complete = false;
        }
      }
      default -> complete = false;
    }
  }

  private void among(String field, @Nullable Collection<?> values) {
    if (values == null || condition(field).anyOf != null) {
      complete = false;
      return;
    }
    List<@Nullable Object> anyOf = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof Collection || value instanceof BsonRegularExpression) {
        complete = false;
        return;
      }
      if (value == null || value instanceof Document) {
        complete = false;
      }
      anyOf.add(value);
    }
    condition(field).anyOf = anyOf;
  }

  private static boolean isComparable(@Nullable Object operand) {
    return operand != null
        && !(operand instanceof Collection)
        && !(operand instanceof Document)
        && !(operand instanceof MinKey)
        && !(operand instanceof MaxKey)
        && !(operand instanceof BsonRegularExpression);
  }

  private static boolean isSameKind(@Nullable Object operand, @Nullable Object otherBound) {
    return otherBound == null || KeyWriter.kindOf(operand) == KeyWriter.kindOf(otherBound);
  }

  private Condition condition(String field) {
    return byField.computeIfAbsent(field, f -> new Condition());
  }

  /** What is demanded of one field: one of some values, or a value within bounds, or both. */
  static final class Condition {
    private @Nullable List<@Nullable Object> anyOf;
    private @Nullable Object lower;
    private boolean lowerIncluded;
    private @Nullable Object upper;
    private boolean upperIncluded;

    private Condition() {}

    /** The values of which it has to be one, or null if that is not demanded. */
    @Nullable List<@Nullable Object> anyOf() {
      return anyOf;
    }

    @Nullable Object lower() {
      return lower;
    }

    boolean isLowerIncluded() {
      return lowerIncluded;
    }

    @Nullable Object upper() {
      return upper;
    }

    boolean isUpperIncluded() {
      return upperIncluded;
    }

    boolean isOneValue() {
      return anyOf != null && anyOf.size() == 1;
    }

    boolean allowsMissing() {
      return anyOf != null && anyOf.contains(null);
    }

    boolean hasBounds() {
      return lower != null || upper != null;
    }

    boolean isBoundBelow() {
      return lower != null;
    }

    boolean hasBothBounds() {
      return lower != null && upper != null;
    }

    /**
     * The range of keys that begin so and go on with a value within the bounds, which are of the
     * bound's kind only: a number is never within dates.
     *
     * @param onlyOneBound true leaves the upper one out if there are both
     */
    KeyRange after(Key prefix, boolean ascending, boolean onlyOneBound) {
      Object from = lower;
      Object to = onlyOneBound && lower != null ? null : upper;
      Object any = from != null ? from : to;
      Key kind = new KeyWriter().append(prefix).appendKind(KeyWriter.kindOf(any), ascending).key();
      Key least = kind;
      Key beyond = kind.afterAllThatBeginSo();
      if (from != null) {
        Key key = new KeyWriter().append(prefix).append(from, ascending).key();
        if (ascending) {
          least = lowerIncluded ? key : key.afterAllThatBeginSo();
        } else {
          beyond = lowerIncluded ? key.afterAllThatBeginSo() : key;
        }
      }
      if (to != null) {
        Key key = new KeyWriter().append(prefix).append(to, ascending).key();
        if (ascending) {
          beyond = upperIncluded ? key.afterAllThatBeginSo() : key;
        } else {
          least = upperIncluded ? key : key.afterAllThatBeginSo();
        }
      }
      return new KeyRange(least == null ? kind : least, beyond, false);
    }
  }
}
