package org.cocreation.attendance.domain.matching.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.cocreation.attendance.domain.matching.PersonName;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Person;
import org.jspecify.annotations.Nullable;

/**
 * The list of one session: how people sign in, by the habits that the published record of a real
 * session shows. Somebody keeps a habit from session to session more often than not.
 */
final class Session {

  private final Random random;
  private final List<Person> roster;
  private final Set<String> names = new HashSet<>();
  private final List<Row> rows = new ArrayList<>();

  private Session(Random random, List<Person> roster) {
    this.random = random;
    this.roster = roster;
    roster.forEach(person -> names.add(Population.sorted(Population.contact(person).name())));
  }

  /**
   * A list of one session.
   *
   * @param most at most about so many rows
   */
  static List<Row> of(long seed, int number, List<Person> roster, int most) {
    Random random = new Random(seed * 31 + number);
    Session session = new Session(random, roster);
    double share = Math.min(0.75, (double) most / roster.size());
    for (Person person : roster) {
      if (random.nextDouble() < share) {
        boolean asBefore = random.nextInt(10) < 7;
        Random habit =
            new Random(
                seed * 1_000_003 + person.registrationId().hashCode() + (asBefore ? 0 : number));
        session.attend(person, habit);
      }
    }
    int strangers = Math.max(3, (int) (roster.size() * share * 0.06));
    for (int i = 0; i < strangers; i++) {
      session.stranger();
    }
    return session.rows;
  }

  private void attend(Person person, Random habit) {
    Contact contact = Population.contact(person);
    String name = contact.name();
    String own = person.registrationId();
    String email = email(contact, habit);
    int chance = habit.nextInt(1000);
    if (chance < 10) {
      together(person, email);
    } else if (chance < 18) {
      // A colleague's computer: the account and its address are the colleague's.
      Person colleague = roster.get(habit.nextInt(roster.size()));
      Contact theirs = Population.contact(colleague);
      boolean shown = habit.nextBoolean();
      row(
          shown ? name + " (" + theirs.name() + ")" : name,
          shown ? null : theirs.email(),
          null,
          Set.of(own),
          false);
    } else if (chance < 22) {
      // On advice, under the name of somebody who is let in: nothing shows that.
      Person other = roster.get(habit.nextInt(roster.size()));
      row(
          Population.contact(other).name(),
          null,
          null,
          Set.of(own),
          !other.registrationId().equals(own));
    } else {
      row(written(contact, habit), email, institution(contact, habit), Set.of(own), false);
    }
  }

  /** Two people at one computer. */
  private void together(Person person, @Nullable String email) {
    int place = roster.indexOf(person);
    Person other = roster.get((place + 1 + random.nextInt(roster.size() - 1)) % roster.size());
    String one = Population.contact(person).name();
    String two = Population.contact(other).name();
    String joined =
        switch (random.nextInt(4)) {
          case 0 -> first(one) + " y " + first(two);
          case 1 -> first(one) + " & " + two;
          case 2 -> one + " / " + two;
          default -> one + " and " + two;
        };
    row(joined, email, null, Set.of(person.registrationId(), other.registrationId()), false);
  }

  private void stranger() {
    if (random.nextInt(100) == 0) {
      // A namesake who never registered, and shows nothing else.
      Person namesake = roster.get(random.nextInt(roster.size()));
      row(Population.contact(namesake).name(), null, null, Set.of(), true);
      return;
    }
    Contact stranger = Population.stranger(random, names);
    if (random.nextInt(8) == 0) {
      // A relative of somebody on the roster, at the same address.
      Contact relative = Population.contact(roster.get(random.nextInt(roster.size())));
      String name = first(stranger.name()) + " " + Population.familyOf(relative.name());
      if (!names.contains(Population.sorted(name))) {
        boolean sameAddress = random.nextInt(3) == 0;
        // Who bears a part of somebody's name is that person to the eye: alone, or at their
        // address.
        boolean hidden = sameAddress ? partOf(name, relative) : partOfSomebodys(name);
        row(name, sameAddress ? relative.email() : null, null, Set.of(), hidden);
      }
      return;
    }
    String name = written(stranger, random);
    String email = email(stranger, random);
    row(name, email, null, Set.of(), email == null && partOfSomebodys(name));
  }

  private boolean partOfSomebodys(String written) {
    return PersonName.read(written).telling().stream()
        .anyMatch(name -> roster.stream().anyMatch(each -> partOf(name, Population.contact(each))));
  }

  private static boolean partOf(String name, Contact contact) {
    return words(contact.name()).containsAll(words(name));
  }

  private static Set<String> words(String name) {
    return new HashSet<>(List.of(PersonName.fold(name).split(" ", -1)));
  }

