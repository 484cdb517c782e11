package org.cocreation.attendance.domain.matching.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.matching.Alias;
import org.cocreation.attendance.domain.matching.EmailAddress;
import org.cocreation.attendance.domain.matching.Identity;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.matching.PersonName;
import org.cocreation.attendance.domain.matching.RosterMatcher;
import org.cocreation.attendance.domain.matching.Seen;
import org.cocreation.attendance.domain.roster.Person;

/** The rules of this service, with a coordinator who knows everybody and decides truly. */
class Ours implements Rule {

  final Indexed.Decisions aliases = new Indexed.Decisions();
  private final RosterMatcher matcher;

  Ours(List<Person> roster) {
    this(new Indexed.People(roster));
  }

  Ours(Indexed.People people) {
    matcher = new RosterMatcher(people, aliases);
  }

  @Override
  public String title() {
    return "this service";
  }

  @Override
  public List<Answer> judge(int session, List<Row> rows) {
    List<Seen> all = rows.stream().map(Ours::seen).distinct().toList();
    Map<Identity, Match> matches = matcher.match(Population.PROGRAMME, all);
    List<Answer> answers = new ArrayList<>();
    for (Row row : rows) {
      Identity identity = identity(row);
      Match match = Objects.requireNonNull(matches.get(identity));
      answers.add(answer(identity, match, seen(row)));
    }
    return answers;
  }

  Answer answer(Identity identity, Match match, Seen seen) {
    return new Answer(
        Set.copyOf(match.registrationIds()),
        match.state() == Match.State.WAITING ? identity.toString() : "");
  }

  @Override
  public void decided(int session, List<Row> asked) {
    Map<Identity, Set<String>> truth = new LinkedHashMap<>();
    Map<Identity, String> under = new HashMap<>();
    for (Row row : asked) {
      under.merge(identity(row), seen(row).name().key(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      truth.computeIfAbsent(identity(row), key -> new TreeSet<>()).addAll(row.truly());
    }
    truth.forEach(
        (identity, people) -> {
          Match.State state = people.isEmpty() ? Match.State.NOBODY : Match.State.MATCHED;
          if (Alias.lasting(identity, state)) {
            Alias.Lesson lesson =
                new Alias.Lesson(
                    "w" + session,
                    state,
                    List.copyOf(people),
                    under.getOrDefault(identity, ""),
                    "coordinator",
                    Instant.EPOCH);
            aliases.change(
                Alias.idOf(Population.PROGRAMME, identity),
                found ->
                    Decided.of(
                        found
                            .orElseGet(() -> Alias.none(Population.PROGRAMME, identity))
                            .taught(identity, lesson),
                        true));
          }
        });
  }

  static Identity identity(Row row) {
    return Identity.of(
            null,
            EmailAddress.read(row.email()).orElse(null),
            PersonName.read(row.name(), row.institution()))
        .orElseThrow();
  }

  static Seen seen(Row row) {
    return new Seen(
        identity(row),
        EmailAddress.read(row.email()).orElse(null),
        PersonName.read(row.name(), row.institution()));
  }
}
