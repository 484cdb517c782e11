package org.cocreation.registration.domain.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.registration.domain.Faults;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.Session;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people send about themselves and their choices, or refuses it with every fault and the
 * field it is in.
 */
final class RegistrationCheck {
  private static final int LONGEST_LINE = 200;

  /** A draft that is right. */
  record Checked(Person person, List<Choice> choices) {}

  /** Contact details that are right. */
  record CheckedContact(String name, @Nullable String organisation, Language language) {}

  private RegistrationCheck() {}

  static Checked registration(RegistrationDraft draft, Programme programme) {
    Faults faults = new Faults();
    String name = faults.requiredLine("name", draft.name(), LONGEST_LINE);
    EmailAddress email = email(faults, draft.email());
    String organisation = faults.optionalLine("organisation", draft.organisation(), LONGEST_LINE);
    String sector = listed(faults, "sector", draft.sector(), programme.document().sectors());
    String district =
        listed(faults, "district", draft.district(), programme.document().districts());
    Language language = faults.word("language", draft.language(), Language.class, null);
    Map<SessionId, Mode> modes = modes(faults, draft.choices(), programme, Map.of());
    faults.refuseIfAny();
    Person person = Person.of(name, email, organisation, sector, district, language);
    return new Checked(
        person,
        modes.entrySet().stream()
            .map(entry -> Choice.of(entry.getKey(), entry.getValue()))
            .toList());
  }

  static CheckedContact contact(
      @Nullable String name, @Nullable String organisation, @Nullable String language) {
    Faults faults = new Faults();
    CheckedContact contact =
        new CheckedContact(
            faults.requiredLine("name", name, LONGEST_LINE),
            faults.optionalLine("organisation", organisation, LONGEST_LINE),
            faults.word("language", language, Language.class, null));
    faults.refuseIfAny();
    return contact;
  }

  static Map<SessionId, Mode> choices(
      @Nullable Map<String, @Nullable String> drafts, Programme programme, Registration current) {
    Faults faults = new Faults();
    Map<SessionId, Mode> before = new LinkedHashMap<>();
    current.choices().forEach(choice -> before.put(choice.sessionId(), choice.mode()));
    Map<SessionId, Mode> modes = modes(faults, drafts, programme, before);
    faults.refuseIfAny();
    return modes;
  }

  static EmailAddress email(Faults faults, @Nullable String written) {
    Optional<EmailAddress> email = Optional.ofNullable(written).flatMap(EmailAddress::parse);
    if (email.isEmpty()) {
      faults.add(
          "email",
          "an e-mail address, as ana@civic.example",
          "Give the e-mail address that we can write to.");
    }
    return email.orElse(new EmailAddress(""));
  }

  private static String listed(
      Faults faults, String field, @Nullable String value, List<String> allowed) {
    if (allowed.isEmpty()) {
      return faults.requiredLine(field, value, 80);
    }
    if (value == null || !allowed.contains(value)) {
      String expected = String.join(", ", allowed);
      faults.add(field, "one of " + expected, "Choose one of " + expected + " for " + field + ".");
      return "";
    }
    return value;
  }

  /**
   * One mode for each session of the programme, in its order; a cancelled session keeps what it
   * had.
   */
  private static Map<SessionId, Mode> modes(
      Faults faults,
      @Nullable Map<String, @Nullable String> drafts,
      Programme programme,
      Map<SessionId, Mode> before) {
    Map<String, @Nullable String> given = drafts == null ? Map.of() : drafts;
    List<Session> sessions = programme.document().sessions();
    for (String id : given.keySet()) {
      if (sessions.stream().noneMatch(session -> session.sessionId().value().equals(id))) {
        String expected =
            String.join(
                ", ", sessions.stream().map(session -> session.sessionId().value()).toList());
        faults.add(
            "choices." + printable(id),
            "one of the sessions " + expected,
            "The programme has no such session.");
      }
    }
    Map<SessionId, Mode> modes = new LinkedHashMap<>();
    for (Session session : sessions) {
      SessionId id = session.sessionId();
      Mode had = before.getOrDefault(id, Mode.NONE);
      modes.put(id, mode(faults, session, given.get(id.value()), had));
    }
    if (modes.values().stream().allMatch(mode -> mode == Mode.NONE)) {
      faults.add(
          "choices",
          "online or venue for at least one session",
          "Choose online or venue for at least one session. To take part in none any more, cancel the registration.");
    }
    return modes;
  }

  private static Mode mode(Faults faults, Session session, @Nullable String word, Mode had) {
    String field = "choices." + session.sessionId();
    Mode mode = faults.word(field, word, Mode.class, Mode.NONE);
    if (!session.planned()) {
      if (mode != Mode.NONE && mode != had) {
        faults.add(field, "none", "This session was cancelled; choose another one.");
      }
      return had;
    }
    if (mode == Mode.VENUE && session.venue() == null && had != Mode.VENUE) {
      faults.add(field, "online or none", "This session has no venue; choose online.");
    }
    return mode;
  }

  private static String printable(String text) {
    String clean = text.replaceAll("[^\\p{Alnum}-]", "?");
    return clean.length() <= 64 ? clean : clean.substring(0, 64);
  }
}
