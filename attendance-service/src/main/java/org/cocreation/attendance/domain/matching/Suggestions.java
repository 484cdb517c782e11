package org.cocreation.attendance.domain.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.cocreation.attendance.domain.roster.RosterKey.Kind;

/**
 * Thinks of people who might be meant by what a feed shows, with reasons that a coordinator can
 * weigh. Where a row joins several names, each of them gets suggestions of its own.
 *
 * <p>The work is bounded for each row: so many keys, so many people for a key. What more people
 * have in common than that tells nobody apart, and is left out.
 */
public final class Suggestions {

  private static final int SHOWN = 5;
  private static final int SHOWN_FOR_EACH_OF_SEVERAL = 3;
  private static final int MOST_KEYS = 80;
  private static final int CROWD = 20;
  private static final int LIKELY = 50;
  private static final Set<Kind> VAGUE = EnumSet.of(Kind.EDGE, Kind.SOUND);
  private static final Comparator<Suggestion> LIKELIEST_FIRST =
      Comparator.comparingInt(Suggestion::score)
          .reversed()
          .thenComparing(suggestion -> suggestion.person().registrationId());

  private final Roster roster;
  private final Aliases aliases;

  /** Suggests people of this roster, and those for whom an identity was decided before. */
  public Suggestions(Roster roster, Aliases aliases) {
    this.roster = roster;
    this.aliases = aliases;
  }

  /** The likeliest few for each of them, keyed by identity; looked up together. */
  public Map<Identity, List<Suggestion>> suggest(String programmeId, Collection<Seen> all) {
    Before before = before(programmeId, all);
    Map<Identity, List<Suggestion>> suggestions = new HashMap<>();
    List<Seen> left = List.copyOf(all);
    // What many have in common is looked up only where what few have leads to nobody likely.
    for (Closeness closeness : Closeness.values()) {
      suggestions.putAll(suggest(programmeId, left, before, closeness));
      int enough = closeness == Closeness.WHOLE_WORDS ? LIKELY : 1;
      left = left.stream().filter(seen -> !found(suggestions, seen, enough)).toList();
    }
    return suggestions;
  }

  private static boolean found(Map<Identity, List<Suggestion>> suggestions, Seen seen, int enough) {
    List<Suggestion> some = suggestions.getOrDefault(seen.identity(), List.of());
    return seen.name().people().isEmpty() && !some.isEmpty() && some.get(0).score() >= enough;
  }

  private Map<Identity, List<Suggestion>> suggest(
      String programmeId, Collection<Seen> all, Before before, Closeness closeness) {
    Map<Identity, List<Sought>> sought = new LinkedHashMap<>();
    Set<RosterKey> keys = new LinkedHashSet<>();
    for (Seen seen : all) {
      List<Sought> each = sought(programmeId, seen, closeness);
      sought.put(seen.identity(), each);
      each.forEach(one -> keys.addAll(one.keys()));
    }
    Map<RosterKey, List<Person>> bearers = roster.bearers(keys, CROWD + 1);
    Map<Identity, List<Suggestion>> suggestions = new HashMap<>();
    sought.forEach(
        (identity, each) ->
            suggestions.put(
                identity,
                each.size() == 1
                    ? likeliest(each.get(0), bearers, before, SHOWN)
                    : inTurn(
                        each.stream()
                            .map(one -> likeliest(one, bearers, before, SHOWN_FOR_EACH_OF_SEVERAL))
                            .toList())));
    return suggestions;
  }

  private Before before(String programmeId, Collection<Seen> all) {
    Map<String, Alias> remembered =
        aliases.findAll(
            all.stream().map(seen -> Alias.idOf(programmeId, seen.identity())).toList());
    Map<Identity, List<Alias.Lesson>> lessons = new HashMap<>();
    Set<String> ids = new LinkedHashSet<>();
    remembered
        .values()
        .forEach(
            alias -> {
              lessons.put(alias.identity(), alias.lessons());
              ids.addAll(alias.people());
            });
    return new Before(lessons, roster.findAll(ids));
  }

