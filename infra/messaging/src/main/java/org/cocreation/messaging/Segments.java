package org.cocreation.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Cuts a poll into batches of one type each, few and large, without letting two records of one key
 * change places.
 *
 * <p>A record goes into the earliest round in which its key has nothing behind it still to come:
 * the round of the key's previous record if the type is the same, the next one if not. Within a
 * round, different types concern different keys, so they can be handled one type after the other.
 */
final class Segments {

  private Segments() {}

  static <T> List<List<T>> of(List<T> records, Function<T, String> key, Function<T, String> type) {
    List<Map<String, List<T>>> rounds = new ArrayList<>();
    Map<String, Place> last = new HashMap<>();
    for (T record : records) {
      String ofType = type.apply(record);
      Place place = last.get(key.apply(record));
      int round = place == null ? 0 : place.type.equals(ofType) ? place.round : place.round + 1;
      if (place == null || round != place.round) {
        last.put(key.apply(record), new Place(round, ofType));
      }
      if (round == rounds.size()) {
        rounds.add(new LinkedHashMap<>());
      }
      rounds.get(round).computeIfAbsent(ofType, first -> new ArrayList<>()).add(record);
    }
    List<List<T>> segments = new ArrayList<>();
    rounds.forEach(round -> segments.addAll(round.values()));
    return segments;
  }

  private record Place(int round, String type) {}
}
