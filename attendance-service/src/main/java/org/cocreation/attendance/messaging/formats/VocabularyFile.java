package org.cocreation.attendance.messaging.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a vocabulary file: YAML with {@code language}, {@code dates}, {@code months} and {@code
 * words}. Whatever cannot be right is refused by name.
 */
final class VocabularyFile {

  private static final int LONGEST_WORD = 100;
  private static final int LARGEST = 1_000_000;

  private final String source;

  private VocabularyFile(String source) {
    this.source = source;
  }

  /**
   * Reads one.
   *
   * @param source where it comes from, for error messages
   */
  static Vocabulary.Language read(String source, InputStream in) {
    return new VocabularyFile(source).read(in);
  }

  private Vocabulary.Language read(InputStream in) {
    Object root;
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      options.setMaxAliasesForCollections(0);
      options.setCodePointLimit(LARGEST);
      String text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
      root = new Yaml(new SafeConstructor(options)).load(text);
    } catch (YAMLException e) {
      throw wrong("it is no YAML: " + firstLine(e));
    } catch (IOException e) {
      throw wrong("it cannot be read: " + e.getMessage());
    }
    Map<?, ?> map = map(root, "the file");
    for (Object key : map.keySet()) {
      if (!Set.of("language", "dates", "months", "words").contains(key)) {
        throw wrong("“" + key + "” is none of language, dates, months, words");
      }
    }
    if (!(map.get("language") instanceof String language) || language.isBlank()) {
      throw wrong("language must be a word such as fr");
    }
    return new Vocabulary.Language(
        source,
        language,
        dates(map.get("dates")),
        months(map.get("months")),
        words(map.get("words")));
  }

  private Set<DateOrder> dates(@Nullable Object value) {
    Set<DateOrder> orders = EnumSet.noneOf(DateOrder.class);
    for (String order : value == null ? List.<String>of() : strings(value, "dates")) {
      try {
        orders.add(DateOrder.valueOf(order.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw wrong("dates: “" + order + "” is none of dmy, mdy, ymd");
      }
    }
    return orders;
  }

  private List<List<String>> months(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list) || list.size() != 12) {
      throw wrong("months must be a list of twelve lists of names");
    }
    List<List<String>> months = new ArrayList<>();
    for (Object each : list) {
      months.add(strings(each, "months"));
    }
    return months;
  }

  private Map<Term, List<String>> words(@Nullable Object value) {
    Map<Term, List<String>> words = new EnumMap<>(Term.class);
    if (value == null) {
      return words;
    }
    for (Map.Entry<?, ?> entry : map(value, "words").entrySet()) {
      String key = String.valueOf(entry.getKey());
      Term term =
          Term.called(key)
              .orElseThrow(
                  () -> wrong("words: nothing is called “" + key + "”; known are " + keys()));
      words.put(term, strings(entry.getValue(), "words." + key));
    }
    return words;
  }

  private List<String> strings(@Nullable Object value, String where) {
    if (!(value instanceof List<?> list)) {
      throw wrong(where + " must be a list, such as [\"Nom\", \"Nom complet\"]");
    }
    List<String> strings = new ArrayList<>();
    for (Object each : list) {
      if (!(each instanceof String word)) {
        throw wrong(where + ": “" + each + "” must stand in quotation marks");
      }
      if (Cells.header(word).isEmpty() || word.length() > LONGEST_WORD) {
        throw wrong(where + ": a word has letters, and at most " + LONGEST_WORD + " characters");
      }
      strings.add(word);
    }
    return strings;
  }

  private Map<?, ?> map(@Nullable Object value, String where) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong(where + " must hold keys and values");
  }

  private BrokenVocabulary wrong(String detail) {
    return new BrokenVocabulary(source, detail);
  }

  private static String keys() {
    List<String> keys = new ArrayList<>();
    for (Term term : Term.values()) {
      keys.add(term.key());
    }
    return String.join(", ", keys);
  }

  private static String firstLine(YAMLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