  private static List<Suggestion> likeliest(
      Sought sought, Map<RosterKey, List<Person>> bearers, Before before, int shown) {
    List<Alias.Lesson> lessons = before.of(sought.seen());
    Map<String, Person> candidates = new LinkedHashMap<>(before.people(lessons));
    for (RosterKey key : sought.keys()) {
      List<Person> some = bearers.getOrDefault(key, List.of());
      if (some.size() <= CROWD) {
        some.forEach(person -> candidates.put(person.registrationId(), person));
      }
    }
    return candidates.values().stream()
        .filter(Person::matchable)
        .flatMap(person -> Weighing.weigh(sought.seen(), sought.texts(), lessons, person).stream())
        .sorted(LIKELIEST_FIRST)
        .limit(shown)
        .toList();
  }

  /** The likeliest for each of the people first, then the next of each; everybody once. */
  private static List<Suggestion> inTurn(List<List<Suggestion>> lists) {
    Map<String, Suggestion> all = new LinkedHashMap<>();
    for (int place = 0; place < SHOWN_FOR_EACH_OF_SEVERAL; place++) {
      for (List<Suggestion> list : lists) {
        if (place < list.size()) {
          all.putIfAbsent(list.get(place).person().registrationId(), list.get(place));
        }
      }
    }
    return List.copyOf(all.values());
  }

  private static List<Sought> sought(String programmeId, Seen seen, Closeness closeness) {
    List<String> people = seen.name().people();
    if (people.isEmpty()) {
      List<String> texts = new ArrayList<>(seen.texts());
      texts.addAll(seen.name().owners());
      return List.of(new Sought(seen, texts, keys(programmeId, seen, texts, closeness)));
    }
    List<String> last = PersonName.wordsOf(people.get(people.size() - 1));
    List<Sought> each = new ArrayList<>();
    for (String person : people) {
      List<String> texts = new ArrayList<>(List.of(person));
      if (last.size() > 1 && PersonName.wordsOf(person).size() == 1) {
        // "Ana y Luis Pérez": the family name may be hers as well.
        texts.add(person + " " + last.get(last.size() - 1));
      }
      each.add(new Sought(seen, texts, keys(programmeId, seen, texts, closeness)));
    }
    return each;
  }

  private static Set<RosterKey> keys(
      String programmeId, Seen seen, List<String> texts, Closeness closeness) {
    Set<RosterKey> keys = new LinkedHashSet<>();
    EmailAddress email = seen.email();
    if (email != null) {
      keys.add(new RosterKey(programmeId, Kind.EMAIL, email.key()));
      keys.add(new RosterKey(programmeId, Kind.MAILBOX, email.plainMailbox()));
    }
    for (String text : texts) {
      keys.add(new RosterKey(programmeId, Kind.NAME, PersonName.Reading.sorted(text)));
    }
    for (String text : texts) {
      NameKeys.asked(programmeId, text).stream()
          .filter(key -> closeness != Closeness.WHOLE_WORDS || !VAGUE.contains(key.kind()))
          .forEach(keys::add);
    }
    if (closeness == Closeness.ANYTHING) {
      for (String text : texts) {
        keys.add(new RosterKey(programmeId, Kind.ORGANISATION, text));
        keys.addAll(NameKeys.words(programmeId, text));
      }
    }
    return keys.size() <= MOST_KEYS
        ? keys
        : new LinkedHashSet<>(List.copyOf(keys).subList(0, MOST_KEYS));
  }

  /**
   * One person who is looked for.
   *
   * @param seen the row
   * @param texts what may be the name
   * @param keys by which to look
   */
  private record Sought(Seen seen, List<String> texts, Set<RosterKey> keys) {}

  /** By what people are looked for; each includes what comes before it. */
  private enum Closeness {
    /** Addresses, and words of the name as they are. */
    WHOLE_WORDS,
    /** Words mistyped, or as they sound. */
    PARTS_OF_WORDS,
    /** A single word, or the institution. */
    ANYTHING
  }

  /**
   * What was decided about these identities before.
   *
   * @param lessons by identity
   * @param people whom they name, by registration id
   */
  private record Before(Map<Identity, List<Alias.Lesson>> lessons, Map<String, Person> people) {

    List<Alias.Lesson> of(Seen seen) {
      return lessons.getOrDefault(seen.identity(), List.of());
    }

    Map<String, Person> people(List<Alias.Lesson> some) {
      Map<String, Person> named = new LinkedHashMap<>();
      for (Alias.Lesson lesson : some) {
        for (String id : lesson.registrationIds()) {
          Person person = people.get(id);
          if (person != null) {
            named.put(id, person);
          }
        }
      }
      return named;
    }
  }
}
