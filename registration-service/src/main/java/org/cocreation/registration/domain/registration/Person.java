package org.cocreation.registration.domain.registration;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who registered: the personal data of a registration, in one place so that erasure takes it all.
 *
 * @param searchText name, e-mail and organisation without case and accents, for a coordinator's
 *     search
 */
public record Person(
    String name,
    EmailAddress email,
    @Nullable String organisation,
    String sector,
    String district,
    Language language,
    String searchText) {

  public static Person of(
      String name,
      EmailAddress email,
      @Nullable String organisation,
      String sector,
      String district,
      Language language) {
    String everything =
        name + " " + email.value() + (organisation == null ? "" : " " + organisation);
    return new Person(
        name, email, organisation, sector, district, language, searchable(everything));
  }

  Person with(String newName, @Nullable String newOrganisation, Language newLanguage) {
    return of(newName, email, newOrganisation, sector, district, newLanguage);
  }

  /** A text as it is searched: without accents, in lower case, one space between words. */
  public static String searchable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Personal data stays out of logs, also by accident. */
  @Override
  public String toString() {
    return "Person[…]";
  }
}
