package org.cocreation.notification.messaging.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;
import org.cocreation.notification.domain.Choice;
import org.cocreation.notification.domain.Language;
import org.cocreation.notification.domain.Programme;
import org.cocreation.notification.domain.Session;
import org.jspecify.annotations.Nullable;

/**
 * A session in a person's calendar (RFC 5545). The same session and person always have the same
 * UID, so that a later invitation updates the entry and a withdrawal removes it.
 *
 * @param session the session
 * @param programme its programme; the times are in its zone
 * @param registrationId whose calendar it is for
 * @param mode how the person takes part: decides between the way to the room and the venue's
 *     address
 * @param joinLink the person's own link to the room; null when there is none
 * @param language of the texts
 * @param at when what it says came to be: later ones replace earlier ones
 * @param withdrawn whether the entry is to be removed
 */
record Invitation(
    Session session,
    Programme programme,
    String registrationId,
    Choice.Mode mode,
    @Nullable String joinLink,
    Language language,
    Instant at,
    boolean withdrawn) {

  /**
   * Sequence numbers count the seconds since then: they grow with every change and fit in 31 bits
   * until 2088.
   */
  private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int FOLD = 73;

  /** The method that the calendar asks for; also a parameter of its media type. */
  String method() {
    return withdrawn ? "CANCEL" : "PUBLISH";
  }

  /** The name of its file. */
  String fileName() {
    String name = session.sessionId().replaceAll("[^A-Za-z0-9._-]", "-");
    return (withdrawn ? "cancelled-" : "") + name + ".ics";
  }

  String uid() {
    return session.sessionId()
        + "."
        + registrationId
        + "@"
        + programme.programmeId()
        + ".cocreation";
  }

  private long sequence() {
    Instant latest = at.isAfter(programme.setAt()) ? at : programme.setAt();
    return Math.max(0, latest.getEpochSecond() - EPOCH);
  }

  /** The calendar as text, with the line ends and folds that the format asks for. */
  String text(String organiserAddress) {
    ZoneId zone = programme.zone();
    StringBuilder out = new StringBuilder(1024);
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//cocreation//notification//EN");
    line(out, "CALSCALE:GREGORIAN");
    line(out, "METHOD:" + method());
    zone(out, zone);
    line(out, "BEGIN:VEVENT");
    line(out, "UID:" + escaped(uid()));
    line(out, "SEQUENCE:" + sequence());
    line(out, "DTSTAMP:" + UTC.format(at));
    line(out, "DTSTART;TZID=" + zone.getId() + ":" + local(session.startsAt(), zone));
    line(out, "DTEND;TZID=" + zone.getId() + ":" + local(session.endsAt(), zone));
    line(out, "SUMMARY:" + escaped(session.title().in(language)));
    line(out, "DESCRIPTION:" + escaped(description()));
    line(out, "LOCATION:" + escaped(location()));
    if (mode == Choice.Mode.ONLINE && joinLink != null && !withdrawn) {
      line(out, "URL:" + joinLink);
    }
    String organiser =
        programme.organisers().isEmpty()
            ? programme.title().in(language)
            : programme.organisers().get(0);
    line(
        out,
        "ORGANIZER;CN=\""
            + organiser.replaceAll("[\"\\p{Cntrl}]", "")
            + "\":mailto:"
            + organiserAddress);
    line(out, "STATUS:" + (withdrawn ? "CANCELLED" : "CONFIRMED"));
    line(out, "TRANSP:OPAQUE");
    if (!withdrawn) {
      line(out, "BEGIN:VALARM");
      line(out, "ACTION:DISPLAY");
      line(out, "DESCRIPTION:" + escaped(session.title().in(language)));
      line(out, "TRIGGER:-PT15M");
      line(out, "END:VALARM");
    }
    line(out, "END:VEVENT");
    line(out, "END:VCALENDAR");
    return out.toString();
  }

  private String description() {
    String title = programme.title().in(language);
    if (mode == Choice.Mode.ONLINE && joinLink != null && !withdrawn) {
      return title + "\n" + (language == Language.ES ? "Entrar: " : "Join: ") + joinLink;
    }
    return title;
  }

  private String location() {
    String venue = session.venue();
    if (mode == Choice.Mode.VENUE && venue != null) {
      return venue;
    }
    return joinLink != null && mode == Choice.Mode.ONLINE
        ? joinLink
        : language == Language.ES ? "En línea" : "Online";
  }

  private static String local(Instant instant, ZoneId zone) {
    return LOCAL.format(instant.atZone(zone));
  }

  /**
   * The zone's rule around the session: the offset then, and the changes of the year before and
   * after.
   */
  private void zone(StringBuilder out, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    Instant start = session.startsAt();
    line(out, "BEGIN:VTIMEZONE");
    line(out, "TZID:" + zone.getId());
    ZoneOffsetTransition change = rules.previousTransition(start);
    if (change == null) {
      observance(
          out,
          rules,
          rules.getOffset(start),
          rules.getOffset(start),
          LocalDateTime.of(1970, 1, 1, 0, 0),
          start);
    } else {
      observance(
          out,
          rules,
          change.getOffsetBefore(),
          change.getOffsetAfter(),
          change.getDateTimeBefore(),
          change.getInstant());
    }
    ZoneOffsetTransition next = rules.nextTransition(start);
    if (next != null) {
      observance(
          out,
          rules,
          next.getOffsetBefore(),
          next.getOffsetAfter(),
          next.getDateTimeBefore(),
          next.getInstant());
    }
    line(out, "END:VTIMEZONE");
  }

  private static void observance(
      StringBuilder out,
      ZoneRules rules,
      ZoneOffset before,
      ZoneOffset after,
      LocalDateTime from,
      Instant at) {
    String kind = rules.isDaylightSavings(at) ? "DAYLIGHT" : "STANDARD";
    line(out, "BEGIN:" + kind);
    line(out, "DTSTART:" + LOCAL.format(from));
    line(out, "TZOFFSETFROM:" + offset(before));
    line(out, "TZOFFSETTO:" + offset(after));
    line(out, "END:" + kind);
  }

  private static String offset(ZoneOffset offset) {
    int seconds = offset.getTotalSeconds();
    int minutes = Math.abs(seconds) / 60;
    return "%s%02d%02d".formatted(seconds < 0 ? "-" : "+", minutes / 60, minutes % 60);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cntrl}", "");
  }

  /** A line of at most 75 bytes, continued on the next with a space; no character is torn apart. */
  private static void line(StringBuilder out, String text) {
    int bytes = 0;
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      String character = Character.toString(point);
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + size > FOLD) {
        out.append("\r\n ");
        bytes = 1;
      }
      out.append(character);
      bytes += size;
      i += character.length();
    }
    out.append("\r\n");
  }
}
