package org.cocreation.attendance.domain.matching;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.matching.Match.By;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.cocreation.attendance.domain.roster.RosterKey.Kind;

/**
 * What is known about the people in a feed, looked up beforehand, and what follows from it.
 *
 * @param programmeId the programme
 * @param bearers who carries the keys
 * @param remembered earlier decisions, by alias id
 * @param byId the people whom ids in rows and earlier decisions name, if they may be matched
 * @param full so many bearers of one key may be only some of them
 */
record Known(
    String programmeId,
    Map<RosterKey, List<Person>> bearers,
    Map<String, Alias> remembered,
    Map<String, Person> byId,
    int full) {

  private static final Bilingual NO_SUCH_ID =
      new Bilingual(
          "Nobody on the roster has this registration id.",
          "Nadie en la lista tiene este identificador de inscripción.");
  private static final Bilingual ID_AGAINST_NAME =
      new Bilingual(
          "The registration id is one person's and the name is exactly another's.",
          "El identificador de inscripción es de una persona y el nombre es exactamente el de otra.");
  private static final Bilingual EMAIL_AGAINST_NAME =
      new Bilingual(
          "The e-mail is one person's and the name is exactly another's.",
          "El correo es de una persona y el nombre es exactamente el de otra.");
  private static final Bilingual FOREIGN_NAME =
      new Bilingual(
          "The e-mail is one person's, but the name is nothing like theirs.",
          "El correo es de una persona, pero el nombre no se parece en nada al suyo.");
  private static final Bilingual SEVERAL_EMAILS =
      new Bilingual(
          "Several registrations have this e-mail.", "Varias inscripciones tienen este correo.");
  private static final Bilingual SEVERAL_NAMES =
      new Bilingual(
          "Several people in this programme may bear this name.",
          "Varias personas de este programa pueden llevar este nombre.");
  private static final Bilingual SEVERAL_PEOPLE =
      new Bilingual(
          "The row seems to stand for several people.", "La fila parece ser de varias personas.");
  private static final Bilingual DIFFERENT_NAMES =
      new Bilingual(
          "Different names stand beside this e-mail; several people may use it.",
          "Junto a este correo hay nombres distintos; puede que lo usen varias personas.");
  private static final Bilingual CONTRADICTED =
      new Bilingual(
          "It was decided differently in different sessions.",
          "Se decidió de manera distinta en distintas sesiones.");
  private static final Bilingual NO_LONGER_CLEAR =
      new Bilingual(
          "It was decided before, but this row may be somebody else.",
          "Se decidió antes, pero esta fila puede ser otra persona.");
  private static final Bilingual TELEPHONE =
      new Bilingual(
          "A telephone number stands in place of a name.",
          "Un número de teléfono está en lugar de un nombre.");
  private static final Bilingual DEVICE =
      new Bilingual(
          "The name of a device does not say who holds it.",
          "El nombre de un aparato no dice quién lo tiene.");
  private static final Bilingual ONE_WORD =
      new Bilingual(
          "A single word is not enough to know who it is.",
          "Una sola palabra no basta para saber quién es.");
  private static final Bilingual NOBODY =
      new Bilingual(
          "Nobody on the roster has this e-mail or exactly this name.",
          "Nadie en la lista tiene este correo o exactamente este nombre.");

  Match match(Seen seen) {
    if (seen.identity().kind() == Identity.Kind.REGISTRATION) {
      return byId(seen);
    }
    Map<String, Person> namesakes = namesakes(seen);
    Alias alias = remembered.get(Alias.idOf(programmeId, seen.identity()));
    if (alias != null && alias.contradicts()) {
      return Match.waiting(CONTRADICTED);
    }
    Alias.Lesson lesson = alias == null ? null : alias.agreed().orElse(null);
    if (lesson != null && byId.keySet().containsAll(lesson.registrationIds())) {
      Optional<Match> before = as(lesson, seen, namesakes);
      if (before.isPresent()) {
        return before.get();
      }
    }
    return seen.email() == null ? byName(seen, namesakes) : byEmail(seen, namesakes);
  }

  /** Whether, as far as is known, a row may come to be matched by its name. */
  boolean mayComeToAName(Seen seen) {
    if (seen.identity().kind() == Identity.Kind.REGISTRATION || !holders(seen).isEmpty()) {
      return false;
    }
    Alias alias = remembered.get(Alias.idOf(programmeId, seen.identity()));
    return (alias != null && alias.agreed().isPresent()) || namesakes(seen).size() == 1;
  }

  /** What two names under one identity come to. */
  static Match both(Match one, Match other) {
    if (one.state() == other.state() && one.registrationIds().equals(other.registrationIds())) {
      return one;
    }
    return Match.waiting(DIFFERENT_NAMES);
  }

  private Match byId(Seen seen) {
    String id = seen.identity().value();
    if (!byId.containsKey(id)) {
      return Match.waiting(NO_SUCH_ID);
    }
    Map<String, Person> namesakes = namesakes(seen);
    return namesakes.isEmpty() || Acceptance.covers(seen, Objects.requireNonNull(byId.get(id)))
        ? Match.to(id, By.REGISTRATION_ID)
        : Match.waiting(ID_AGAINST_NAME);
  }

  private Match byEmail(Seen seen, Map<String, Person> namesakes) {
    List<Person> holders = holders(seen);
    if (holders.size() > 1) {
      return Match.waiting(SEVERAL_EMAILS);
    }
    if (holders.isEmpty()) {
      return byName(seen, namesakes);
    }
    Person holder = holders.get(0);
    if (!namesakes.isEmpty() && !Acceptance.covers(seen, holder)) {
      return Match.waiting(EMAIL_AGAINST_NAME);
    }
    boolean several =
        Acceptance.bears(seen, holder)
            ? namesakes.values().stream().anyMatch(each -> !Acceptance.sameName(each, holder))
            : !seen.name().people().isEmpty();
    if (several) {
      return Match.waiting(SEVERAL_PEOPLE);
    }
    return holder.contact() != null && Acceptance.foreign(seen.name(), holder.contact())
        ? Match.waiting(FOREIGN_NAME)
        : Match.to(holder.registrationId(), By.EMAIL);
  }

  private Match byName(Seen seen, Map<String, Person> namesakes) {
    if (namesakes.size() > 1) {
      return Match.waiting(SEVERAL_NAMES);
    }
    if (namesakes.size() == 1) {
      Person person = namesakes.values().iterator().next();
      boolean joined =
          !seen.name().people().isEmpty()
              && !(person.contact() != null
                  && PersonKeys.nameKey(person.contact()).equals(seen.name().key()));
      if (joined) {
        return Match.waiting(SEVERAL_PEOPLE);
      }
      if (mayBeAnother(seen, namesakes.keySet())) {
        return Match.waiting(SEVERAL_NAMES);
      }
      Bilingual objection = Acceptance.objection(seen, person);
      return objection == null
          ? Match.to(person.registrationId(), By.NAME)
          : Match.waiting(objection);
    }
    return Match.waiting(whyNobody(seen.name()));
  }

  private static Bilingual whyNobody(PersonName name) {
    if (name.telephone()) {
      return TELEPHONE;
    }
    if (!name.people().isEmpty()) {
      return SEVERAL_PEOPLE;
    }
    if (name.device()) {
      return DEVICE;
    }
    return name.telling().isEmpty() ? ONE_WORD : NOBODY;
  }

  /**
   * An earlier decision, unless this row may be somebody else. Empty when the row is to be matched
   * as if nothing had been decided.
   */
  private Optional<Match> as(Alias.Lesson lesson, Seen seen, Map<String, Person> namesakes) {
    boolean knownHere = !holders(seen).isEmpty() || !namesakes.isEmpty();
    if (lesson.state() == Match.State.NOBODY && knownHere) {
      return Optional.empty();
    }
    if (lesson.state() == Match.State.MATCHED && !stillTheirs(lesson, seen, namesakes)) {
      return Optional.of(Match.waiting(NO_LONGER_CLEAR));
    }
    return Optional.of(
        new Match(
            lesson.state(),
            By.REMEMBERED,
            lesson.registrationIds(),
            new Bilingual(
                "As decided in session " + lesson.sessionId() + ".",
                "Según se decidió en la sesión " + lesson.sessionId() + ".")));
  }

  /**
   * Whether a row is beyond doubt the one person for whom its identity was decided: an address
   * under a name that is not somebody else's, or a name all of whose words are that person's and
   * may be nobody else's. Who sat together once may not do so again.
   */
  private boolean stillTheirs(Alias.Lesson lesson, Seen seen, Map<String, Person> namesakes) {
    if (lesson.registrationIds().size() != 1) {
      return false;
    }
    Person person = Objects.requireNonNull(byId.get(lesson.registrationIds().get(0)));
    List<Person> people = List.of(person);
    if (person.contact() == null || somebodyElses(seen, person, namesakes)) {
      return false;
    }
    if (seen.email() == null) {
      return Acceptance.covers(seen, person) && !mayBeAnother(seen, lesson.registrationIds());
    }
    boolean sameName = seen.name().key().equals(lesson.under());
    return !ownedBySomebodyElse(seen, people)
        && (sameName || !Acceptance.foreign(seen.name(), person.contact()))
        && (sameName || seen.name().people().isEmpty());
  }

  /** The written name is whole, and not theirs, or not theirs alone. */
  private static boolean somebodyElses(Seen seen, Person person, Map<String, Person> namesakes) {
    if (namesakes.size() == 1) {
      return !namesakes.containsKey(person.registrationId());
    }
    return namesakes.size() > 1
        && (seen.email() == null
            || namesakes.values().stream().anyMatch(each -> !Acceptance.sameName(each, person)));
  }

  /** An address that somebody else registered is theirs, whoever used it once, unless named. */
  private boolean ownedBySomebodyElse(Seen seen, List<Person> people) {
    List<Person> holders = holders(seen);
    return !holders.isEmpty()
        && holders.stream()
            .noneMatch(
                holder ->
                    people.stream()
                        .anyMatch(
                            person -> person.registrationId().equals(holder.registrationId())))
        && people.stream().noneMatch(person -> Acceptance.bears(seen, person));
  }

  /** Whether somebody else on the roster may be meant as well, with a part of the name left out. */
  private boolean mayBeAnother(Seen seen, Collection<String> people) {
    return seen.mayBe(programmeId).stream().anyMatch(way -> another(way, seen, people));
  }

  private boolean another(Set<RosterKey> way, Seen seen, Collection<String> people) {
    for (RosterKey key : way) {
      List<Person> bearing = bearing(key);
      if (bearing.size() < full) {
        // Whoever may be meant carries every key of this way: one complete list tells all.
        if (bearing.stream()
            .noneMatch(
                person ->
                    !people.contains(person.registrationId()) && Acceptance.covers(seen, person))) {
          return false;
        }
      }
    }
    return true;
  }

  private List<Person> holders(Seen seen) {
    return seen.email() == null
        ? List.of()
        : bearing(new RosterKey(programmeId, Kind.EMAIL, seen.email().key()));
  }

  private Map<String, Person> namesakes(Seen seen) {
    Map<String, Person> people = new LinkedHashMap<>();
    for (RosterKey key : seen.exactKeys(programmeId)) {
      if (key.kind() == Kind.NAME) {
        bearing(key).forEach(person -> people.put(person.registrationId(), person));
      }
    }
    return people;
  }

  private List<Person> bearing(RosterKey key) {
    return bearers.getOrDefault(key, List.of());
  }
}
