package org.cocreation.attendance.domain.matching.comparison;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.attendance.domain.matching.Identity;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.matching.Seen;
import org.cocreation.attendance.domain.matching.Suggestion;
import org.cocreation.attendance.domain.matching.Suggestions;
import org.cocreation.attendance.domain.roster.Person;

/**
 * A planted violation: our rules, but a good suggestion is taken for an answer. What finds no wrong
 * credit here would find none anywhere.
 */
final class Looser extends Ours {

  private final Suggestions suggestions;
  private final int enough;

  Looser(List<Person> roster, int enough) {
    this(new Indexed.People(roster), enough);
  }

  private Looser(Indexed.People people, int enough) {
    super(people);
    this.suggestions = new Suggestions(people, aliases);
    this.enough = enough;
  }

  @Override
  public String title() {
    return "best suggestion of " + enough;
  }

  @Override
  Answer answer(Identity identity, Match match, Seen seen) {
    if (match.state() != Match.State.WAITING) {
      return super.answer(identity, match, seen);
    }
    Map<Identity, List<Suggestion>> all = suggestions.suggest(Population.PROGRAMME, List.of(seen));
    List<Suggestion> best = all.getOrDefault(identity, List.of());
    return best.isEmpty() || best.get(0).score() < enough
        ? super.answer(identity, match, seen)
        : new Answer(Set.of(best.get(0).person().registrationId()), "");
  }
}
