package org.cocreation.registration.web;

import org.cocreation.defaults.ProblemException;
import org.jspecify.annotations.Nullable;

/** Revisions as entity tags: {@code "3"}. */
final class Revisions {
  private Revisions() {}

  static String tag(int revision) {
    return "\"" + revision + "\"";
  }

  /**
   * The revision that somebody has read, from an optional {@code If-Match}; null = whatever it is
   * now.
   */
  static @Nullable Integer read(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
      return null;
    }
    String text = ifMatch.strip();
    String digits =
        text.startsWith("\"") && text.endsWith("\"") && text.length() > 2
            ? text.substring(1, text.length() - 1)
            : text;
    try {
      return Integer.valueOf(digits);
    } catch (NumberFormatException e) {
      throw ProblemException.invalid(
          "If-Match",
          "the ETag that was read, as \"3\"",
          "Send the ETag of the revision that you have read.");
    }
  }
}
