package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.cocreation.embedded.store.Conditions.Condition;
import org.cocreation.embedded.store.Lookup.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * Where the documents of a query are looked for.
 *
 * @param lookup the index
 * @param ranges what of it has to be read, in its order
 * @param backwards whether it is read from its end
 * @param inOrder whether the documents come in the order that the query asks for
 * @param exact whether every document that is found matches the query
 * @param score how much it narrows; the greatest is the best
 */
record Plan(
    Lookup lookup,
    List<KeyRange> ranges,
    boolean backwards,
    boolean inOrder,
    boolean exact,
    int score) {

  /** More combinations of listed values than this are not looked up one by one. */
  private static final int MOST_PREFIXES = 20_000;

  private static final int FOR_ONE_VALUE = 20;
  private static final int FOR_SOME_VALUES = 18;
  private static final int FOR_BOUNDS = 10;
  private static final int FOR_ORDER = 3;
  private static final int FOR_BEING_UNIQUE = 1;

  /**
   * The best plan for a query, or null if everything has to be read.
   *
   * @param limited whether only the first so many documents are wanted
   */
  static @Nullable Plan best(
      List<? extends Lookup> lookups,
      Conditions conditions,
      @Nullable Document orderBy,
      boolean limited) {
    Plan best = null;
    for (Lookup lookup : lookups) {
      Plan plan = of(lookup, conditions, orderBy, limited);
      if (plan != null && (best == null || plan.score > best.score)) {
        best = plan;
      }
    }
    return best;
  }

  private static @Nullable Plan of(
      Lookup lookup, Conditions conditions, @Nullable Document orderBy, boolean limited) {
    List<IndexKey> fields = lookup.fields();
    List<Key> prefixes = List.of(new Key(new byte[0]));
    int score = 0;
    int used = 0;
    int met = 0;
    boolean onlyMissing = true;
    boolean usedArray = false;
    List<KeyRange> ranges = null;
    for (; used < fields.size() && ranges == null; used++) {
      IndexKey field = fields.get(used);
      Condition condition = conditions.on(field.getKey());
      boolean array = (lookup.arrays() & (1 << used)) != 0;
      if (condition == null || (array && usedArray)) {
        break;
      }
      List<@Nullable Object> anyOf = condition.anyOf();
      if (anyOf != null && (long) anyOf.size() * prefixes.size() <= MOST_PREFIXES) {
        prefixes = extended(prefixes, anyOf, field.isAscending());
        score += condition.isOneValue() ? FOR_ONE_VALUE : FOR_SOME_VALUES;
        onlyMissing &= condition.allowsMissing();
        met += condition.hasBounds() ? 0 : 1;
      } else if (anyOf == null && condition.hasBounds()) {
        ranges = new ArrayList<>();
        for (Key prefix : prefixes) {
          ranges.add(condition.after(prefix, field.isAscending(), array));
        }
        score += FOR_BOUNDS;
        onlyMissing = false;
        met += (array && condition.hasBothBounds()) ? 0 : 1;
      } else {
        break;
      }
      usedArray |= array;
    }
    if (ranges == null) {
      boolean single = lookup.unique() && used == fields.size();
      ranges =
          prefixes.stream()
              .map(single ? KeyRange::only : KeyRange::beginningWith)
              .map(range -> range.lower().bytes.length == 0 ? everything() : range)
              .toList();
    }
    Direction direction = Direction.of(lookup, conditions, orderBy, used);
    boolean sorts = direction.inOrder() && isOrdered(orderBy);
    if ((lookup.leavesOutMissing() && onlyMissing) || (score == 0 && !(sorts && limited))) {
      return null;
    }
    boolean exact = conditions.complete() && met == conditions.fields() && lookup.arrays() == 0;
    return new Plan(
        lookup,
        ranges,
        direction.backwards(),
        direction.inOrder(),
        exact,
        score + (sorts ? FOR_ORDER : 0) + (lookup.unique() ? FOR_BEING_UNIQUE : 0));
  }

  private static KeyRange everything() {
    return new KeyRange(new Key(new byte[] {KeyWriter.MIN}), null, false);
  }

  private static boolean isOrdered(@Nullable Document orderBy) {
    return orderBy != null && !orderBy.isEmpty();
  }

  private static List<Key> extended(
      List<Key> prefixes, List<@Nullable Object> anyOf, boolean ascending) {
    List<Key> values = new ArrayList<>(anyOf.size());
    for (Object value : anyOf) {
      values.add(new KeyWriter().append(value, ascending).key());
    }
    values.sort(null);
    List<Key> extended = new ArrayList<>(prefixes.size() * values.size());
    for (Key prefix : prefixes) {
      Key last = null;
      for (Key value : values) {
        if (!value.equals(last)) {
          extended.add(
              prefix.bytes.length == 0
                  ? value
                  : new KeyWriter().append(prefix).append(value).key());
        }
        last = value;
      }
    }
    return extended;
  }

  /** False if it only gives an order, and reads everything in it. */
  boolean narrows() {
    return score >= FOR_BOUNDS;
  }

  /** What is found, one after the other as it is asked for. */
  Iterator<Candidate> candidates() {
    List<KeyRange> inTurn = new ArrayList<>(ranges);
    if (backwards) {
      Collections.reverse(inTurn);
    }
    Iterator<KeyRange> next = inTurn.iterator();
    return new Iterator<>() {
      private Iterator<Candidate> current = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!current.hasNext() && next.hasNext()) {
          current = lookup.candidates(next.next(), backwards);
        }
        return current.hasNext();
      }

      @Override
      public Candidate next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return current.next();
      }
    };
  }

  /** Whether reading an index one way gives the order that is asked for, and which way. */
  private record Direction(boolean backwards, boolean inOrder) {

    static Direction of(
        Lookup lookup, Conditions conditions, @Nullable Document orderBy, int used) {
      if (orderBy == null || orderBy.isEmpty()) {
        return new Direction(false, true);
      }
      List<IndexKey> fields = new ArrayList<>(lookup.fields());
      if (!lookup.unique()) {
        fields.add(new IndexKey(IdIndex.ID, true));
      }
      Boolean backwards = null;
      int at = 0;
      for (Map.Entry<String, Object> wanted : orderBy.entrySet()) {
        String name = wanted.getKey();
        if (isFixed(conditions, name) && !isArray(lookup, name)) {
          continue;
        }
        if (!(wanted.getValue() instanceof Number sign)) {
          return new Direction(false, false);
        }
        while (at < fields.size()
            && !fields.get(at).getKey().equals(name)
            && at < used
            && isFixed(conditions, fields.get(at).getKey())) {
          at++;
        }
        if (at == fields.size() || !fields.get(at).getKey().equals(name)) {
          return new Direction(false, false);
        }
        boolean against = sign.intValue() > 0 != fields.get(at).isAscending();
        if (backwards != null && backwards != against) {
          return new Direction(false, false);
        }
        if (isArray(lookup, name) && !comesFirstByItsLeast(conditions.on(name), sign, against)) {
          return new Direction(false, false);
        }
        backwards = against;
        at++;
      }
      return new Direction(Boolean.TRUE.equals(backwards), true);
    }

    private static boolean isFixed(Conditions conditions, String field) {
      Condition condition = conditions.on(field);
      return condition != null && condition.isOneValue();
    }

    private static boolean isArray(Lookup lookup, String field) {
      List<IndexKey> fields = lookup.fields();
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).getKey().equals(field)) {
          return (lookup.arrays() & (1 << i)) != 0;
        }
      }
      return false;
    }

    /**
     * An array is sorted by its least element when ascending. Read from the least on, a document
     * comes for that element first, unless a lower bound hides it.
     */
    private static boolean comesFirstByItsLeast(
        @Nullable Condition condition, Number sign, boolean against) {
      return sign.intValue() > 0
          && !against
          && condition != null
          && condition.anyOf() == null
          && condition.hasBounds()
          && !condition.isBoundBelow();
    }
  }
}
