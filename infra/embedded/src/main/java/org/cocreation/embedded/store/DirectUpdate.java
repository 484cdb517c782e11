package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.backend.NumericUtils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An update that names outright what it changes: fields that are set, removed or added to, lists
 * that something is put at the end of, and lists of documents out of which some are taken. It is
 * what an aggregate is saved with, so it is applied here at once; whatever is less simple, or is
 * wrong, is left to the library.
 */
final class DirectUpdate {

  /** More fields than this are compared with one another by the library. */
  private static final int MOST_FIELDS = 32;

  private enum Operator {
    SET,
    SET_ON_INSERT,
    UNSET,
    INC,
    PUSH,
    PULL
  }

  private record Step(
      Operator operator, String field, List<String> path, @Nullable Object operand) {}

  private final List<Step> steps = new ArrayList<>();

  private DirectUpdate() {}

  /** The update, or null if it is not as simple. */
  static @Nullable DirectUpdate of(Document update) {
    DirectUpdate direct = new DirectUpdate();
    for (Map.Entry<String, Object> part : update.entrySet()) {
      Operator operator = operator(part.getKey());
      if (operator == null || !(part.getValue() instanceof Document fields) || fields.isEmpty()) {
        return null;
      }
      for (Map.Entry<String, Object> field : fields.entrySet()) {
        if (!direct.add(operator, field.getKey(), field.getValue())) {
          return null;
        }
      }
    }
    return direct.steps.isEmpty() ? null : direct;
  }

  private static @Nullable Operator operator(String name) {
    return switch (name) {
      case "$set" -> Operator.SET;
      case "$setOnInsert" -> Operator.SET_ON_INSERT;
      case "$unset" -> Operator.UNSET;
      case "$inc" -> Operator.INC;
      case "$push" -> Operator.PUSH;
      case "$pull" -> Operator.PULL;
      default -> null;
    };
  }

  private boolean add(Operator operator, String field, @Nullable Object given) {
    Object operand = given;
    if (given instanceof Encoded encoded && !encoded.isList()) {
      if (operator == Operator.PUSH) {
        operand = encoded.outline();
      } else if (operator == Operator.PULL) {
        operand = encoded.decoded();
      }
    }
    if (steps.size() == MOST_FIELDS
        || (operator == Operator.INC && !(operand instanceof Number))
        || (operator == Operator.PUSH && !isAppending(operand))) {
      return false;
    }
    Object simple = operator == Operator.PULL ? Pulled.of(operand) : operand;
    if (simple == null && operator == Operator.PULL) {
      return false;
    }
    for (Step other : steps) {
      if (overlap(field, other.field)) {
        return false;
      }
    }
    List<String> path = field.indexOf('.') < 0 ? List.of(field) : List.of(field.split("\\.", -1));
    for (String name : path) {
      if (name.isEmpty() || name.charAt(0) == '$') {
        return false;
      }
    }
    steps.add(new Step(operator, field, path, simple));
    return !path.get(0).equals(IdIndex.ID);
  }

  private static boolean overlap(String field, String other) {
    String shorter = field.length() < other.length() ? field : other;
    String longer = field.length() < other.length() ? other : field;
    return longer.startsWith(shorter)
        && (longer.length() == shorter.length() || longer.charAt(shorter.length()) == '.');
  }

  private static boolean isAppending(@Nullable Object operand) {
    if (!(operand instanceof Document modifiers)
        || modifiers.isEmpty()
        || !modifiers.keySet().iterator().next().startsWith("$")) {
      return true;
    }
    return listIn(modifiers.get("$each")) != null
        && (modifiers.size() == 1
            || (modifiers.size() == 2 && modifiers.get("$slice") instanceof Integer));
  }

  /**
   * What an upsert begins with if nothing matches: the fields that the query says are equal to
   * something; null if it says more than that, or nothing about {@code _id}.
   */
  static @Nullable Document begunBy(Document query) {
    Object id = query.get(IdIndex.ID);
    if (id == null) {
      return null;
    }
    Document begun = new Document(IdIndex.ID, id);
    for (Map.Entry<String, Object> field : query.entrySet()) {
      String name = field.getKey();
      Object value = field.getValue();
      if (name.startsWith("$")
          || name.indexOf('.') >= 0
          || value instanceof Document
          || value instanceof BsonRegularExpression) {
        return null;
      }
      begun.put(name, value);
    }
    return begun;
  }

  /**
   * The document with the changes; the same one if they change nothing; null if the document is not
   * as simple as the update. The one given stays as it is, and shares what is not changed.
   */
  @Nullable Document applyTo(Document before, boolean inserting) {
    Document after = null;
    for (Step step : steps) {
      if (step.operator == Operator.SET_ON_INSERT && !inserting) {
        continue;
      }
      Document changed = changed(after == null ? before : after, step, 0);
      if (changed == null) {
        return null;
      }
      if (isOther(changed, before)) {
        after = changed;
      }
    }
    return after == null ? before : after;
  }

