package org.cocreation.registration.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything wrong with what was sent, so that a person learns all of it at once. The
 * readers give a usable value also where they found a fault; nothing of it is used, because {@link
 * #refuseIfAny} follows.
 */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  public void add(String field, String expected, String detail) {
    found.add(new Fault(field, expected, detail));
  }

  /** Throws everything that was found as one refusal. */
  public void refuseIfAny() {
    if (!found.isEmpty()) {
      throw Refusal.invalid(found);
    }
  }

  /** A text that must be there: stripped, in composed form (NFC), without control characters. */
  public String required(String field, @Nullable String value, int longest) {
    String text = optional(field, value, longest);
    if (text == null) {
      add(field, "a text of 1 to " + longest + " characters", "Fill in " + field + ".");
      return "";
    }
    return text;
  }

  /** A text that may be missing; blank counts as missing. */
  public @Nullable String optional(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String text = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
    if (text.length() > longest) {
      add(
          field,
          "at most " + longest + " characters",
          "Shorten " + field + "; it has " + text.length() + " characters.");
    }
    if (text.chars()
        .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')) {
      add(
          field,
          "a text without control characters",
          "Remove the control characters from " + field + ".");
    }
    return text;
  }

  /** Like {@link #required}, and on one line. */
  public String requiredLine(String field, @Nullable String value, int longest) {
    String text = required(field, value, longest);
    refuseLineBreaks(field, text);
    return text;
  }

  /** Like {@link #optional}, and on one line. */
  public @Nullable String optionalLine(String field, @Nullable String value, int longest) {
    String text = optional(field, value, longest);
    if (text != null) {
      refuseLineBreaks(field, text);
    }
    return text;
  }

  private void refuseLineBreaks(String field, String text) {
    if (text.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t')) {
      add(field, "one line", "Put " + field + " on one line.");
    }
  }

  /** One of the words of an enum; missing gives the default, and is a fault when there is none. */
  public <E extends Enum<E>> E word(
      String field, @Nullable String value, Class<E> words, @Nullable E otherwise) {
    E[] constants = words.getEnumConstants();
    if (value == null && otherwise != null) {
      return otherwise;
    }
    for (E constant : constants) {
      if (wordOf(constant).equals(value)) {
        return constant;
      }
    }
    String expected =
        Arrays.stream(constants).map(Faults::wordOf).collect(Collectors.joining(", "));
    add(field, "one of " + expected, "Choose one of " + expected + " for " + field + ".");
    return constants[0];
  }

  /** The word that an enum's constant has on the wire. */
  public static String wordOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * A whole number between two others, both included; missing gives the default, and is a fault
   * when there is none.
   */
  public int number(
      String field, @Nullable Integer value, int least, int most, @Nullable Integer otherwise) {
    if (value == null && otherwise != null) {
      return otherwise;
    }
    if (value == null || value < least || value > most) {
      add(
          field,
          "a whole number from " + least + " to " + most,
          "Give " + field + " as a whole number from " + least + " to " + most + ".");
      return least;
    }
    return value;
  }

  /** An address of the web that must be there. */
  public String requiredUrl(String field, @Nullable String value) {
    String url = optionalUrl(field, value);
    if (url == null) {
      add(field, "an http or https address", "Fill in " + field + ".");
      return "";
    }
    return url;
  }

  /** An address of the web, or nothing. */
  public @Nullable String optionalUrl(String field, @Nullable String value) {
    String url = optionalLine(field, value, 2000);
    if (url != null && !isWebAddress(url)) {
      add(
          field,
          "an http or https address",
          "Give " + field + " as a whole address that begins with https://.");
    }
    return url;
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
