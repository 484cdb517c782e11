package org.cocreation.attendance.domain.matching;

import java.util.List;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.matching.PersonName.Reading;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Person;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which a written name alone says who somebody is (ADR 0014): it is, without titles and
 * remarks, in the same or in reversed order, every word of the name of exactly one person and at
 * least two; and nothing else in the row speaks against it or stays unexplained.
 */
final class Acceptance {

  private static final Bilingual ORDER =
      new Bilingual(
          "These are one person's names, but in another order, and that may be somebody else's"
              + " name.",
          "Son los nombres de una persona, pero en otro orden, y ese puede ser el nombre de otra.");
  private static final Bilingual INSTITUTION =
      new Bilingual(
          "The name is exactly one person's, but the institution is not the one they registered.",
          "El nombre es exactamente el de una persona, pero la institución no es la que inscribió.");
  private static final Bilingual BESIDE =
      new Bilingual(
          "The name is exactly one person's, but what stands beside it may be somebody else.",
          "El nombre es exactamente el de una persona, pero lo que está al lado puede ser otra.");
  private static final Bilingual EMAIL =
      new Bilingual(
          "The name is exactly one person's, but the e-mail is not the one they registered.",
          "El nombre es exactamente el de una persona, pero el correo no es el que inscribió.");

  private Acceptance() {}

  /** What speaks against taking a row for the one person who bears its name; null when nothing. */
  static @Nullable Bilingual objection(Seen seen, Person person) {
    Contact contact = person.contact();
    if (contact == null) {
      return ORDER;
    }
    String registered = PersonKeys.nameKey(contact);
    Bilingual objection = ORDER;
    for (Reading reading : seen.name().readings()) {
      if (reading.telling() && reading.sorted().equals(Reading.sorted(registered))) {
        objection = objection(seen, reading, registered, contact);
        if (objection == null) {
          return null;
        }
      }
    }
    return objection;
  }

  /**
   * Whether one reading of a row's name may be a person's name with some of it left out: every word
   * is one of the person's names, a form in use of it, or its initial.
   */
  static boolean covers(Seen seen, Person person) {
    return person.contact() != null
        && seen.texts().stream()
            .anyMatch(text -> covers(text, PersonKeys.nameKey(person.contact())));
  }

  private static boolean covers(String text, String registered) {
    List<String> words =
        PersonName.wordsOf(text).stream().filter(word -> !NameWords.small(word)).toList();
    return !words.isEmpty()
        && Likeness.align(words, PersonName.wordsOf(registered)).stream()
                .filter(pair -> pair.kind().saysTheName())
                .count()
            == words.size();
  }

  /** Whether one reading of a row's name is a person's whole name, in whatever order. */
  static boolean bears(Seen seen, Person person) {
    Contact contact = person.contact();
    if (contact == null) {
      return false;
    }
    String registered = Reading.sorted(PersonKeys.nameKey(contact));
    return seen.name().readings().stream()
        .anyMatch(reading -> reading.telling() && reading.sorted().equals(registered));
  }

  /** Whether two people are namesakes, in whatever order their names are written. */
  static boolean sameName(Person one, Person other) {
    return one.contact() != null
        && other.contact() != null
        && Reading.sorted(PersonKeys.nameKey(one.contact()))
            .equals(Reading.sorted(PersonKeys.nameKey(other.contact())));
  }

  /**
   * Whether a row that carries one person's address is written with a whole name that is not that
   * person's: a relative at the same address, a colleague at the same computer. Every word of one
   * reading, or every word of the person's name, has to be in the other, be it mistyped or
   * shortened; the name of a device or an institution says nothing against it.
   */
  static boolean foreign(PersonName name, Contact contact) {
    if (name.device() || name.address() != null || name.telling().isEmpty()) {
      return false;
    }
    List<String> own = PersonName.wordsOf(PersonKeys.nameKey(contact));
    for (Reading reading : name.readings()) {
      Institution.Standing standing = institution(reading.text(), contact);
      long pairs =
          Likeness.align(reading.words(), own).stream().filter(Acceptance::mayBeTheSame).count();
      if ((reading.telling() && pairs == Math.min(own.size(), reading.words().size()))
          || (name.readings().size() == 1 && Institution.looksLike(reading.text()))
          || (name.readings().size() == 1 && standing == Institution.Standing.SAME)) {
        return false;
      }
    }
    return true;
  }

