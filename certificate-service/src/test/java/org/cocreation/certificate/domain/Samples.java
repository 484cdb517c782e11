package org.cocreation.certificate.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A programme of three webinars and the facts about the people in it. */
final class Samples {

  static final String PROGRAMME = "belize-2020";
  static final Instant NOW = Instant.parse("2020-02-28T15:00:00Z");

  private static final AtomicInteger CAUSES = new AtomicInteger();

  private Samples() {}

  /** The id of an event that was never seen. */
  static String cause() {
    return "event-" + CAUSES.incrementAndGet();
  }

  static Plan plan(int revision, Session... sessions) {
    return new Plan(
        revision,
        new Words("Open Belize", "Belice abierto"),
        "America/Belize",
        false,
        2.0 / 3.0,
        List.of(sessions),
        List.of(new Signatory("Rosa Castellanos", "Director")),
        List.of("Trust for Openness"));
  }

  static Session webinar(int number) {
    return webinar(number, false);
  }

  static Session webinar(int number, boolean cancelled) {
    return new Session(
        "webinar-" + number,
        number,
        new Words("Webinar " + number, "Seminario " + number),
        Instant.parse("2020-02-13T16:30:00Z").plusSeconds((number - 1) * 7L * 86400),
        90,
        cancelled);
  }

  static Programme threeWebinars() {
    return Programme.unheardOf(PROGRAMME).planned(plan(1, webinar(1), webinar(2), webinar(3)));
  }

  static Attendance attendance(int number, int revision, Presence outcome) {
    return attendance(number, revision, outcome, outcome == Presence.ATTENDED ? 85 : 10);
  }

  static Attendance attendance(
      int number, int revision, Presence outcome, @Nullable Integer minutes) {
    return new Attendance(
        "webinar-" + number,
        revision,
        outcome,
        outcome == Presence.ATTENDED ? Mode.ONLINE : Mode.NONE,
        minutes,
        60,
        90,
        new Words("because", "porque"),
        NOW,
        revision > 1);
  }

  static Judging.Fact fact(String registration, Attendance attendance) {
    return Judging.Fact.attendance(cause(), registration, PROGRAMME, attendance);
  }

  static Judging.Fact named(String registration, String name) {
    return Judging.Fact.contact(cause(), registration, PROGRAMME, new Person(name, Language.ES), 1);
  }

  static Judging.Fact registered(String registration) {
    return Judging.Fact.registration(
        cause(), registration, PROGRAMME, "hash of " + registration, NOW.minusSeconds(99_999));
  }

  /** Everything that makes a person complete three webinars, in the order of time. */
  static List<Judging.Fact> everythingAttended(String registration) {
    List<Judging.Fact> facts = new ArrayList<>();
    facts.add(registered(registration));
    facts.add(named(registration, "Ana María Peña"));
    for (int number = 1; number <= 3; number++) {
      facts.add(fact(registration, attendance(number, 1, Presence.ATTENDED)));
    }
    return facts;
  }
}
