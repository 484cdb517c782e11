package org.cocreation.proof.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cocreation.proof.faults.Client.Answer;
import org.cocreation.proof.faults.Client.Caller;
import org.cocreation.proof.platform.Waiting;
import tools.jackson.databind.JsonNode;

/**
 * Sessions on a leap day, in the night that is an hour short and in the one that is an hour long:
 * what people are told by e-mail and by the invitation in it are the very moments that were set.
 */
final class Calendar implements Fault {

  /** A session of 90 minutes. */
  record Date(String name, String zone, Instant startsAt) {

    static final Duration LASTS = Duration.ofMinutes(90);

    ZonedDateTime start() {
      return startsAt.atZone(ZoneId.of(zone));
    }

    ZonedDateTime end() {
      return startsAt.plus(LASTS).atZone(ZoneId.of(zone));
    }
  }

  static final List<Date> DATES =
      List.of(
          new Date("leap-day", "America/Belize", Instant.parse("2028-02-29T16:30:00Z")),
          new Date("short-night", "Europe/Madrid", Instant.parse("2027-03-28T00:30:00Z")),
          new Date("long-night", "America/New_York", Instant.parse("2027-11-07T05:30:00Z")),
          new Date("new-year", "Pacific/Auckland", Instant.parse("2028-12-31T10:30:00Z")));

  private static final DateTimeFormatter TOLD =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ENGLISH);

  @Override
  public String name() {
    return "calendar";
  }

  @Override
  public int times(boolean isShort) {
    return 1;
  }

  @Override
  public boolean mailMayRepeat() {
    return false;
  }

  @Override
  public Strike strike(Bench bench, Random random) {
    List<String> wrong = new ArrayList<>();
    for (Date date : DATES) {
      String programme = programme(bench, date);
      Answer set =
          bench
              .load()
              .ask(
                  Caller.COORDINATOR,
                  "PUT",
                  "/api/registration/programmes/" + programme,
                  document(date),
                  "");
      Answer registered =
          bench
              .load()
              .register(
                  programme,
                  Load.registration(
                      "Ana Calendar",
                      email(bench, date),
                      "en",
                      new LinkedHashMap<>(Map.of("only", "venue"))),
                  new UUID(random.nextLong(), random.nextLong()).toString());
      if (!set.done() || !registered.done()) {
        wrong.add(date.name() + " was answered " + set + ", " + registered);
      }
    }
    return bench.recovered(System.nanoTime(), BackingEnds.BACK, wrong);
  }

  private static String programme(Bench bench, Date date) {
    return bench.load().programme() + "-" + date.name();
  }

  private static String email(Bench bench, Date date) {
    return "ana." + programme(bench, date) + "@load.example";
  }

  private static Map<String, Object> document(Date date) {
    Map<String, Object> session = new LinkedHashMap<>();
    session.put("sessionId", "only");
    session.put("title", Map.of("en", "Session " + date.name()));
    session.put("startsAt", date.startsAt().toString());
    session.put("durationMinutes", Date.LASTS.toMinutes());
    session.put("venue", Map.of("name", "Hall", "place", "Here", "seats", 5));
    return Map.of(
        "title",
        Map.of("en", "Calendar " + date.name()),
        "timeZone",
        date.zone(),
        "sessions",
        List.of(session));
  }

  @Override
  public List<String> afterQuiet(Bench bench, Random random) {
    List<String> wrong = new ArrayList<>();
    for (Date date : DATES) {
      Told[] told = new Told[1];
      Waiting.until(
          bench.options().within(15),
          () -> {
            told[0] = told(bench.mailbox(), email(bench, date));
            return !told[0].text().isEmpty();
          });
      wrong.addAll(judged(date, told[0]));
    }
    return wrong;
  }

  /**
   * What somebody was told.
   *
   * @param text of the e-mail, empty when there is none
   * @param invitation the iCalendar file with it
   */
  record Told(String text, String invitation) {}

  private static Told told(Client mailbox, String email) {
    try {
      Answer list =
          mailbox.once(
              Caller.PUBLIC, "GET", "/api/messages?to=" + email.replace("@", "%40"), null, "");
      for (JsonNode item : list.body().path("items")) {
        String id = item.get("id").asString();
        Answer message = mailbox.once(Caller.PUBLIC, "GET", "/api/messages/" + id, null, "");
        Answer invitation =
            mailbox.once(Caller.PUBLIC, "GET", "/messages/" + id + "/attachments/0", null, "");
        if (invitation.text().contains("VCALENDAR")) {
          return new Told(message.body().path("text").asString(""), invitation.text());
        }
      }
    } catch (IOException away) {
      return new Told("", "");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return new Told("", "");
  }

  /** What is wrong with what somebody was told of a date. */
  static List<String> judged(Date date, Told told) {
    List<String> wrong = new ArrayList<>();
    String when = date.start().format(TOLD) + "–" + date.end().format(TIME);
    if (!told.text().contains(when)) {
      wrong.add(date.name() + ": the e-mail does not say " + when);
    }
    if (!date.startsAt().equals(moment(date, told, "DTSTART"))) {
      wrong.add(date.name() + ": the invitation begins " + moment(date, told, "DTSTART"));
    }
    if (!date.startsAt().plus(Date.LASTS).equals(moment(date, told, "DTEND"))) {
      wrong.add(date.name() + ": the invitation ends " + moment(date, told, "DTEND"));
    }
    return wrong;
  }

  /** As a calendar program reads it: in the zone, or in UTC; of two such moments the earlier. */
  private static Instant moment(Date date, Told told, String what) {
    Matcher line =
        Pattern.compile(what + "(?:;TZID=([^:\r\n]+))?:(\\d{8}T\\d{6})(Z?)")
            .matcher(told.invitation().substring(Math.max(0, told.invitation().indexOf("VEVENT"))));
    if (!line.find()) {
      return Instant.EPOCH;
    }
    LocalDateTime local = LocalDateTime.parse(line.group(2), LOCAL);
    String zone = line.group(1) == null ? date.zone() : line.group(1);
    return local.atZone(ZoneId.of(line.group(3).isEmpty() ? zone : "UTC")).toInstant();
  }
}
