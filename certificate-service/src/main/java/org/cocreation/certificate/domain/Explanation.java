package org.cocreation.certificate.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences that a participant and a coordinator read about a judgement, in both languages. */
public final class Explanation {

  private Explanation() {}

  /**
   * Where the person stands, for instance {@code Attended 2 of 3; missing: Webinar 2 (20 Feb
   * 2020).}
   */
  public static Words of(Plan plan, Judgement judgement) {
    return new Words(
        sentence(plan, judgement, Language.EN), sentence(plan, judgement, Language.ES));
  }

  /** Before the programme has arrived nothing can be said. */
  public static Words unplanned() {
    return new Words(
        "The programme's sessions are not known here yet.",
        "Las sesiones del programa todavía no se conocen aquí.");
  }

  /** The rule that a certificate rests on. */
  public static Words rule(Plan plan) {
    int sessions = plan.planned().size();
    return new Words(
        "Attended "
            + (sessions == 1 ? "the one session" : "all " + sessions + " sessions")
            + (sessions == 1 ? "" : ", each")
            + " for at least "
            + share(plan.attendedShare(), Language.EN)
            + " of its scheduled time or marked present at the venue.",
        "Asistió a "
            + (sessions == 1 ? "la única sesión" : "las " + sessions + " sesiones")
            + (sessions == 1 ? "" : ", a cada una")
            + " durante al menos "
            + share(plan.attendedShare(), Language.ES)
            + " de su duración prevista o con su presencia anotada en la sede.");
  }

  /** What the record shows after something changed. */
  static Words shows(Plan plan, Judgement judgement, Occasion occasion) {
    Words now = of(plan, judgement);
    return new Words(
        occasion.english() + ", the record shows: " + lowerFirst(now.en()),
        occasion.spanish() + ", el registro muestra: " + lowerFirst(now.in(Language.ES)));
  }

  /** Why a certificate has its ground again. */
  static Words regained(Plan plan, Judgement judgement, Occasion occasion) {
    Words now = of(plan, judgement);
    return new Words(
        occasion.english() + ", the record shows again: " + lowerFirst(now.en()),
        occasion.spanish() + ", el registro vuelve a mostrar: " + lowerFirst(now.in(Language.ES)));
  }

  private static String sentence(Plan plan, Judgement judgement, Language language) {
    boolean es = language == Language.ES;
    if (judgement.planned() == 0) {
      return es ? "No hay ninguna sesión prevista." : "No session is planned.";
    }
    List<String> parts = new ArrayList<>();
    parts.add(
        (es ? "Asistió a " : "Attended ")
            + judgement.attended()
            + (es ? " de " : " of ")
            + judgement.planned());
    List<Session> missing = judgement.with(Presence.NOT_ATTENDED);
    if (!missing.isEmpty()) {
      String label = es ? (missing.size() == 1 ? "falta: " : "faltan: ") : "missing: ";
      parts.add(label + names(plan, missing, language));
    }
    List<Session> unsettled = judgement.with(Presence.UNKNOWN);
    if (!unsettled.isEmpty()) {
      parts.add((es ? "por aclarar: " : "not settled: ") + names(plan, unsettled, language));
    }
    List<Session> awaited = judgement.with(Presence.AWAITED);
    if (!awaited.isEmpty()) {
      parts.add((es ? "por cerrar: " : "not closed yet: ") + names(plan, awaited, language));
    }
    return String.join("; ", parts) + ".";
  }

  private static String names(Plan plan, List<Session> sessions, Language language) {
    return sessions.stream()
        .map(
            session ->
                session.title().in(language)
                    + " ("
                    + Dates.brief(session.startsAt(), plan.zone(), language)
                    + ")")
        .collect(Collectors.joining(", "));
  }

  private static String share(double share, Language language) {
    if (Math.abs(share - 2.0 / 3.0) < 0.001) {
      return language == Language.ES ? "dos tercios" : "two thirds";
    }
    return Math.round(share * 100) + (language == Language.ES ? " %" : "%");
  }

  private static String lowerFirst(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
