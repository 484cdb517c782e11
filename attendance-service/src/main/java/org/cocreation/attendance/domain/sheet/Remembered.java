package org.cocreation.attendance.domain.sheet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.matching.Alias;
import org.cocreation.attendance.domain.matching.Aliases;
import org.cocreation.attendance.domain.matching.Identity;

/** Remembers decisions for the other sessions of a programme, or says what would be remembered. */
final class Remembered {

  private final Aliases aliases;

  Remembered(Aliases aliases) {
    this.aliases = aliases;
  }

  /** Remembers what is decided about an observation, or forgets what was. */
  void update(Observation decided) {
    aliases.change(
        idOf(decided),
        found -> {
          Alias is = next(found, decided);
          return found.equals(Optional.of(is)) || (found.isEmpty() && is.lessons().isEmpty())
              ? Decided.unchanged(false)
              : Decided.of(is, true);
        });
  }

  /** The aliases as they would be if this observation were saved as it is. */
  Aliases foreseen(Observation decided) {
    String id = idOf(decided);
    return new Overlaid(aliases, id, next(aliases.find(id), decided));
  }

  private static Alias next(Optional<Alias> found, Observation decided) {
    Identity identity = decided.identity();
    Decision decision = decided.decision();
    String sessionId = decided.session().sessionId();
    Alias was = found.orElseGet(() -> Alias.none(decided.session().programmeId(), identity));
    return decision != null && Alias.lasting(identity, decision.state())
        ? was.taught(
            identity,
            new Alias.Lesson(
                sessionId,
                decision.state(),
                decision.registrationIds(),
                decided.seen().name().key(),
                decision.by(),
                decision.at()))
        : was.untaught(sessionId);
  }

  private static String idOf(Observation decided) {
    return Alias.idOf(decided.session().programmeId(), decided.identity());
  }

  /** Aliases of which one is otherwise than it is kept; for looking only. */
  private record Overlaid(Aliases kept, String id, Alias instead) implements Aliases {

    @Override
    public Optional<Alias> find(String wanted) {
      return wanted.equals(id) ? Optional.of(instead) : kept.find(wanted);
    }

    @Override
    public Map<String, Alias> findAll(Collection<String> ids) {
      Map<String, Alias> found = new HashMap<>(kept.findAll(ids));
      if (ids.contains(id)) {
        found.put(id, instead);
      }
      return found;
    }

    @Override
    public List<String> standingFor(Collection<String> registrationIds) {
      throw new UnsupportedOperationException("only looked up by id");
    }

    @Override
    public <R> R change(String key, Function<Optional<Alias>, Decided<Alias, R>> decide) {
      throw new UnsupportedOperationException("nothing is saved while foreseeing");
    }

    @Override
    public <R> List<R> changeAll(
        Map<String, Function<Optional<Alias>, Decided<Alias, R>>> decisions) {
      throw new UnsupportedOperationException("nothing is saved while foreseeing");
    }
  }
}
