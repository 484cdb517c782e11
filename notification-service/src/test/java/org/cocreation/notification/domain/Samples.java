package org.cocreation.notification.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.cocreation.notification.domain.Choice.Mode;
import org.cocreation.notification.domain.Choice.Place;

/** A programme and the people in it. */
public final class Samples {

  static final String PROGRAMME = "belize-2020";
  static final Instant START = Instant.parse("2020-02-13T16:30:00Z");
  static final Instant EARLY = Instant.parse("2020-02-01T12:00:00Z");
  static final Patience PATIENCE =
      new Patience(
          Duration.ofMinutes(2),
          3,
          Duration.ofSeconds(30),
          Duration.ofHours(2),
          Duration.ofSeconds(3));

  private Samples() {}

  /** A clock that is put forward by hand. */
  static final class HandClock extends Clock {

    Instant now = EARLY;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration time) {
      now = now.plus(time);
    }
  }

  public static Session webinar(int number) {
    return webinar(number, START.plus(Duration.ofDays(7L * (number - 1))), false);
  }

  static Session webinar(int number, Instant startsAt, boolean cancelled) {
    return new Session(
        "webinar-" + number,
        number,
        new Words("Webinar " + number, "Seminario " + number),
        startsAt,
        90,
        cancelled,
        "BTEC, Belize City",
        "https://rooms.example/" + number);
  }

  public static Programme programme(int revision, Session... sessions) {
    return new Programme(
        PROGRAMME,
        revision,
        EARLY.plusSeconds(revision),
        new Words("Open Belize", "Belice abierto"),
        "America/Belize",
        false,
        List.of("Trust for Openness"),
        null,
        List.of(sessions));
  }

  public static Choice online(int number) {
    return new Choice("webinar-" + number, Mode.ONLINE, Place.SEAT, null);
  }

  static Choice seat(int number) {
    return new Choice("webinar-" + number, Mode.VENUE, Place.SEAT, null);
  }

  static Choice waiting(int number) {
    return new Choice("webinar-" + number, Mode.VENUE, Place.WAITING, 3);
  }

  static Choice none(int number) {
    return new Choice("webinar-" + number, Mode.NONE, Place.NONE, null);
  }

  public static Correspondence.News registered(
      String cause, String registration, Choice... choices) {
    return Correspondence.registered(
        cause, registration, PROGRAMME, EARLY, "c2VhbGVk", List.of(choices));
  }

  public static Correspondence.Address address(String registration) {
    return new Correspondence.Address(
        "address of " + registration,
        registration,
        PROGRAMME,
        new Contact("Ana Peña", registration + "@example.org", Language.ES),
        1);
  }
}
