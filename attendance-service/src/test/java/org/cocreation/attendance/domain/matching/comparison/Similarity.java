package org.cocreation.attendance.domain.matching.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cocreation.attendance.domain.matching.comparison.Rule.Answer;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Person;

/**
 * The registered address first, else the most similar name wins if it is more than 60 % similar.
 * Nobody is asked.
 */
final class Similarity implements Rule {

  private static final double ENOUGH = 60;

  private final List<Person> roster;
  private final List<String> names;
  private final Map<String, String> byEmail = new HashMap<>();

  Similarity(List<Person> roster) {
    this.roster = roster;
    this.names = new ArrayList<>();
    for (Person person : roster) {
      Contact contact = Population.contact(person);
      names.add(contact.name().toLowerCase(Locale.ROOT));
      byEmail.put(contact.email(), person.registrationId());
    }
  }

  @Override
  public String title() {
    return "similar name above 60 %";
  }

  @Override
  public List<Answer> judge(int session, List<Row> rows) {
    return rows.stream().map(row -> new Answer(credited(row), "")).toList();
  }

  private Set<String> credited(Row row) {
    String email = row.email();
    String holder = email == null ? null : byEmail.get(email.toLowerCase(Locale.ROOT));
    if (holder != null) {
      return Set.of(holder);
    }
    String name = row.name().toLowerCase(Locale.ROOT);
    double best = ENOUGH;
    String wins = null;
    for (int i = 0; i < names.size(); i++) {
      String other = names.get(i);
      double possible =
          Math.min(name.length(), other.length()) * 200.0 / (name.length() + other.length());
      if (possible > best) {
        double percent = SimilarText.percent(name, other);
        if (percent > best) {
          best = percent;
          wins = roster.get(i).registrationId();
        }
      }
    }
    return wins == null ? Set.of() : Set.of(wins);
  }
}
