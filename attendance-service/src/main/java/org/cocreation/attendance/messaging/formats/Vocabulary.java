package org.cocreation.attendance.messaging.formats;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The words by which exports in several languages call things, compared without regard to case,
 * accents and punctuation, and the orders in which they write dates. It is data: see the files in
 * {@code vocabulary/}, and the configuration that adds to them.
 */
final class Vocabulary {

  private final Map<Term, Map<String, Set<String>>> words = new EnumMap<>(Term.class);
  private final Map<Term, String> titles = new EnumMap<>(Term.class);
  private final Map<String, Set<DateOrder>> orders = new LinkedHashMap<>();
  private final Map<String, Integer> months = new HashMap<>();

  /** Puts languages together, the first giving the titles by which people are told of columns. */
  Vocabulary(List<Language> languages) {
    languages.forEach(this::add);
  }

  /** Whether a cell says this, in any language. */
  boolean says(String cell, Term term) {
    return words.getOrDefault(term, Map.of()).containsKey(Cells.header(cell));
  }

  /** Which of several things a cell says; empty when none of them. */
  Optional<Term> which(String cell, Term... terms) {
    String folded = Cells.header(cell);
    for (Term term : terms) {
      if (words.getOrDefault(term, Map.of()).containsKey(folded)) {
        return Optional.of(term);
      }
    }
    return Optional.empty();
  }

  /** All words for a thing, comparable, the first language's first. */
  Set<String> words(Term term) {
    return words.getOrDefault(term, Map.of()).keySet();
  }

  /** What the first language calls it. */
  String title(Term term) {
    return titles.getOrDefault(term, term.key());
  }

  /** The orders of dates in the languages that a header may be written in. */
  Set<DateOrder> orders(Set<String> languages) {
    Set<DateOrder> some = EnumSet.noneOf(DateOrder.class);
    languages.forEach(language -> some.addAll(orders.getOrDefault(language, Set.of())));
    if (some.isEmpty()) {
      orders.values().forEach(some::addAll);
    }
    return some;
  }

  /** The languages in which most of these headers are words for these things. */
  Set<String> languages(Map<Term, String> headers) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    headers.forEach(
        (term, cell) ->
            words
                .getOrDefault(term, Map.of())
                .getOrDefault(Cells.header(cell), Set.of())
                .forEach(language -> votes.merge(language, 1, Integer::sum)));
    int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    Set<String> languages = new LinkedHashSet<>();
    votes.forEach(
        (language, count) -> {
          if (count == most) {
            languages.add(language);
          }
        });
    return languages;
  }

  /** The month of this name, in any language. */
  OptionalInt month(String word) {
    Integer month = months.get(Cells.header(word));
    return month == null ? OptionalInt.empty() : OptionalInt.of(month);
  }

  private void add(Language language) {
    language
        .words()
        .forEach(
            (term, some) -> {
              for (String word : some) {
                titles.putIfAbsent(term, word);
                words
                    .computeIfAbsent(term, key -> new LinkedHashMap<>())
                    .computeIfAbsent(Cells.header(word), key -> new LinkedHashSet<>())
                    .add(language.name());
                refuseTwoMeanings(language, term, word);
              }
            });
    orders
        .computeIfAbsent(language.name(), key -> EnumSet.noneOf(DateOrder.class))
        .addAll(language.dates());
    for (int i = 0; i < language.months().size(); i++) {
      for (String name : language.months().get(i)) {
        months.put(Cells.header(name), i + 1);
      }
    }
  }

  private void refuseTwoMeanings(Language language, Term term, String word) {
    for (Map.Entry<Term, Map<String, Set<String>>> other : words.entrySet()) {
      if (other.getKey() != term
          && other.getKey().group().equals(term.group())
          && other.getValue().containsKey(Cells.header(word))) {
        throw new BrokenVocabulary(
            language.source(),
            "“" + word + "” cannot mean both " + other.getKey().key() + " and " + term.key());
      }
    }
  }

  /**
   * The words of one language, from one file.
   *
   * @param source where they come from, for error messages
   * @param name the language, such as {@code es}
   * @param dates the orders in which it writes dates
   * @param months the names of the twelve months; empty when it has none
   * @param words its words
   */
  record Language(
      String source,
      String name,
      Set<DateOrder> dates,
      List<List<String>> months,
      Map<Term, List<String>> words) {

    Language {
      dates = Set.copyOf(dates);
      months = months.stream().map(List::copyOf).toList();
      Map<Term, List<String>> copy = new EnumMap<>(Term.class);
      words.forEach((term, some) -> copy.put(term, List.copyOf(new ArrayList<>(some))));
      words = copy;
    }
  }
}
