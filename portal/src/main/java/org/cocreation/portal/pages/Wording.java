package org.cocreation.portal.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.cocreation.portal.services.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Words for the templates, as {@code @words} there: translated texts, dates in a programme's time
 * zone, and names of codes. A code without a translation is shown as it is rather than hidden.
 */
@Component("words")
public class Wording {

  private final MessageSource messages;

  Wording(MessageSource messages) {
    this.messages = messages;
  }

  /** A text of the programme in the reader's language. */
  public String of(@Nullable Text text) {
    return text == null ? "" : text.in(locale());
  }

  /** The translation of a code within a family, such as {@code sector} and {@code academia}. */
  public String code(String family, @Nullable String code) {
    if (code == null) {
      return "";
    }
    String shown = messages.getMessage(family + "." + code, null, code, locale());
    return shown == null ? code : shown;
  }

  /** A day and time as read in the programme's zone, such as {@code Thu 13 Feb 2020, 10:30}. */
  public String time(@Nullable Instant instant, @Nullable String zone) {
    return format(instant, zone, "EEE d MMM uuuu, HH:mm");
  }

  /** Only the time of day, such as {@code 12:00}. */
  public String clock(@Nullable Instant instant, @Nullable String zone) {
    return format(instant, zone, "HH:mm");
  }

  /** Only the day, such as {@code 13 February 2020}. */
  public String day(@Nullable Instant instant, @Nullable String zone) {
    return format(instant, zone, "d MMMM uuuu");
  }

  /** How far a field has come towards its limit, such as {@code 12 / 150}. */
  public String words(Map<String, String> counts, String field) {
    return counts.getOrDefault(field, "");
  }

  private String format(@Nullable Instant instant, @Nullable String zone, String pattern) {
    if (instant == null) {
      return "";
    }
    return DateTimeFormatter.ofPattern(pattern, locale()).withZone(zoneOrUtc(zone)).format(instant);
  }

  private static ZoneId zoneOrUtc(@Nullable String zone) {
    try {
      return zone == null ? ZoneId.of("UTC") : ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      return ZoneId.of("UTC");
    }
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
