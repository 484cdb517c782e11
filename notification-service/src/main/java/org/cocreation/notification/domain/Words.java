package org.cocreation.notification.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text in English and, where somebody wrote it, in Spanish.
 *
 * @param en the English text, always there
 * @param es the Spanish text, or null when there is none
 */
public record Words(String en, @Nullable String es) {

  public Words {
    Objects.requireNonNull(en, "en");
  }

  /** The text in that language, or in English where it is missing. */
  public String in(Language language) {
    return language == Language.ES && es != null && !es.isBlank() ? es : en;
  }
}
