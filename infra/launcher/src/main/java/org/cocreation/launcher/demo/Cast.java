package org.cocreation.launcher.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.launcher.demo.Person.Visit;

/**
 * Sixty invented people with the habits that were seen in real sessions: they come early, lose the
 * line and come back, leave early, sign in as a nickname or under their organisation, share a
 * login, mistype their address.
 *
 * <p>Who is who, by number: 0–29 take part online; 30–49 want to be at the venue, which has twelve
 * seats for the first two sessions; 50–59 come online twice and to the venue for the last. The
 * people with a part of their own are named by the constants.
 */
final class Cast {

  static final String FIRST = "webinar-1";
  static final String SECOND = "webinar-2";
  static final String THIRD = "webinar-3";
  static final List<String> SESSIONS = List.of(FIRST, SECOND, THIRD);
  static final int SEATS_OF_THE_SMALL_VENUE = 12;

  /** Leaves the second session after 42 of 90 minutes. */
  static final int LEAVES_EARLY = 5;

  /** Does not turn up at the third session. */
  static final int STAYS_AWAY = 6;

  /**
   * Loses the line twice in the first session and is back each time: 75 minutes in three pieces.
   */
  static final int RECONNECTS = 7;

  /** Sit together at one computer in the second session. */
  static final List<Integer> SHARE_A_LOGIN = List.of(8, 9);

  /** Signs in under a nickname. */
  static final int NICKNAME = 10;

  /** The address that the web conference knows has two letters swapped. */
  static final int MISTYPED = 11;

  /** Had no sound in the third session; the coordinator hears the whole story after closing. */
  static final int GRANTED_LATER = 12;

  /**
   * Somebody else had signed in under this name in the first session, as turns out after closing.
   */
  static final int REVOKED_LATER = 13;

  /** Two people of the same name. */
  static final List<Integer> SAME_NAME = List.of(14, 15);

  /** Still in the room when the list of the third session is taken. */
  static final int STILL_INSIDE = 25;

  /** At the venue of the second session with the web conference open on the telephone. */
  static final int IN_BOTH_PLACES = 36;

  /** On the second page of the first session's sheet, which is found after closing. */
  static final List<Integer> ON_THE_SECOND_PAGE = List.of(38, 40);

  /** Cancels before the first session; so the first in line gets a seat. */
  static final int CANCELS = 31;

  /** Gives the seat in the second session back and takes part online. */
  static final int GOES_ONLINE = 32;

  /** First in line for the first two sessions. */
  static final int PROMOTED = 42;

  /** Do not want to wait and take part online in the first two sessions. */
  static final List<Integer> CHANGE_THEIR_MIND = List.of(43, 44, 45);

  /** Next in line when the second session has a seat to give. */
  static final int PROMOTED_LATER = 46;

  /** Wait in vain and stay at home for the first two sessions. */
  static final List<Integer> WAIT_IN_VAIN = List.of(47, 48, 49);

  private static final List<String> NAMES =
      List.of(
          "Amara Tillett",
          "Inés Peña",
          "Desmond Usher",
          "Lucía Cowo",
          "Ethan Young",
          "Keisha Flowers",
          "Rafael Tzul",
          "Marisela Ack",
          "Orlando Bood",
          "Nadia Bood",
          "Teodoro Choc",
          "Felicia Requena",
          "Gilbert Swaso",
          "Yolanda Castro",
          "María Chan",
          "María Chan",
          "Philip Avilez",
          "Sonia Magaña",
          "Brandon Leslie",
          "Cecilia Sho",
          "Victor Cal",
          "Ángela Rosado",
          "Jerome Gentle",
          "Irma Coc",
          "Wendell Bevans",
          "Ximena Novelo",
          "Clifford Estell",
          "Berta Ical",
          "Noel Westby",
          "Paula Villafranco",
          "Adrian Gillett",
          "Rosalie Humes",
          "Marlon Pott",
          "Shanice Meighan",
          "Gustavo Ken",
          "Delmira Cus",
          "Lennox Fairweather",
          "Eloísa Kumul",
          "Trevor Augustine",
          "Hilda Makin",
          "Samir Hegar",
          "Conchita Puc",
          "Darius Longsworth",
          "Viola Palacio",
          "Emilio Tush",
          "Renata Guerra",
          "Osmany Pech",
          "Latoya Nunez",
          "Ignacio Quib",
          "Geraldine Moody",
          "Ramón Carrillo",
          "Tessa Vernon",
          "Julián Batz",
          "Odessa Hulse",
          "Fermín Canul",
          "Myrna Slusher",
          "Elroy Cayetano",
          "Daniela Rash",
          "Winston Bradley",
          "Ofelia Mis");

  private static final List<String> ORGANISATIONS =
      List.of(
          "Toledo Growers",
          "Corozal Reads",
          "River Watch Cayo",
          "Ministry of Example",
          "Southern College",
          "Stann Creek Radio",
          "Harbour Traders",
          "Open Ledger Society");

  private static final List<String> SECTORS =
      List.of(
          "civil-society",
          "civil-society",
          "civil-society",
          "public-body",
          "academia",
          "media",
          "private-sector",
          "civil-society");

  private static final List<String> DISTRICTS =
      List.of("Toledo", "Corozal", "Cayo", "Belize", "Orange Walk", "Stann Creek");

  private final List<Person> people = new ArrayList<>();

