package org.cocreation.attendance.domain.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.cocreation.attendance.domain.roster.RosterKey.Kind;

/**
 * The keys by which a name is found that is not written as it was registered: parts of it left out,
 * shortened or mistyped. Each is looked up exactly, so that looking costs the same in a large
 * roster as in a small one.
 *
 * <p>A word with one slip keeps its first two letters or its last two, and the other words of the
 * name are whole: so one slip anywhere is found. Words that only sound alike are found by how two
 * of them sound.
 */
final class NameKeys {

  private static final int MOST_WORDS = 5;
  private static final int SHORTEST_JOINED = 5;

  private final String programmeId;
  private final Set<RosterKey> keys = new LinkedHashSet<>();

  private NameKeys(String programmeId) {
    this.programmeId = programmeId;
  }

  /** All keys of a registered name. */
  static Set<RosterKey> carried(String programmeId, String name) {
    NameKeys all = new NameKeys(programmeId);
    all.parts(name);
    List<String> words = whole(name);
    for (int i = 1; i < words.size(); i++) {
      all.edges(words.get(0), words.get(i));
      all.edges(words.get(i), words.get(0));
      all.add(Kind.SOUND, sounds(words.get(0), words.get(i)));
    }
    all.joined(name);
    return all.keys;
  }

  /** The keys that say what parts a registered name has: no more than what may be left of it. */
  static Set<RosterKey> partsOf(String programmeId, String name) {
    NameKeys parts = new NameKeys(programmeId);
    parts.parts(name);
    return parts.keys;
  }

  /** The keys by which to look for a written name, the most telling first. */
  static Set<RosterKey> asked(String programmeId, String written) {
    NameKeys asked = new NameKeys(programmeId);
    List<String> words = whole(written);
    asked.joined(written);
    for (int i = 0; i < words.size(); i++) {
      for (int j = i + 1; j < words.size(); j++) {
        for (String one : meant(words.get(i))) {
          for (String other : meant(words.get(j))) {
            asked.add(Kind.PAIR, pair(one, other));
          }
        }
        asked.add(Kind.SOUND, sounds(words.get(i), words.get(j)));
        asked.edges(words.get(i), words.get(j));
        asked.edges(words.get(j), words.get(i));
      }
    }
    asked.left(words, initials(written));
    return asked.keys;
  }

  /** The keys of those who have but one word in common with a written name. */
  static Set<RosterKey> words(String programmeId, String written) {
    NameKeys asked = new NameKeys(programmeId);
    whole(written).forEach(word -> meant(word).forEach(one -> asked.add(Kind.WORD, one)));
    return asked.keys;
  }

  /**
   * The keys of those of whom a written name may be a part. Each element stands for one way to
   * understand it, and whoever may be meant carries every key of that element. Of three words and
   * more, the second and third: given names are shared by more people. Empty when the name says too
   * little to tell.
   */
  static List<Set<RosterKey>> mayBe(String programmeId, String written) {
    List<String> words = whole(written);
    List<String> initials = initials(written);
    List<Set<RosterKey>> ways = new ArrayList<>();
    for (List<String> way :
        ways(words.subList(words.size() < 3 ? 0 : 1, Math.min(words.size(), 3)))) {
      NameKeys asked = new NameKeys(programmeId);
      if (way.size() == 2) {
        asked.add(Kind.PAIR, pair(way.get(0), way.get(1)));
      } else if (way.size() == 1 && initials.isEmpty()) {
        asked.add(Kind.WORD, way.get(0));
      } else if (way.size() == 1) {
        initials.forEach(initial -> asked.add(Kind.INITIAL, way.get(0) + "|" + initial));
      }
      if (!asked.keys.isEmpty()) {
        ways.add(asked.keys);
      }
    }
    return ways;
  }

  private static List<List<String>> ways(List<String> words) {
    List<List<String>> ways = List.of(List.of());
    for (String word : words) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> way : ways) {
        for (String meant : meant(word)) {
          List<String> next = new ArrayList<>(way);
          next.add(meant);
          longer.add(next);
        }
      }
      ways = longer;
    }
    return ways;
  }

  private void left(List<String> words, List<String> initials) {
    for (String word : words) {
      for (String one : meant(word)) {
        initials.forEach(initial -> add(Kind.INITIAL, one + "|" + initial));
        if (words.size() == 1 && initials.isEmpty()) {
          add(Kind.WORD, one);
        }
      }
    }
  }

  private void parts(String name) {
    List<String> words = whole(name);
    for (int i = 0; i < words.size(); i++) {
      add(Kind.WORD, words.get(i));
      for (int j = 0; j < words.size(); j++) {
        if (i < j) {
          add(Kind.PAIR, pair(words.get(i), words.get(j)));
        }
        if (i != j) {
          add(Kind.INITIAL, words.get(i) + "|" + words.get(j).charAt(0));
        }
      }
      for (String initial : initials(name)) {
        add(Kind.INITIAL, words.get(i) + "|" + initial);
      }
    }
  }

  private void edges(String whole, String other) {
    if (other.length() > 2) {
      add(Kind.EDGE, whole + "|" + other.substring(0, 2) + "-");
      add(Kind.EDGE, whole + "|-" + other.substring(other.length() - 2));
    }
  }

  private void joined(String name) {
    String letters = name.replace(" ", "");
    if (letters.length() >= SHORTEST_JOINED) {
      add(Kind.JOINED, letters);
    }
  }

  private void add(Kind kind, String value) {
    keys.add(new RosterKey(programmeId, kind, value));
  }

  private static List<String> whole(String name) {
    return PersonName.wordsOf(name).stream()
        .filter(word -> word.length() > 1 && !NameWords.small(word))
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  private static List<String> initials(String name) {
    return PersonName.wordsOf(name).stream()
        .filter(word -> word.length() == 1)
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  private static List<String> meant(String word) {
    List<String> meant = new ArrayList<>();
    meant.add(word);
    meant.addAll(NameWords.standsFor(word));
    return meant;
  }

  private static String pair(String one, String other) {
    return one.compareTo(other) <= 0 ? one + "|" + other : other + "|" + one;
  }

  private static String sounds(String one, String other) {
    return pair(Likeness.sound(one), Likeness.sound(other));
  }
}
