package org.cocreation.attendance.domain.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cocreation.attendance.domain.matching.PersonName.Reading;
import org.jspecify.annotations.Nullable;

/** Takes one cell apart: brackets, segments, titles, devices, two people in one. */
final class NameParser {

  private static final String OPENING = "([{<【《«";
  private static final String CLOSING = ")]}>】》»";
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[-–—―/\\\\•·:~]+\\s+|\\s*[|¦]+\\s*|\\s*[•;]\\s*|\\s+@\\s*(?=\\p{L})");
  private static final Pattern JOINING =
      Pattern.compile(
          "\\s*[&+]\\s*|\\s+(?:y|and|Y|AND|und|con|with)\\s+|\\s+[eE]\\s+(?=[hH]?[iIíÍ])");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern POSSESSIVE = Pattern.compile("'s?(?=[^\\p{L}\\p{N}]|$)");
  private static final int MOST_READINGS = 8;

  private final String cell;
  private final Set<String> institutions = new LinkedHashSet<>();
  private final List<String> originals = new ArrayList<>();
  private final Map<String, Reading> readings = new LinkedHashMap<>();
  private final Set<String> owners = new LinkedHashSet<>();
  private boolean device;
  private @Nullable EmailAddress address;

  NameParser(String cell, String institution) {
    this.cell = Folding.clean(cell);
    institution(institution);
  }