  /**
   * @param run tells this run's people from those of another run
   */
  Cast(String run) {
    for (int number = 0; number < NAMES.size(); number++) {
      people.add(person(number, run));
    }
    ordinaryVisits();
    particularVisits();
  }

  List<Person> people() {
    return people;
  }

  Person person(int number) {
    return people.get(number);
  }

  /** Everybody but who cancelled. */
  List<Person> onTheRoster() {
    return people.stream().filter(person -> person.number() != CANCELS).toList();
  }

  private static Person person(int number, String run) {
    int organisation = number % ORGANISATIONS.size();
    String[] domains = {
      "growers", "reads", "river", "ministry", "college", "radio", "harbour", "ledger"
    };
    String local = NAMES.get(number).toLowerCase(java.util.Locale.ROOT).replace(' ', '.');
    String ascii =
        java.text.Normalizer.normalize(local, java.text.Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "");
    return new Person(
        number,
        NAMES.get(number),
        ORGANISATIONS.get(organisation),
        SECTORS.get(organisation),
        DISTRICTS.get(number % DISTRICTS.size()),
        number % 3 == 1 ? "es" : "en",
        ascii + "." + number + "@" + domains[organisation] + "." + run + ".example",
        choices(number));
  }

  private static Map<String, String> choices(int number) {
    Map<String, String> choices = new LinkedHashMap<>();
    boolean venueFirst = number >= 30 && number < 50;
    choices.put(FIRST, venueFirst ? "venue" : "online");
    choices.put(SECOND, venueFirst ? "venue" : "online");
    choices.put(THIRD, number >= 30 ? "venue" : "online");
    return choices;
  }

  private void ordinaryVisits() {
    for (Person person : people) {
      for (String session : SESSIONS) {
        person.visits(
            session,
            "venue".equals(person.choices().get(session))
                ? Visit.AT_THE_VENUE
                : ordinaryStay(person, session));
      }
    }
  }

  /** Connected somewhat before the start until somewhere near the end. */
  private static Visit ordinaryStay(Person person, String session) {
    int shift = (person.number() * 7 + SESSIONS.indexOf(session) * 3) % 18;
    String from = clock(10 * 60 + 12 + shift);
    String to = clock(11 * 60 + 44 + shift);
    String as =
        switch (person.number() % 4) {
          case 1 -> person.name() + " [" + person.organisation() + "]";
          case 3 -> person.name().toLowerCase(java.util.Locale.ROOT);
          default -> person.name();
        };
    return Visit.online(as, person.number() % 2 == 0, from, to);
  }

  private void particularVisits() {
    misses(LEAVES_EARLY).visits(SECOND, Visit.online(name(LEAVES_EARLY), true, "10:28", "11:10"));
    misses(STAYS_AWAY).visits(THIRD, Visit.ABSENT);
    person(RECONNECTS)
        .visits(
            FIRST,
            Visit.online(
                name(RECONNECTS), true, "10:25", "10:50", "10:55", "11:20", "11:30", "11:55"));
    person(SHARE_A_LOGIN.get(0))
        .visits(SECOND, Visit.online("Desk of Orlando and Nadia", false, "10:20", "12:00"));
    person(SHARE_A_LOGIN.get(1)).visits(SECOND, Visit.ABSENT);
    for (String session : SESSIONS) {
      person(NICKNAME).visits(session, Visit.online("Teacher Teo", false, "10:24", "11:58"));
    }
    person(MISTYPED).visits(FIRST, Visit.online(name(MISTYPED), true, "10:27", "11:57"));
    misses(GRANTED_LATER).visits(THIRD, Visit.online(name(GRANTED_LATER), true, "10:35", "10:55"));
    for (int number : SAME_NAME) {
      Person person = person(number);
      String as = person.name() + " [" + person.organisation() + "]";
      person.visits(FIRST, Visit.online(as, false, "10:22", "11:55"));
      person.visits(SECOND, Visit.online(as, false, "10:22", "11:55"));
      person.visits(THIRD, Visit.online(person.name(), true, "10:22", "11:55"));
    }
    misses(CANCELS);
    SESSIONS.forEach(session -> person(CANCELS).visits(session, Visit.ABSENT));
    person(STILL_INSIDE)
        .visits(THIRD, Visit.online(name(STILL_INSIDE) + " (Guest)", false, "10:20", ""));
    person(IN_BOTH_PLACES)
        .visits(SECOND, Visit.online(name(IN_BOTH_PLACES), true, "10:40", "11:30").andAtTheVenue());
    person(GOES_ONLINE).visits(SECOND, ordinaryStay(person(GOES_ONLINE), SECOND));
    for (int number : CHANGE_THEIR_MIND) {
      person(number).visits(FIRST, ordinaryStay(person(number), FIRST));
      person(number).visits(SECOND, ordinaryStay(person(number), SECOND));
    }
    misses(PROMOTED_LATER).visits(FIRST, Visit.ABSENT);
    for (int number : WAIT_IN_VAIN) {
      misses(number).visits(FIRST, Visit.ABSENT);
      person(number).visits(SECOND, Visit.ABSENT);
    }
  }

  private Person misses(int number) {
    Person person = person(number);
    person.missesSomething();
    return person;
  }

  private String name(int number) {
    return person(number).name();
  }

  private static String clock(int minutes) {
    return String.format("%02d:%02d", minutes / 60, minutes % 60);
  }
}
