package org.cocreation.attendance.domain.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Person;
import org.jspecify.annotations.Nullable;

/**
 * Weighs what speaks for one person being meant, in sentences. The score puts the likelier first;
 * nothing is ever decided by it.
 */
final class Weighing {

  private static final int WHOLE_NAME = 70;
  private static final int DECIDED_BEFORE = 60;
  private static final int SAME_EMAIL = 50;
  private static final int MISTYPED_EMAIL = 40;
  private static final int SAME_MAILBOX = 30;
  private static final int WORD_IN_MAILBOX = 8;
  private static final int SAME_INSTITUTION = 15;
  private static final int NEAR_INSTITUTION = 6;
  private static final int OTHER_INSTITUTION = -10;
  private static final int INSTITUTION_ALONE = 15;

  private final List<Bilingual> reasons = new ArrayList<>();
  private int score;

  private Weighing() {}

  /** What speaks for a person; empty when nothing does. */
  static Optional<Suggestion> weigh(
      Seen seen, List<String> texts, List<Alias.Lesson> before, Person person) {
    Contact contact = person.contact();
    if (contact == null) {
      return Optional.empty();
    }
    String registered = PersonKeys.nameKey(contact);
    Weighing email = new Weighing();
    email.email(seen.email(), contact, registered, seen.name().telling().isEmpty());
    Optional<Weighing> name =
        texts.stream()
            .map(text -> nameOf(text, registered))
            .max(Comparator.comparingInt(each -> each.score));
    Weighing all = new Weighing();
    all.before(before, person.registrationId());
    all.add(email);
    name.ifPresent(all::add);
    if (all.reasons.isEmpty()) {
      all.institutionAlone(texts, contact.organisation());
    } else {
      all.institution(seen.name(), registered, contact.organisation());
    }
    return all.reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(new Suggestion(person, Math.max(1, Math.min(99, all.score)), all.reasons));
  }

  private void add(Weighing other) {
    score += other.score;
    reasons.addAll(other.reasons);
  }

  private void says(int weight, String en, String es) {
    score += weight;
    reasons.add(new Bilingual(en, es));
  }

  private void before(List<Alias.Lesson> lessons, String registrationId) {
    lessons.stream()
        .filter(lesson -> lesson.registrationIds().contains(registrationId))
        .findFirst()
        .ifPresent(
            lesson ->
                says(
                    DECIDED_BEFORE,
                    "was decided to be meant in session " + lesson.sessionId(),
                    "se decidió que era esta persona en la sesión " + lesson.sessionId()));
  }

  private void email(
      @Nullable EmailAddress email, Contact contact, String registered, boolean littleElse) {
    EmailAddress own = EmailAddress.read(contact.email()).orElse(null);
    if (email == null || own == null) {
      return;
    }
    if (own.equals(email)) {
      says(SAME_EMAIL, "has exactly this e-mail", "tiene exactamente este correo");
    } else if (email.slipOf(own)) {
      boolean swapped = sortedLetters(email.key()).equals(sortedLetters(own.key()));
      says(
          MISTYPED_EMAIL,
          swapped
              ? "has this e-mail but for letters that are swapped"
              : "has this e-mail but for a letter or two",
          swapped
              ? "tiene este correo salvo letras cambiadas de lugar"
              : "tiene este correo salvo una o dos letras");
    } else if (own.mailbox().equals(email.mailbox())) {
      says(
          SAME_MAILBOX,
          "has the same e-mail but for what follows the @",
          "tiene el mismo correo salvo lo que sigue a la @");
    } else if (own.plainMailbox().equals(email.plainMailbox())) {
      says(
          SAME_MAILBOX,
          "has the same e-mail but for dots or what follows a plus",
          "tiene el mismo correo salvo puntos o lo que sigue a un más");
    } else if (littleElse) {
      for (String word : PersonName.wordsOf(registered)) {
        if (word.length() > 3 && Folding.fold(email.mailbox()).contains(word)) {
          says(
              WORD_IN_MAILBOX,
              "the e-mail contains “" + word + "” of the name",
              "el correo contiene «" + word + "» del nombre");
        }
      }
    }
  }

