package org.cocreation.attendance.domain.matching;

import java.util.ArrayList;
import java.util.List;

/** How alike words and names are; what it finds is only ever suggested. */
final class Likeness {

  private static final int SHORTEST_SLIP = 3;
  private static final int SHORTEST_TWO_SLIPS = 8;
  private static final int SHORTEST_BEGINNING = 3;

  private Likeness() {}

  /**
   * Whether one may be a mistyped form of the other: a letter too much, too few, another one, or
   * two swapped; in words of eight letters and more, twice.
   */
  static boolean slipped(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    int shorter = Math.min(one.length(), other.length());
    if (shorter < SHORTEST_SLIP) {
      return false;
    }
    int most = shorter >= SHORTEST_TWO_SLIPS ? 2 : 1;
    return longer - shorter <= most && !one.equals(other) && slips(one, other, most) <= most;
  }

  /**
   * How many letters have to be added, dropped, changed or swapped with their neighbour to make one
   * of the other; more than {@code most} is said as {@code most + 1}.
   */
  static int slips(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
    }
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] current = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      current[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int cost = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], current[j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          cost = Math.min(cost, beforeLast[j - 2] + 1);
        }
        current[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) {
        return most + 1;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = current;
      current = free;
    }
    return Math.min(last[other.length()], most + 1);
  }

  /** How a word reads aloud, roughly: the same for b and v, for s, c and z, and without vowels. */
  static String sound(String word) {
    StringBuilder sound = new StringBuilder();
    char before = 0;
    for (int i = 0; i < word.length(); i++) {
      char next = i + 1 < word.length() ? word.charAt(i + 1) : 0;
      char heard =
          switch (word.charAt(i)) {
            case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'w' -> 0;
            case 'v' -> 'b';
            case 'z', 'x' -> 's';
            case 'c' -> next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
            case 'q' -> 'k';
            case 'g' -> next == 'e' || next == 'i' ? 'j' : 'g';
            default -> word.charAt(i);
          };
      if (heard != 0 && heard != before) {
        sound.append(heard);
      }
      before = heard;
    }
    return sound.isEmpty() ? word.substring(0, 1) : sound.toString();
  }

  /**
   * Pairs each written word with the registered word that it most likely stands for; each is used
   * once.
   */
  static List<Pair> align(List<String> written, List<String> registered) {
    List<String> open = new ArrayList<>(registered);
    List<String> left = written;
    List<Pair> pairs = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<String> unpaired = new ArrayList<>();
      for (String word : left) {
        int like = like(kind, word, open);
        if (like < 0) {
          unpaired.add(word);
        } else {
          pairs.add(new Pair(kind, word, open.remove(like)));
        }
      }
      left = unpaired;
    }
    return pairs;
  }

  /** Where among these words the first is that a word may stand for; -1 when there is none. */
  private static int like(Kind kind, String word, List<String> open) {
    for (int i = 0; i < open.size(); i++) {
      if (is(kind, word, open.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean is(Kind kind, String word, String registered) {
    return switch (kind) {
      case SAME -> word.equals(registered);
      case PET_NAME ->
          NameWords.standsFor(word).contains(registered)
              || NameWords.standsFor(registered).contains(word);
      case SLIP -> slipped(word, registered);
      case SOUND ->
          word.length() > 3
              && registered.length() > 3
              && word.charAt(0) == registered.charAt(0)
              && sound(word).length() > 1
              && sound(word).equals(sound(registered));
      case BEGINNING ->
          word.length() >= SHORTEST_BEGINNING
              && registered.length() > word.length()
              && registered.startsWith(word);
      case INITIAL ->
          (word.length() == 1 && registered.startsWith(word))
              || (registered.length() == 1 && word.startsWith(registered));
    };
  }

  /**
   * A written word and the registered word that it may stand for.
   *
   * @param kind in which way
   */
  record Pair(Kind kind, String written, String registered) {}

  /** In which way a word may stand for another, the surest first. */
  enum Kind {
    SAME(1.0),
    PET_NAME(0.8),
    SLIP(0.8),
    SOUND(0.7),
    BEGINNING(0.6),
    INITIAL(0.4);

    private final double weight;

    Kind(double weight) {
      this.weight = weight;
    }

    double weight() {
      return weight;
    }

    /** Whether it is the word, a form in use of it, or its initial; not a word mistyped. */
    boolean saysTheName() {
      return this == SAME || this == PET_NAME || this == INITIAL;
    }
  }
}
