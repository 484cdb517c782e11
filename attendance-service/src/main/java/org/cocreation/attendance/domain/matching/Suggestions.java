package org.cocreation.attendance.domain.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.cocreation.attendance.domain.roster.RosterKey.Kind;

/**
 * Thinks of people who might be meant by what a feed shows, with reasons that a coordinator can
 * weigh.
 */
public final class Suggestions {

  private static final int SHOWN = 5;
  private static final int CANDIDATES = 5_000;

  private final Roster roster;

  /** Suggests people of this roster. */
  public Suggestions(Roster roster) {
    this.roster = roster;
  }

  /** The likeliest few for each of them, keyed by identity; looked up together. */
  public Map<Identity, List<Suggestion>> suggest(String programmeId, Collection<Seen> all) {
    Set<RosterKey> keys = new LinkedHashSet<>();
    all.forEach(seen -> keys.addAll(hints(programmeId, seen)));
    Map<RosterKey, List<Person>> bearers = new HashMap<>();
    for (Person person : roster.bearers(keys, CANDIDATES)) {
      for (RosterKey key : PersonKeys.of(person)) {
        if (keys.contains(key)) {
          bearers.computeIfAbsent(key, k -> new ArrayList<>()).add(person);
        }
      }
    }
    Map<Identity, List<Suggestion>> suggestions = new HashMap<>();
    for (Seen seen : all) {
      Map<String, Person> candidates = new LinkedHashMap<>();
      for (RosterKey key : hints(programmeId, seen)) {
        bearers
            .getOrDefault(key, List.of())
            .forEach(person -> candidates.put(person.registrationId(), person));
      }
      suggestions.put(
          seen.identity(),
          candidates.values().stream()
              .filter(Person::matchable)
              .map(person -> weigh(seen, person))
              .filter(suggestion -> !suggestion.reasons().isEmpty())
              .sorted(
                  Comparator.comparingInt(Suggestion::score)
                      .reversed()
                      .thenComparing(suggestion -> suggestion.person().registrationId()))
              .limit(SHOWN)
              .toList());
    }
    return suggestions;
  }

  private static List<RosterKey> hints(String programmeId, Seen seen) {
    List<RosterKey> keys = new ArrayList<>(seen.exactKeys(programmeId));
    EmailAddress email = seen.email();
    if (email != null) {
      keys.add(new RosterKey(programmeId, Kind.MAILBOX, email.mailbox()));
    }
    for (String word : seen.name().words()) {
      if (word.length() > 1) {
        keys.add(new RosterKey(programmeId, Kind.WORD, word));
      }
    }
    return keys;
  }

  private static Suggestion weigh(Seen seen, Person person) {
    Contact contact = person.contact();
    List<Bilingual> reasons = new ArrayList<>();
    int score = 0;
    if (contact != null) {
      score += weighEmail(seen, contact, reasons);
      score += weighName(seen, PersonKeys.nameKey(contact), reasons);
      String organisation = contact.organisation();
      if (!reasons.isEmpty()
          && organisation != null
          && !seen.name().institution().isEmpty()
          && PersonName.fold(organisation).equals(seen.name().institution())) {
        score += 20;
        reasons.add(
            new Bilingual("comes from the same institution", "viene de la misma institución"));
      }
    }
    return new Suggestion(person, Math.max(1, Math.min(99, score)), reasons);
  }

  private static int weighEmail(Seen seen, Contact contact, List<Bilingual> reasons) {
    EmailAddress email = seen.email();
    EmailAddress own = EmailAddress.read(contact.email()).orElse(null);
    if (email == null || own == null) {
      return 0;
    }
    if (own.equals(email)) {
      reasons.add(new Bilingual("has exactly this e-mail", "tiene exactamente este correo"));
      return 60;
    }
    if (own.mailbox().equals(email.mailbox())) {
      reasons.add(
          new Bilingual(
              "has the same e-mail but for what follows the @",
              "tiene el mismo correo salvo lo que sigue a la @"));
      return 40;
    }
    return 0;
  }

  private static int weighName(Seen seen, String registered, List<Bilingual> reasons) {
    if (seen.name().telling().contains(registered)) {
      reasons.add(new Bilingual("has exactly this name", "tiene exactamente este nombre"));
      return 60;
    }
    List<String> own = PersonName.wordsOf(registered);
    for (String reading : seen.name().telling()) {
      if (new HashSet<>(PersonName.wordsOf(reading)).equals(new HashSet<>(own))) {
        reasons.add(
            new Bilingual(
                "has the same words in the name, in another order",
                "tiene las mismas palabras en el nombre, en otro orden"));
        return 50;
      }
    }
    int score = 0;
    Set<String> words = seen.name().words();
    List<String> left = new ArrayList<>(own);
    for (String word : own) {
      if (word.length() > 1 && words.contains(word)) {
        left.remove(word);
        score += 15;
        reasons.add(
            new Bilingual(
                "shares the word “" + word + "” of the name",
                "comparte la palabra «" + word + "» del nombre"));
      }
    }
    if (score > 0) {
      for (String word : words) {
        if (word.length() == 1 && left.stream().anyMatch(own1 -> own1.startsWith(word))) {
          score += 10;
          reasons.add(
              new Bilingual(
                  "has a name that begins with “" + word + "”",
                  "tiene un nombre que empieza por «" + word + "»"));
          break;
        }
      }
    }
    return score;
  }
}
