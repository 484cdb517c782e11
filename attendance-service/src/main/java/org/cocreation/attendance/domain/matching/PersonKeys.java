package org.cocreation.attendance.domain.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.cocreation.attendance.domain.roster.RosterKey.Kind;

/** By which keys a person on the roster can be found. */
public final class PersonKeys {

  private PersonKeys() {}

  /** All keys of a person; none while the contact is missing or after erasure. */
  public static List<RosterKey> of(Person person) {
    Contact contact = person.contact();
    if (contact == null) {
      return List.of();
    }
    List<RosterKey> keys = new ArrayList<>(exact(person));
    String programme = person.programmeId();
    EmailAddress.read(contact.email())
        .ifPresent(email -> keys.add(new RosterKey(programme, Kind.MAILBOX, email.mailbox())));
    for (String word : PersonName.wordsOf(nameKey(contact))) {
      keys.add(new RosterKey(programme, Kind.WORD, word));
    }
    return keys.stream().distinct().toList();
  }

  /** The keys by which a row is matched without asking anybody: whole address and whole name. */
  public static List<RosterKey> exact(Person person) {
    Contact contact = person.contact();
    if (contact == null) {
      return List.of();
    }
    List<RosterKey> keys = new ArrayList<>();
    email(person).ifPresent(keys::add);
    String name = nameKey(contact);
    if (!name.isEmpty()) {
      keys.add(new RosterKey(person.programmeId(), Kind.NAME, name));
    }
    return keys;
  }

  /** The key of a person's address. */
  static Optional<RosterKey> email(Person person) {
    Contact contact = person.contact();
    return contact == null
        ? Optional.empty()
        : EmailAddress.read(contact.email())
            .map(email -> new RosterKey(person.programmeId(), Kind.EMAIL, email.key()));
  }

  /** The normalised whole name under which somebody registered. */
  static String nameKey(Contact contact) {
    return PersonName.read(contact.name()).key();
  }
}
