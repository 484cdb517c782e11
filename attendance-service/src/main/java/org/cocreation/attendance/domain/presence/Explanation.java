package org.cocreation.attendance.domain.presence;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cocreation.attendance.domain.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Puts a judgement into one sentence with its figures, in English and Spanish. Times are the
 * programme's. No names and no coordinator's free text: the sentence travels to other services.
 */
final class Explanation {

  private static final int STRETCHES_SHOWN = 6;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private Explanation() {}

  static Bilingual timed(Schedule schedule, Findings findings, Outcome outcome) {
    Bilingual presence = presence(schedule, findings);
    boolean attended = outcome == Outcome.ATTENDED;
    int needed = schedule.requiredMinutes();
    return new Bilingual(
        "Present "
            + presence.en()
            + "; needs "
            + needed
            + (attended ? ": attended." : ": not attended."),
        "Presente "
            + presence.es()
            + "; se necesitan "
            + needed
            + (attended ? ": asistió." : ": no asistió."));
  }

  static Bilingual signed(Schedule schedule, Findings findings) {
    Bilingual mark = venueMark(schedule, findings);
    if (!findings.timed()) {
      return new Bilingual(mark.en() + ": attended.", mark.es() + ": asistió.");
    }
    Bilingual presence = presence(schedule, findings);
    return new Bilingual(
        mark.en() + ", and present " + presence.en() + ": attended.",
        mark.es() + ", y presente " + presence.es() + ": asistió.");
  }

  /** "Signed in at the venue", "Scanned in at the door at 10:21". */
  private static Bilingual venueMark(Schedule schedule, Findings findings) {
    List<Instant> scans = findings.scans();
    boolean signed = findings.signatures().stream().anyMatch(Evidence::signed);
    if (scans.isEmpty()) {
      return new Bilingual("Signed in at the venue", "Firmó la entrada en la sede");
    }
    String at = clock(scans.get(0), schedule.zone());
    return signed
        ? new Bilingual(
            "Signed in at the venue and scanned in at the door at " + at,
            "Firmó la entrada en la sede y se registró en la puerta a las " + at)
        : new Bilingual("Scanned in at the door at " + at, "Se registró en la puerta a las " + at);
  }

  static Bilingual marked(Schedule schedule, Findings findings, Mark mark) {
    String en = "";
    String es = "";
    if (findings.timed()) {
      Bilingual presence = presence(schedule, findings);
      en = " The lists show " + presence.en() + ".";
      es = " Las listas muestran " + presence.es() + ".";
    } else if (!findings.signatures().isEmpty()) {
      boolean signed = findings.signatures().stream().anyMatch(Evidence::signed);
      en = " The lists show a " + (signed ? "signature" : "scan at the door") + " at the venue.";
      es =
          signed
              ? " Las listas muestran una firma en la sede."
              : " Las listas muestran un registro en la puerta de la sede.";
    }
    if (!mark.attended()) {
      return new Bilingual(
          "Marked as not attended by a coordinator." + en,
          "Una persona coordinadora marcó que no asistió." + es);
    }
    boolean venue = mark.place() == Place.VENUE;
    return new Bilingual(
        "Marked as attended " + (venue ? "at the venue" : "online") + " by a coordinator." + en,
        "Una persona coordinadora marcó que asistió "
            + (venue ? "en la sede" : "en línea")
            + "."
            + es);
  }

  static Bilingual notSeen(Findings findings) {
    if (findings.clicked() && findings.outside() == 0) {
      return new Bilingual(
          "Opened the personal join link, but is in no list of this session: not attended.",
          "Abrió su enlace personal de acceso, pero no aparece en ninguna lista de esta sesión:"
              + " no asistió.");
    }
    if (findings.outside() > 0) {
      return new Bilingual(
          "Seen only outside the session's time: not attended.",
          "Visto solo fuera del horario de la sesión: no asistió.");
    }
    return new Bilingual(
        "Not seen in any list of this session: not attended.",
        "No aparece en ninguna lista de esta sesión: no asistió.");
  }

