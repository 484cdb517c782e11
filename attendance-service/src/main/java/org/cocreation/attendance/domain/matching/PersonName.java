package org.cocreation.attendance.domain.matching;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name as people type it into a meeting, made comparable.
 *
 * <p>Case, accents, punctuation, spaces, what cannot be seen, titles and remarks such as {@code
 * (External)} do not matter. An institution in brackets is set apart. Where a cell can be read in
 * several ways ({@code Institution - Given Family}, {@code New (Original)}, {@code Family, Given})
 * each reading is kept, with what else stands there: only a whole reading is ever compared for
 * equality, and what else stands there has to be explained.
 *
 * @param key the whole cell's normalised form without brackets and title; empty when nothing can be
 *     read
 * @param readings every way to read it as one person's name
 * @param institutions normalised, as they stood in brackets or in a column of their own
 * @param people the names of two or more people when the cell joins them ({@code Ana y Luis}); else
 *     empty
 * @param owners whose device it is by its name, normalised; nobody knows who holds it
 * @param device whether it names a device ({@code iPhone de Ana}), beside a person or alone
 * @param address the e-mail address that stands in place of the name, if one does
 */
public record PersonName(
    String key,
    List<Reading> readings,
    List<String> institutions,
    List<String> people,
    List<String> owners,
    boolean device,
    @Nullable EmailAddress address) {

  /** Longer names are cut: no person's name is that long, and no export's cell should be. */
  public static final int LONGEST = 200;

  /** Keeps its own copies. */
  public PersonName {
    readings = List.copyOf(readings);
    institutions = List.copyOf(institutions);
    people = List.copyOf(people);
    owners = List.copyOf(owners);
  }

  /** Reads a name from a cell; a null cell is an empty name. */
  public static PersonName read(@Nullable String cell) {
    return read(cell, null);
  }

  /** Reads a name that came with an institution of its own column. */
  public static PersonName read(@Nullable String cell, @Nullable String institutionCell) {
    return new NameParser(cut(cell), cut(institutionCell)).parse();
  }

  /** The key of a name, which is all that comparing with it takes. */
  static String keyOf(String cell) {
    return NameParser.key(cut(cell));
  }

  /** Whether there is anything to compare. */
  public boolean blank() {
    return key.isEmpty();
  }

  /** The first institution that stood with the name; empty when there was none. */
  public String institution() {
    return institutions.isEmpty() ? "" : institutions.get(0);
  }

  /** The readings that say enough to be matched exactly: two words of two letters at least. */
  public List<String> telling() {
    return readings.stream().filter(Reading::telling).map(Reading::text).toList();
  }

  /** The words of all readings, those of a single letter included. */
  public Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    readings.forEach(reading -> words.addAll(reading.words()));
    if (words.isEmpty()) {
      words.addAll(wordsOf(key));
    }
    return words;
  }

  /** Whether a telephone number stands in place of the name. */
  public boolean telephone() {
    String digits = key.replace(" ", "");
    return digits.length() >= 6 && digits.chars().allMatch(Character::isDigit);
  }

  /** The words of one normalised form. */
  public static List<String> wordsOf(String reading) {
    return reading.isEmpty() ? List.of() : Arrays.asList(reading.split(" ", -1));
  }

  /** Text without case, accents and punctuation, its words separated by one space. */
  public static String fold(String text) {
    return Folding.fold(text);
  }

  private static String cut(@Nullable String cell) {
    if (cell == null) {
      return "";
    }
    return cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell;
  }

  /**
   * One way to read a cell as the name of one person.
   *
   * @param text the name's normalised form
   * @param beside what else stands in the cell, normalised, beside remarks, devices and
   *     institutions in brackets
   * @param original whether it stood in parentheses: the name of the account rather than the name
   *     that the person goes by in the meeting
   * @param turned whether a comma says that the family name was written first
   */
  public record Reading(String text, List<String> beside, boolean original, boolean turned) {

    /** Keeps its own copy. */
    public Reading {
      beside = List.copyOf(beside);
    }

    /** The words in their order. */
    public List<String> words() {
      return wordsOf(text);
    }

    /** The words in alphabetical order: the same for every order in which they are written. */
    public String sorted() {
      return sorted(text);
    }

    /** Whether it says enough to be matched exactly. */
    public boolean telling() {
      return telling(text);
    }

    static String sorted(String text) {
      List<String> words = wordsOf(text);
      return words.size() < 2 ? text : String.join(" ", words.stream().sorted().toList());
    }

    static boolean telling(String text) {
      int whole = 0;
      for (String word : wordsOf(text)) {
        if (word.length() > 1 && word.codePoints().anyMatch(Character::isLetter)) {
          whole++;
        }
      }
      return whole >= 2;
    }
  }
}
