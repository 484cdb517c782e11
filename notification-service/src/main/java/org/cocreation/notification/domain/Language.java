package org.cocreation.notification.domain;

/**
 * The languages people are written to in. English is spoken everywhere a translation is missing.
 */
public enum Language {
  EN,
  ES;

  /** The language of an ISO 639 code; anything but {@code es} is read as English. */
  public static Language of(String code) {
    return code.toLowerCase(java.util.Locale.ROOT).startsWith("es") ? ES : EN;
  }

  /** The ISO 639 code. */
  public String code() {
    return this == ES ? "es" : "en";
  }
}
