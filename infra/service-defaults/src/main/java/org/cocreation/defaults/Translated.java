package org.cocreation.defaults;

import jakarta.validation.constraints.NotBlank;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text in the languages of the programme, in requests and answers.
 *
 * @param en the English text, always there
 * @param es the Spanish text, if there is one
 */
public record Translated(@NotBlank String en, @Nullable String es) {

  /** The text for a reader of this language; English when there is none in it. */
  public String in(Locale reader) {
    return es != null && !es.isBlank() && reader.getLanguage().equals("es") ? es : en;
  }
}