  /** Mario is not María mistyped, and what only sounds alike may be a brother. */
  private static boolean mayBeTheSame(Likeness.Pair pair) {
    return switch (pair.kind()) {
      case SAME, PET_NAME, BEGINNING, INITIAL -> true;
      case SOUND -> false;
      case SLIP -> {
        String one = pair.written();
        String other = pair.registered();
        String longer = one.length() < other.length() ? other : one;
        int stem = Math.min(one.length(), other.length()) - 1;
        boolean sameStem = one.substring(0, stem).equals(other.substring(0, stem));
        yield stem > 2 && !(sameStem && "aeo".indexOf(longer.charAt(longer.length() - 1)) >= 0);
      }
    };
  }

  private static @Nullable Bilingual objection(
      Seen seen, Reading reading, String registered, Contact contact) {
    if (!ordered(reading, registered)) {
      return ORDER;
    }
    boolean sameInstitution = false;
    for (String institution : seen.name().institutions()) {
      Institution.Standing standing = Institution.compare(institution, contact.organisation());
      if (standing == Institution.Standing.DIFFERENT && !restates(institution, registered)) {
        return INSTITUTION;
      }
      sameInstitution |= standing == Institution.Standing.SAME;
    }
    for (String beside : reading.beside()) {
      if (!restates(beside, registered)) {
        Institution.Standing standing = institution(beside, contact);
        if (!explained(standing, beside, reading)) {
          return standing == Institution.Standing.DIFFERENT && Institution.looksLike(beside)
              ? INSTITUTION
              : BESIDE;
        }
        sameInstitution |= standing == Institution.Standing.SAME;
      }
    }
    EmailAddress email = seen.email();
    EmailAddress own = EmailAddress.read(contact.email()).orElse(null);
    boolean ownEmail = email == null || own == null || own.equals(email) || email.slipOf(own);
    return ownEmail || sameInstitution ? null : EMAIL;
  }

  /**
   * What stands beside the name is explained when it is the person's institution, or when the
   * person registered none and it cannot be another person's name.
   */
  private static boolean explained(Institution.Standing standing, String beside, Reading reading) {
    return switch (standing) {
      case SAME, NEAR -> true;
      case DIFFERENT -> false;
      case UNKNOWN ->
          Institution.looksLike(beside) || (beside.indexOf(' ') < 0 && !reading.original());
    };
  }

  private static Institution.Standing institution(String text, Contact contact) {
    return Institution.compare(text, contact.organisation());
  }

  private static boolean restates(String text, String registered) {
    List<String> words = PersonName.wordsOf(text);
    return Likeness.align(words, PersonName.wordsOf(registered)).stream()
            .filter(pair -> pair.kind() == Likeness.Kind.SAME)
            .count()
        == words.size();
  }

  /**
   * The same words in the same order, or the family names first. Without a comma, two names that
   * may each be given or family name are taken in their own order only.
   */
  private static boolean ordered(Reading reading, String registered) {
    if (reading.text().equals(registered)) {
      return true;
    }
    List<String> words = reading.words();
    List<String> own = PersonName.wordsOf(registered);
    boolean rotated = false;
    for (int first = 1; first < words.size() && !rotated; first++) {
      rotated =
          own.subList(0, words.size() - first).equals(words.subList(first, words.size()))
              && own.subList(words.size() - first, own.size()).equals(words.subList(0, first));
    }
    return rotated
        && (reading.turned() || !NameWords.either(words.get(0)) || !NameWords.either(own.get(0)));
  }
}