  private static String sortedLetters(String text) {
    return text.chars()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Weighing nameOf(String text, String registered) {
    Weighing name = new Weighing();
    name.name(text, registered);
    return name;
  }

  private void name(String text, String registered) {
    List<String> words = telling(text);
    List<String> own = telling(registered);
    if (text.equals(registered)) {
      says(WHOLE_NAME, "has exactly this name", "tiene exactamente este nombre");
      return;
    }
    if (words.isEmpty() || own.isEmpty()) {
      return;
    }
    if (words.size() == own.size() && Set.copyOf(words).equals(Set.copyOf(own))) {
      says(
          WHOLE_NAME - 5,
          "has the same words in the name, in another order",
          "tiene las mismas palabras en el nombre, en otro orden");
      return;
    }
    if (text.replace(" ", "").equals(registered.replace(" ", ""))) {
      says(
          WHOLE_NAME - 5,
          "has the same letters in the name, with other spaces",
          "tiene las mismas letras en el nombre, con otros espacios");
      return;
    }
    List<Likeness.Pair> pairs = Likeness.align(words, own);
    double sum = pairs.stream().mapToDouble(pair -> pair.kind().weight()).sum();
    score += (int) Math.round(WHOLE_NAME * 2 * sum / (words.size() + own.size()));
    Set<String> left = new HashSet<>(own);
    for (Likeness.Pair pair : pairs) {
      left.remove(pair.registered());
      reasons.add(sentence(pair));
    }
    boolean allWritten = pairs.size() == words.size() && words.size() > 1;
    if (allWritten && left.size() == 1) {
      String missing = left.iterator().next();
      says(
          0,
          "is registered with “" + missing + "” besides",
          "está en la lista también con «" + missing + "»");
    }
  }

  private static Bilingual sentence(Likeness.Pair pair) {
    String written = pair.written();
    String own = pair.registered();
    return switch (pair.kind()) {
      case SAME ->
          new Bilingual(
              "shares the word “" + own + "” of the name",
              "comparte la palabra «" + own + "» del nombre");
      case PET_NAME ->
          new Bilingual(
              "“" + written + "” is a short form of “" + own + "”, or the other way round",
              "«" + written + "» es una forma corta de «" + own + "», o al revés");
      case SLIP ->
          new Bilingual(
              "“" + written + "” may be “" + own + "” mistyped",
              "«" + written + "» puede ser «" + own + "» mal escrito");
      case SOUND ->
          new Bilingual(
              "“" + written + "” sounds like “" + own + "”",
              "«" + written + "» suena como «" + own + "»");
      case BEGINNING ->
          new Bilingual(
              "“" + written + "” is how “" + own + "” begins",
              "«" + written + "» es como empieza «" + own + "»");
      case INITIAL ->
          new Bilingual(
              "has a name that begins with “" + written.charAt(0) + "”",
              "tiene un nombre que empieza por «" + written.charAt(0) + "»");
    };
  }

  private void institution(PersonName name, String registered, @Nullable String organisation) {
    Institution.Standing best = null;
    for (String institution : name.institutions()) {
      best = better(best, Institution.compare(institution, organisation));
    }
    for (PersonName.Reading reading : name.readings()) {
      for (String beside : reading.beside()) {
        Institution.Standing standing = Institution.compare(beside, organisation);
        boolean own = !Likeness.align(telling(beside), telling(registered)).isEmpty();
        if (!own && standing != Institution.Standing.DIFFERENT) {
          best = better(best, standing);
        }
      }
    }
    if (best == Institution.Standing.SAME) {
      says(SAME_INSTITUTION, "comes from the same institution", "viene de la misma institución");
    } else if (best == Institution.Standing.NEAR) {
      says(
          NEAR_INSTITUTION,
          "may come from the same institution",
          "puede venir de la misma institución");
    } else if (best == Institution.Standing.DIFFERENT) {
      says(
          OTHER_INSTITUTION,
          "but registered another institution",
          "pero inscribió otra institución");
    }
  }

  private static Institution.Standing better(
      Institution.@Nullable Standing one, Institution.Standing other) {
    if (one == null || rank(other) > rank(one)) {
      return other;
    }
    return one;
  }

  private static int rank(Institution.Standing standing) {
    return switch (standing) {
      case SAME -> 3;
      case NEAR -> 2;
      case DIFFERENT -> 1;
      case UNKNOWN -> 0;
    };
  }

  private void institutionAlone(List<String> texts, @Nullable String organisation) {
    if (texts.stream()
        .anyMatch(text -> Institution.compare(text, organisation) == Institution.Standing.SAME)) {
      says(
          INSTITUTION_ALONE,
          "comes from the institution that stands in place of a name",
          "viene de la institución que está en lugar de un nombre");
    }
  }

  private static List<String> telling(String text) {
    return PersonName.wordsOf(text).stream().filter(word -> !NameWords.small(word)).toList();
  }
}
