package org.cocreation.submission.domain;

import org.jspecify.annotations.Nullable;

/**
 * The same words in the platform's two languages.
 *
 * @param en English, always there
 * @param es Spanish, where somebody wrote it
 */
public record Wording(String en, @Nullable String es) {

  public Wording {
    es = es == null || es.isBlank() ? null : es;
  }

  public static Wording of(String en, String es) {
    return new Wording(en, es);
  }

  /** The Spanish words, or the English ones for want of them. */
  public String inSpanish() {
    return es == null ? en : es;
  }
}
