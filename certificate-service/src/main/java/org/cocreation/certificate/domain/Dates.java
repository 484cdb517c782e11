package org.cocreation.certificate.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Dates as people read them, in a programme's zone. The month names are written here because those
 * of a JDK change from one release to the next, and a certificate should not.
 */
public final class Dates {

  private static final List<String> ENGLISH =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> SPANISH =
      List.of(
          "enero",
          "febrero",
          "marzo",
          "abril",
          "mayo",
          "junio",
          "julio",
          "agosto",
          "septiembre",
          "octubre",
          "noviembre",
          "diciembre");

  private Dates() {}

  /** {@code 20 Feb 2020}, {@code 20 feb 2020}. */
  public static String brief(Instant instant, ZoneId zone, Language language) {
    LocalDate date = instant.atZone(zone).toLocalDate();
    return date.getDayOfMonth() + " " + month(date, language).substring(0, 3) + " " + year(date);
  }

  /** {@code 20 February 2020}, {@code 20 de febrero de 2020}. */
  public static String full(Instant instant, ZoneId zone, Language language) {
    LocalDate date = instant.atZone(zone).toLocalDate();
    String of = language == Language.ES ? " de " : " ";
    return date.getDayOfMonth() + of + month(date, language) + of + year(date);
  }

  private static String month(LocalDate date, Language language) {
    return (language == Language.ES ? SPANISH : ENGLISH).get(date.getMonthValue() - 1);
  }

  private static String year(LocalDate date) {
    return Integer.toString(date.getYear());
  }
}
