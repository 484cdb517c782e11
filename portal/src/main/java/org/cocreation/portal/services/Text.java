package org.cocreation.portal.services;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text in the languages of the programme.
 *
 * @param en English, which is always there
 * @param es Spanish, where it was given
 */
public record Text(@Nullable String en, @Nullable String es) {

  /**
   * The text in the reader's language, or in English where it was not translated; empty when there
   * is none.
   */
  public String in(Locale locale) {
    String wanted = "es".equals(locale.getLanguage()) && es != null && !es.isBlank() ? es : en;
    return wanted == null ? "" : wanted;
  }
}
