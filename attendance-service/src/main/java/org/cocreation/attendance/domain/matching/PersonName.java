package org.cocreation.attendance.domain.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name as people type it into a meeting, made comparable.
 *
 * <p>Case, accents, punctuation, spaces and a leading title do not matter. {@code [Institution]} is
 * set apart, {@code (External)} and the like are dropped, and where a name can be read in several
 * ways ({@code Institution - Given Family}, {@code New (Original)}, {@code Family, Given}) each
 * reading is kept. Only whole readings are ever compared for equality.
 *
 * @param key the name's normalised form without institution and tags; empty when nothing can be
 *     read
 * @param readings every normalised form that may be the person's name, the key first
 * @param institution the normalised institution that stood with the name; empty when there was none
 */
public record PersonName(String key, Set<String> readings, String institution) {

  /** Longer names are cut: no person's name is that long, and no export's cell should be. */
  public static final int LONGEST = 200;

  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]*)\\]");
  private static final Pattern PARENTHESES = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern SEPARATOR = Pattern.compile("\\s+[-–—|/]+\\s+|\\s*\\|\\s*");
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʼ]");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> TAGS =
      Set.of(
          "external",
          "externo",
          "externa",
          "guest",
          "invitado",
          "invitada",
          "unverified",
          "no verificado",
          "no verificada",
          "host",
          "co host",
          "cohost",
          "anfitrion",
          "anfitriona",
          "coanfitrion",
          "me",
          "yo",
          "she her",
          "he him",
          "they them",
          "ella",
          "el");
  private static final Set<String> TITLES =
      Set.of(
          "dr", "dra", "mr", "mrs", "ms", "miss", "sr", "sra", "srta", "lic", "licda", "ing",
          "prof", "hon", "rev");

  /** Keeps the readings in order. */
  public PersonName {
    readings = Collections.unmodifiableSet(new LinkedHashSet<>(readings));
  }

  /** Reads a name from a cell; a null cell is an empty name. */
  public static PersonName read(@Nullable String cell) {
    return read(cell, null);
  }

  /** Reads a name that came with an institution of its own column. */
  public static PersonName read(@Nullable String cell, @Nullable String institutionCell) {
    String rest = clean(cell);
    String institution = fold(clean(institutionCell));
    Matcher bracket = BRACKETS.matcher(rest);
    if (bracket.find()) {
      if (institution.isEmpty()) {
        institution = fold(bracket.group(1));
      }
      rest = bracket.replaceAll(" ");
    }
    List<String> inParentheses = new ArrayList<>();
    Matcher parenthesis = PARENTHESES.matcher(rest);
    while (parenthesis.find()) {
      String inside = parenthesis.group(1);
      if (!TAGS.contains(fold(inside))) {
        inParentheses.add(inside);
      }
    }
    rest = PARENTHESES.matcher(rest).replaceAll(" ");

    Set<String> readings = new LinkedHashSet<>();
    add(readings, rest);
    String key = readings.isEmpty() ? "" : readings.iterator().next();
    for (String part : SEPARATOR.split(rest, -1)) {
      add(readings, part);
      addTurned(readings, part);
    }
    for (String original : inParentheses) {
      add(readings, original);
      addTurned(readings, original);
    }
    if (key.isEmpty() && !readings.isEmpty()) {
      key = readings.iterator().next();
    }
    return new PersonName(key, readings, institution);
  }

  /** Whether there is anything to compare. */
  public boolean blank() {
    return key.isEmpty();
  }

  /** The readings that say enough to be matched exactly: two words at least. */
  public List<String> telling() {
    return readings.stream().filter(reading -> reading.indexOf(' ') > 0).toList();
  }

  /** The words of all readings, those of a single letter included. */
  public Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    readings.forEach(reading -> words.addAll(wordsOf(reading)));
    return words;
  }

  /** The words of one normalised form. */
  public static List<String> wordsOf(String reading) {
    return reading.isEmpty() ? List.of() : Arrays.asList(reading.split(" ", -1));
  }

  /** Text without case, accents and punctuation, its words separated by one space. */
  public static String fold(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    plain = MARKS.matcher(plain).replaceAll("");
    plain = APOSTROPHES.matcher(plain).replaceAll("");
    return NOT_A_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  private static String clean(@Nullable String cell) {
    if (cell == null) {
      return "";
    }
    String text = cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell;
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\p{Cc}\\p{Cf}]", " ");
  }

  private static void add(Set<String> readings, String text) {
    String reading = untitled(fold(text));
    if (!reading.isEmpty()) {
      readings.add(reading);
    }
  }

  /**
   * {@code Pérez, Ana} is read as {@code Ana Pérez} too, and {@code Ana Pérez, BTEC} as {@code Ana
   * Pérez}.
   */
  private static void addTurned(Set<String> readings, String part) {
    int comma = part.indexOf(',');
    if (comma > 0 && comma == part.lastIndexOf(',')) {
      add(readings, part.substring(comma + 1) + " " + part.substring(0, comma));
      add(readings, part.substring(0, comma));
    }
  }

  private static String untitled(String reading) {
    List<String> words = wordsOf(reading);
    int first = 0;
    while (first < words.size() - 1 && TITLES.contains(words.get(first))) {
      first++;
    }
    return String.join(" ", words.subList(first, words.size()));
  }
}
