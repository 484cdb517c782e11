package org.cocreation.attendance.domain.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what stands for an institution beside a name with what somebody registered. */
final class Institution {

  private Institution() {}

  /**
   * How the two stand to one another.
   *
   * @param written normalised
   * @param registered as registered; null or blank when nothing was
   */
  static Standing compare(String written, @Nullable String registered) {
    String own = registered == null ? "" : Folding.fold(registered);
    if (own.isEmpty() || written.isEmpty()) {
      return Standing.UNKNOWN;
    }
    if (own.equals(written)) {
      return Standing.SAME;
    }
    List<String> one = PersonName.wordsOf(written);
    List<String> other = PersonName.wordsOf(own);
    if (acronym(one, other) || acronym(other, one)) {
      return Standing.SAME;
    }
    List<String> said = telling(one);
    List<String> known = telling(other);
    if (said.isEmpty() || known.isEmpty()) {
      return Standing.DIFFERENT;
    }
    if (shared(said, known) == Math.min(said.size(), known.size())) {
      return Math.min(said.size(), known.size()) > 1 ? Standing.SAME : Standing.NEAR;
    }
    return Standing.DIFFERENT;
  }

  /** Whether it reads like an institution rather than like a person. */
  static boolean looksLike(String folded) {
    return PersonName.wordsOf(folded).stream().anyMatch(NameWords::ofInstitutions);
  }

  /** {@code u b}, {@code ub} or {@code uob} for University of Belize. */
  private static boolean acronym(List<String> shortForm, List<String> words) {
    if (words.size() < 2) {
      return false;
    }
    String letters = String.join("", shortForm);
    if (letters.length() < 2 || letters.length() > words.size()) {
      return false;
    }
    return letters.equals(initials(words)) || letters.equals(initials(telling(words)));
  }

  private static String initials(List<String> words) {
    StringBuilder initials = new StringBuilder();
    words.forEach(word -> initials.append(word.charAt(0)));
    return initials.toString();
  }

  private static List<String> telling(List<String> words) {
    return words.stream().filter(word -> !NameWords.small(word)).toList();
  }

  private static int shared(List<String> some, List<String> others) {
    List<String> left = new ArrayList<>(others);
    int shared = 0;
    Set<String> seen = new HashSet<>();
    for (String word : some) {
      if (seen.add(word)) {
        for (int i = 0; i < left.size(); i++) {
          if (alike(word, left.get(i))) {
            left.remove(i);
            shared++;
            break;
          }
        }
      }
    }
    return shared;
  }

  private static boolean alike(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = shorter.equals(one) ? other : one;
    return longer.equals(shorter)
        || (shorter.length() >= 3 && longer.startsWith(shorter))
        || Likeness.slipped(one, other);
  }

  /** How a written institution stands to the registered one. */
  enum Standing {
    /** One of the two says nothing. */
    UNKNOWN,
    /** The same, spelled out or shortened. */
    SAME,
    /** One word of it; too little to count as evidence, too much to contradict. */
    NEAR,
    /** Another one, as far as can be read. */
    DIFFERENT
  }
}
