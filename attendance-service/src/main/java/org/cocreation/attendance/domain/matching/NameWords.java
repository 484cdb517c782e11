package org.cocreation.attendance.domain.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Words that stand with names and are no names; read once from {@code name-words.txt}. */
final class NameWords {

  private static final Map<String, Set<String>> LISTS = new HashMap<>();
  private static final Map<String, Set<String>> NICKNAMES = new HashMap<>();

  static {
    load();
  }

  private NameWords() {}

  static boolean title(String word) {
    return listed("titles", word);
  }

  /** Letters behind a name, such as PhD. */
  static boolean letters(String word) {
    return listed("letters", word);
  }

  /** A remark in brackets that says nothing about who it is. */
  static boolean tag(String folded) {
    return listed("tags", folded);
  }

  static boolean device(String word) {
    return listed("devices", word);
  }

  /** A word that the name of an institution may hold and a person's name does not. */
  static boolean ofInstitutions(String word) {
    return listed("institutions", word);
  }

  /** An article or preposition. */
  static boolean small(String word) {
    return listed("small", word);
  }

  /** Joins the names of two people. */
  static boolean joining(String word) {
    return listed("joining", word);
  }

  /** A given name that is a family name too. */
  static boolean either(String word) {
    return listed("either", word);
  }

  /** The names that a short or pet name may stand for. */
  static Set<String> standsFor(String word) {
    return NICKNAMES.getOrDefault(word, Set.of());
  }

  private static boolean listed(String list, String word) {
    return LISTS.getOrDefault(list, Set.of()).contains(word);
  }

  private static void load() {
    try (InputStream in =
            Objects.requireNonNull(NameWords.class.getResourceAsStream("name-words.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String list = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          list = line.substring(1, line.indexOf(']'));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          add(list, line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String list, String line) {
    if (list.equals("nicknames")) {
      int colon = line.indexOf(':');
      NICKNAMES
          .computeIfAbsent(Folding.fold(line.substring(0, colon)), key -> new LinkedHashSet<>())
          .addAll(Arrays.asList(Folding.fold(line.substring(colon + 1)).split(" ", -1)));
      return;
    }
    List<String> words = Arrays.asList(line.split(list.equals("tags") ? ";" : " ", -1));
    Set<String> all = LISTS.computeIfAbsent(list, key -> new LinkedHashSet<>());
    words.stream().map(Folding::fold).filter(word -> !word.isEmpty()).forEach(all::add);
  }
}