  /** The key alone, without taking the cell apart where there is nothing to take apart. */
  static String key(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char each = cell.charAt(i);
      if (each >= 0x250
          || OPENING.indexOf(each) >= 0
          || CLOSING.indexOf(each) >= 0
          || each == '@') {
        return new NameParser(cell, "").parse().key();
      }
    }
    return untitled(Folding.fold(cell));
  }

  PersonName parse() {
    String rest = withoutBrackets().strip();
    if (ADDRESS.matcher(rest).matches()) {
      address = EmailAddress.read(rest).orElse(null);
      return name(Folding.fold(rest), List.of());
    }
    List<String> typed = segments(rest);
    List<String> segments =
        typed.stream().map(this::plain).filter(each -> !each.isEmpty()).toList();
    read(String.join(" ", segments), originals, false, false);
    for (String segment : typed) {
      comma(segment, segments);
    }
    if (segments.size() > 1) {
      for (int i = 0; i < segments.size(); i++) {
        List<String> beside = new ArrayList<>(segments);
        beside.remove(i);
        beside.addAll(originals);
        read(segments.get(i), beside, false, false);
      }
    }
    for (int i = 0; i < originals.size(); i++) {
      List<String> beside = new ArrayList<>(originals);
      beside.remove(i);
      beside.addAll(segments);
      read(originals.get(i), beside, true, false);
    }
    String whole = untitled(Folding.fold(rest));
    if (whole.isEmpty() && !readings.isEmpty()) {
      whole = readings.keySet().iterator().next();
    }
    return name(whole, people(rest));
  }

  private PersonName name(String key, List<String> people) {
    return new PersonName(
        key,
        List.copyOf(readings.values()),
        List.copyOf(institutions),
        people,
        List.copyOf(owners),
        device,
        address);
  }

  /** Sets aside what stands in brackets; one that is never closed reaches to the end. */
  private String withoutBrackets() {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    while (at < cell.length()) {
      int kind = OPENING.indexOf(cell.charAt(at));
      if (kind < 0) {
        rest.append(CLOSING.indexOf(cell.charAt(at)) < 0 ? cell.charAt(at) : ' ');
        at++;
        continue;
      }
      int end = cell.indexOf(CLOSING.charAt(kind), at + 1);
      String inside = cell.substring(at + 1, end < 0 ? cell.length() : end);
      if (kind == 0) {
        original(inside);
      } else {
        bracketed(inside);
      }
      rest.append(' ');
      at = end < 0 ? cell.length() : end + 1;
    }
    return rest.toString();
  }

  private void original(String inside) {
    String text = plain(inside);
    if (!text.isEmpty()) {
      originals.add(text);
    }
  }

  private void bracketed(String inside) {
    if (inside.indexOf('@') > 0 && address == null) {
      address = EmailAddress.read(inside).orElse(null);
    }
    if (inside.indexOf('@') < 0) {
      institution(inside);
    }
  }

  private void institution(String text) {
    String folded = Folding.fold(text);
    if (!folded.isEmpty() && !remark(folded)) {
      institutions.add(folded);
    }
  }

  private static List<String> segments(String rest) {
    List<String> segments = new ArrayList<>();
    Matcher separator = SEPARATOR.matcher(rest);
    int from = 0;
    while (separator.find()) {
      segments.add(rest.substring(from, separator.start()));
      from = separator.end();
    }
    segments.add(rest.substring(from));
    return segments;
  }

  /** A segment folded, without title; empty when it is a remark, a number or only a device. */
  private String plain(String segment) {
    String folded = untitled(Folding.fold(segment));
    List<String> words = PersonName.wordsOf(folded);
    if (words.stream().anyMatch(NameWords::device)) {
      device = true;
      folded = untitled(Folding.fold(POSSESSIVE.matcher(segment).replaceAll(" ")));
      List<String> left =
          PersonName.wordsOf(folded).stream()
              .filter(word -> !NameWords.device(word) && !NameWords.small(word))
              .filter(word -> word.codePoints().allMatch(Character::isLetter))
              .toList();
      // Whose device it is does not say who holds it: somebody to suggest, not a name to accept.
      if (!left.isEmpty()) {
        owners.add(String.join(" ", left));
      }
      return "";
    }
    return remark(folded) ? "" : folded;
  }

  private static boolean remark(String folded) {
    return NameWords.tag(folded) || folded.codePoints().noneMatch(Character::isLetter);
  }

  private static String untitled(String folded) {
    List<String> words = PersonName.wordsOf(folded);
    int first = 0;
    int end = words.size();
    while (first < end - 1 && NameWords.title(words.get(first))) {
      first++;
    }
    while (end > first + 1
        && (NameWords.letters(words.get(end - 1)) || counted(words.get(end - 1)))) {
      end--;
    }
    return first == 0 && end == words.size() ? folded : String.join(" ", words.subList(first, end));
  }

  /** A second device of the same person: {@code Ana Cal 2}. */
  private static boolean counted(String word) {
    return word.length() <= 2 && word.codePoints().allMatch(Character::isDigit);
  }

  /**
   * {@code Pérez, Ana} is read as {@code Ana Pérez} too, and {@code Ana Pérez, BTEC} as {@code Ana
   * Pérez} beside BTEC.
   */
  private void comma(String segment, List<String> segments) {
    int comma = segment.indexOf(',');
    if (comma <= 0 || comma != segment.lastIndexOf(',')) {
      return;
    }
    String before = plain(segment.substring(0, comma));
    String after = plain(segment.substring(comma + 1));
    if (before.isEmpty()) {
      return;
    }
    List<String> beside = new ArrayList<>(segments);
    beside.remove(plain(segment));
    beside.addAll(originals);
    if (after.isEmpty() || NameWords.letters(after)) {
      read(before, beside, false, false);
      return;
    }
    read(after + " " + before, beside, false, true);
    List<String> more = new ArrayList<>(beside);
    more.add(after);
    read(before, more, false, false);
  }

  private void read(String text, List<String> beside, boolean original, boolean turned) {
    if (!text.isEmpty() && readings.size() < MOST_READINGS) {
      readings.merge(
          text,
          new Reading(text, beside, original, turned),
          (first, second) ->
              new Reading(
                  text,
                  first.beside().size() <= second.beside().size()
                      ? first.beside()
                      : second.beside(),
                  first.original() && second.original(),
                  first.turned() || second.turned()));
    }
  }

  /** The names of several people that a cell joins. */
  private List<String> people(String rest) {
    List<String> names = new ArrayList<>();
    String[] parts = JOINING.split(rest, 6);
    if (parts.length > 1) {
      for (String part : parts) {
        String text = plain(part);
        if (!text.isEmpty()) {
          names.add(text);
        }
      }
    }
    return names.size() < 2 ? List.of() : names;
  }
}