  private void row(
      String name,
      @Nullable String email,
      @Nullable String institution,
      Set<String> truly,
      boolean hidden) {
    rows.add(new Row(name, email, institution, truly, hidden));
  }

  /** An address stands there for four in ten; mostly the one that they registered. */
  private static @Nullable String email(Contact contact, Random habit) {
    if (habit.nextInt(10) >= 4) {
      return null;
    }
    int chance = habit.nextInt(100);
    if (chance < 80) {
      return habit.nextInt(5) == 0 ? contact.email().toUpperCase(Locale.ROOT) : contact.email();
    }
    if (chance < 88) {
      int at = contact.email().indexOf('@') + 2;
      char[] letters = contact.email().toCharArray();
      char moved = letters[at];
      letters[at] = letters[at + 1];
      letters[at + 1] = moved;
      return new String(letters);
    }
    return PersonName.fold(contact.name()).replace(' ', '-')
        + Math.floorMod(contact.email().hashCode(), 1_000_000)
        + "@private.example";
  }

  private static @Nullable String institution(Contact contact, Random habit) {
    return habit.nextInt(10) == 0 ? contact.organisation() : null;
  }

  private static String written(Contact contact, Random habit) {
    String name = contact.name();
    List<String> words = List.of(name.split(" ", -1));
    String institution = shortened(contact.organisation(), habit);
    String family = Population.familyOf(name);
    int chance = habit.nextInt(100);
    if (chance < 34) {
      return name;
    } else if (chance < 42) {
      return PersonName.fold(name);
    } else if (chance < 45) {
      return name.toUpperCase(Locale.ROOT);
    } else if (chance < 54) {
      return name + " [" + institution + "]";
    } else if (chance < 58) {
      return institution + " - " + name;
    } else if (chance < 61) {
      return institution + " - " + first(name);
    } else if (chance < 65) {
      return first(name).substring(0, 1).toLowerCase(Locale.ROOT) + " " + PersonName.fold(family);
    } else if (chance < 69) {
      return first(name);
    } else if (chance < 72) {
      return nickname(name, habit) + " " + family;
    } else if (chance < 74) {
      return nickname(name, habit);
    } else if (chance < 79) {
      return slip(name, habit);
    } else if (chance < 84) {
      return first(name) + " " + (words.size() > 2 ? words.get(1) : family);
    } else if (chance < 87) {
      return String.join(" ", words.subList(1, words.size())) + ", " + first(name);
    } else if (chance < 89) {
      return String.join(" ", words.subList(1, words.size())) + " " + first(name);
    } else if (chance < 92) {
      return List.of("Dr. ", "Lic. ", "Sra. ", "Hon. ", "Mr ").get(habit.nextInt(5)) + name;
    } else if (chance < 94) {
      return name + List.of(" (External)", " (Guest)", " (she/her)").get(habit.nextInt(3));
    } else if (chance < 97) {
      return List.of("iPhone de " + first(name), "iPad", first(name) + "'s iPhone", "Galaxy A12")
          .get(habit.nextInt(4));
    } else if (chance < 99) {
      return institution;
    }
    return "+501 6" + (100_000 + habit.nextInt(899_999));
  }

  private static String shortened(@Nullable String organisation, Random habit) {
    if (organisation == null) {
      return List.of("Belmopan", "Self", "BTEC", "Community").get(habit.nextInt(4));
    }
    if (habit.nextInt(3) > 0) {
      return organisation;
    }
    StringBuilder letters = new StringBuilder();
    for (String word : organisation.split(" ", -1)) {
      if (!word.equals("of") && !word.equals("and") && !word.equals("the")) {
        letters.append(Character.toUpperCase(word.charAt(0)));
      }
    }
    return letters.toString();
  }

  private static String nickname(String name, Random habit) {
    String first = first(name);
    return switch (first) {
      case "José" -> "Pepe";
      case "Francisco" -> "Paco";
      case "Guadalupe" -> "Lupita";
      case "Teodoro" -> "Teo";
      case "Roberto" -> "Beto";
      case "Robert" -> "Bob";
      case "William" -> "Bill";
      case "Elizabeth" -> "Liz";
      case "Ignacio" -> "Nacho";
      default -> habit.nextBoolean() ? "Nena" : first.substring(0, Math.min(3, first.length()));
    };
  }

  private static String slip(String name, Random habit) {
    int at = 1 + habit.nextInt(name.length() - 2);
    return switch (habit.nextInt(3)) {
      case 0 -> name.substring(0, at) + name.substring(at + 1);
      case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
      default ->
          name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    };
  }

  private static String first(String name) {
    return name.substring(0, name.indexOf(' '));
  }
}