  /** Whether an update that was applied has changed anything. */
  @SuppressWarnings("ReferenceEquality") // the same document says that nothing is changed
  static boolean isOther(Document after, Document before) {
    return after != before;
  }

  private static @Nullable Document changed(Document document, Step step, int depth) {
    String name = step.path.get(depth);
    Object before = document.get(name);
    boolean missing = before == null && !document.containsKey(name);
    if (missing && (step.operator == Operator.UNSET || step.operator == Operator.PULL)) {
      return document;
    }
    if (depth < step.path.size() - 1) {
      Document inner = missing ? new Document() : documentIn(before);
      Document after = inner == null ? null : changed(inner, step, depth + 1);
      if (inner == null || after == null) {
        return null;
      }
      return isOther(after, inner) ? with(document, name, after) : document;
    }
    return switch (step.operator) {
      case UNSET -> {
        Document without = new Document(document);
        without.remove(name);
        yield without;
      }
      case PUSH -> {
        List<?> list = missing ? List.of() : listIn(before);
        yield list == null ? null : appended(document, name, list, step.operand);
      }
      case PULL -> {
        List<?> list = listIn(before);
        List<?> left =
            list != null && step.operand instanceof Pulled pulled ? pulled.outOf(list) : null;
        if (list == null || left == null) {
          yield null;
        }
        yield left.size() == list.size() ? document : with(document, name, left);
      }
      case INC -> {
        if (!missing && !(before instanceof Number)) {
          yield null;
        }
        Number sum =
            NumericUtils.addNumbers(
                before instanceof Number number ? number : 0,
                (Number) Objects.requireNonNull(step.operand));
        yield sum.equals(before) ? document : with(document, name, sum);
      }
      case SET, SET_ON_INSERT ->
          !missing && (before == step.operand || Encoded.isSame(before, step.operand))
              ? document
              : with(document, name, step.operand);
    };
  }

  private static Document with(Document document, String name, @Nullable Object value) {
    Document with = new Document(document);
    with.put(name, value);
    return with;
  }

  private static @Nullable Document documentIn(@Nullable Object value) {
    return value instanceof Document document
        ? document
        : value instanceof Encoded encoded && !encoded.isList() ? encoded.outline() : null;
  }

  private static @Nullable List<?> listIn(@Nullable Object value) {
    return value instanceof List<?> list
        ? list
        : value instanceof Encoded encoded && encoded.isList() ? encoded.elements() : null;
  }

  /** The document with something at the end of a list, which is cut to what is kept of it. */
  private static Document appended(
      Document document, String name, List<?> before, @Nullable Object operand) {
    List<@Nullable Object> list = new ArrayList<>(before);
    List<?> each = operand instanceof Document modifiers ? listIn(modifiers.get("$each")) : null;
    if (each == null || !(operand instanceof Document modifiers)) {
      list.add(operand);
      return with(document, name, list);
    }
    list.addAll(each);
    int slice = modifiers.get("$slice") instanceof Integer some ? some : list.size();
    int kept = Math.min(list.size(), Math.abs(slice));
    List<?> cut = slice < 0 ? list.subList(list.size() - kept, list.size()) : list.subList(0, kept);
    boolean same = kept == before.size() && document.containsKey(name) && cut.equals(before);
    return same ? document : with(document, name, cut);
  }

  /** The elements that are taken out of a list: documents in which a field is one of some texts. */
  private record Pulled(FieldName field, Set<String> texts) {

    static @Nullable Pulled of(@Nullable Object operand) {
      if (!(operand instanceof Document condition) || condition.size() != 1) {
        return null;
      }
      Map.Entry<String, Object> only = condition.entrySet().iterator().next();
      Object wanted = only.getValue();
      List<?> all = List.of();
      if (wanted instanceof String) {
        all = List.of(wanted);
      } else if (wanted instanceof Document in
          && in.size() == 1
          && in.get("$in") instanceof List<?> any) {
        all = any;
      }
      return only.getKey().startsWith("$")
              || only.getKey().indexOf('.') >= 0
              || all.isEmpty()
              || !all.stream().allMatch(String.class::isInstance)
          ? null
          : new Pulled(
              new FieldName(only.getKey()),
              all.stream().map(String.class::cast).collect(Collectors.toSet()));
    }

    /** The list without them; null if it has elements of another kind. */
    @Nullable List<@Nullable Object> outOf(List<?> list) {
      List<@Nullable Object> left = new ArrayList<>(list.size());
      for (Object element : list) {
        if (!IndexedValues.isDocument(element)
            || !(IndexedValues.field(element, field) instanceof String text)) {
          return null;
        }
        if (!texts.contains(text)) {
          left.add(element);
        }
      }
      return left;
    }
  }
}
