package org.cocreation.launcher.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An invented participant and what this person does in the story.
 *
 * <p>How the person registers is fixed at the start; what was done in each session is filled in by
 * {@link Cast}.
 */
final class Person {

  private final int number;
  private final String name;
  private final String organisation;
  private final String sector;
  private final String district;
  private final String language;
  private final String email;
  private final Map<String, String> choices;
  private final Map<String, Visit> visits = new HashMap<>();
  private boolean missesSomething;

  Person(
      int number,
      String name,
      String organisation,
      String sector,
      String district,
      String language,
      String email,
      Map<String, String> choices) {
    this.number = number;
    this.name = name;
    this.organisation = organisation;
    this.sector = sector;
    this.district = district;
    this.language = language;
    this.email = email;
    this.choices = new LinkedHashMap<>(choices);
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  String organisation() {
    return organisation;
  }

  String email() {
    return email;
  }

  String language() {
    return language;
  }

  Map<String, String> choices() {
    return choices;
  }

  Visit visit(String session) {
    return visits.getOrDefault(session, Visit.ABSENT);
  }

  void visits(String session, Visit visit) {
    visits.put(session, visit);
  }

  /** Not all sessions will count for this person. */
  void missesSomething() {
    missesSomething = true;
  }

  boolean completes() {
    return !missesSomething;
  }

  /** What is sent to register. */
  Map<String, Object> registration() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("email", email);
    body.put("organisation", organisation);
    body.put("sector", sector);
    body.put("district", district);
    body.put("language", language);
    body.put("choices", choices);
    return body;
  }

  /**
   * What a person did in one session.
   *
   * @param venue signed the sheet at the venue
   * @param as the name under which the person was seen online; empty = not online
   * @param withEmail whether the export knows the person's e-mail address
   * @param stays from when to when, local time, {@code HH:mm}; several when the line broke
   */
  record Visit(boolean venue, String as, boolean withEmail, List<Stay> stays) {
    static final Visit ABSENT = new Visit(false, "", false, List.of());
    static final Visit AT_THE_VENUE = new Visit(true, "", false, List.of());

    static Visit online(String as, boolean withEmail, String... fromTo) {
      List<Stay> stays = new ArrayList<>();
      for (int i = 0; i < fromTo.length; i += 2) {
        stays.add(new Stay(fromTo[i], fromTo[i + 1]));
      }
      return new Visit(false, as, withEmail, List.copyOf(stays));
    }

    /** The same, and at the venue besides. */
    Visit andAtTheVenue() {
      return new Visit(true, as, withEmail, stays);
    }

    boolean online() {
      return !as.isEmpty();
    }
  }

  /**
   * A stay in the room.
   *
   * @param to empty: still inside when the list was taken
   */
  record Stay(String from, String to) {

    boolean over() {
      return !to.isEmpty();
    }
  }
}
