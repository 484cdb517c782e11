package org.cocreation.registration.domain;

import java.util.regex.Pattern;

/** Names a programme in addresses and events: 2 to 64 lower-case letters, digits and hyphens. */
public record ProgrammeId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,63}");

  /** Whether a text could name a programme or a session. */
  public static boolean couldBe(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