  static Bilingual openEnded(Schedule schedule, Findings findings) {
    Evidence stay = findings.openStays().get(0);
    ZoneId zone = schedule.zone();
    String whereEn = stay.place() == Place.ONLINE ? "online" : "at the venue";
    String whereEs = stay.place() == Place.ONLINE ? "en línea" : "en la sede";
    String en;
    String es;
    if (stay.minutes() != null) {
      en =
          "Seen "
              + whereEn
              + " for "
              + stay.minutes()
              + " minutes in all between "
              + clock(stay.from(), zone)
              + " and "
              + clock(stay.to(), zone)
              + ", some of them perhaps outside the session";
      es =
          "Visto "
              + whereEs
              + " "
              + stay.minutes()
              + " minutos en total entre las "
              + clock(stay.from(), zone)
              + " y las "
              + clock(stay.to(), zone)
              + ", quizás algunos fuera de la sesión";
    } else if (stay.from() != null && stay.seenUntil() != null) {
      en =
          "Came "
              + whereEn
              + " at "
              + clock(stay.from(), zone)
              + " and was still there at "
              + clock(stay.seenUntil(), zone)
              + ", the last moment of which the list tells";
      es =
          "Llegó "
              + whereEs
              + " a las "
              + clock(stay.from(), zone)
              + " y seguía presente a las "
              + clock(stay.seenUntil(), zone)
              + ", el último momento del que habla la lista";
    } else if (stay.from() != null) {
      en =
          "Came " + whereEn + " at " + clock(stay.from(), zone) + ", but when they left is missing";
      es =
          "Llegó "
              + whereEs
              + " a las "
              + clock(stay.from(), zone)
              + ", pero falta la hora de salida";
    } else if (stay.to() != null) {
      en = "Left " + whereEn + " at " + clock(stay.to(), zone) + ", but when they came is missing";
      es =
          "Salió "
              + whereEs
              + " a las "
              + clock(stay.to(), zone)
              + ", pero falta la hora de llegada";
    } else {
      en = "Seen " + whereEn + ", but the times are missing";
      es = "Visto " + whereEs + ", pero faltan las horas";
    }
    int known = findings.knownMinutes();
    int needed = schedule.requiredMinutes();
    return new Bilingual(
        en + "; certain are " + known + " minutes and " + needed + " are needed: unknown.",
        es + "; son seguros " + known + " minutos y se necesitan " + needed + ": no se sabe.");
  }

  static Bilingual totalsThatMayOverlap(Schedule schedule, Findings findings) {
    String figures =
        findings.totals().stream()
            .map(total -> String.valueOf(total.minutes()))
            .collect(Collectors.joining(" + "));
    int needed = schedule.requiredMinutes();
    return new Bilingual(
        "Totals of "
            + figures
            + " minutes come without times and may overlap; needs "
            + needed
            + ": unknown.",
        "Los totales de "
            + figures
            + " minutos vienen sin horas y pueden solaparse; se necesitan "
            + needed
            + ": no se sabe.");
  }

  /** "64 of 90 minutes online in 2 connections (10:28–10:50, 11:01–11:43)". */
  private static Bilingual presence(Schedule schedule, Findings findings) {
    int minutes = findings.knownMinutes();
    int scheduled = schedule.minutes();
    String en =
        minutes > scheduled
            ? minutes + " minutes (" + scheduled + " scheduled)"
            : minutes + " of " + scheduled + " minutes";
    String es =
        minutes > scheduled
            ? minutes + " minutos (" + scheduled + " previstos)"
            : minutes + " de " + scheduled + " minutos";
    List<String> partsEn = new ArrayList<>();
    List<String> partsEs = new ArrayList<>();
    if (findings.totalDecides()) {
      boolean online = findings.totals().get(0).place() == Place.ONLINE;
      partsEn.add((online ? "online" : "at the venue") + " by a total without times");
      partsEs.add((online ? "en línea" : "en la sede") + " según un total sin horas");
    } else {
      ZoneId zone = schedule.zone();
      int connections = findings.online().stretches().size();
      if (connections > 0) {
        String times = times(findings.online(), zone);
        partsEn.add(
            "online in "
                + connections
                + (connections == 1 ? " connection" : " connections")
                + times);
        partsEs.add(
            "en línea en "
                + connections
                + (connections == 1 ? " conexión" : " conexiones")
                + times);
      }
      if (!findings.venue().stretches().isEmpty()) {
        String times = times(findings.venue(), zone);
        partsEn.add("at the venue" + times);
        partsEs.add("en la sede" + times);
      }
    }
    boolean toTheEnd = findings.countedToTheEnd() && !findings.totalDecides();
    return new Bilingual(
        en
            + " "
            + String.join(" and ", partsEn)
            + (toTheEnd ? ", counted to the end as no leaving was seen before it" : ""),
        es
            + " "
            + String.join(" y ", partsEs)
            + (toTheEnd ? ", contando hasta el final porque no se vio salida antes" : ""));
  }

  private static String times(Coverage coverage, ZoneId zone) {
    List<Interval> stretches = coverage.stretches();
    String shown =
        stretches.stream()
            .limit(STRETCHES_SHOWN)
            .map(stretch -> clock(stretch.from(), zone) + "–" + clock(stretch.to(), zone))
            .collect(Collectors.joining(", "));
    return " (" + shown + (stretches.size() > STRETCHES_SHOWN ? ", …)" : ")");
  }

  private static String clock(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? "" : CLOCK.format(instant.atZone(zone));
  }
}
