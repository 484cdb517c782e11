package org.cocreation.attendance.domain;

import java.util.Objects;

/**
 * One sentence in the two languages of the programme.
 *
 * @param en English
 * @param es Spanish
 */
public record Bilingual(String en, String es) {

  /** Both languages are always there. */
  public Bilingual {
    Objects.requireNonNull(en);
    Objects.requireNonNull(es);
  }
}
