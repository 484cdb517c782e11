package org.cocreation.attendance.domain.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.cocreation.attendance.domain.roster.RosterKey.Kind;

/** By which keys a person on the roster can be found. */
public final class PersonKeys {

  private PersonKeys() {}

  /**
   * All keys of a person for whom a row may be taken; none while the contact is missing, after
   * cancelling and after erasure.
   */
  public static List<RosterKey> of(Person person) {
    Contact contact = person.contact();
    if (contact == null || !person.matchable()) {
      return List.of();
    }
    String programme = person.programmeId();
    Set<RosterKey> keys = new LinkedHashSet<>(exact(person));
    EmailAddress.read(contact.email())
        .ifPresent(email -> keys.add(new RosterKey(programme, Kind.MAILBOX, email.plainMailbox())));
    keys.addAll(NameKeys.carried(programme, nameKey(contact)));
    String organisation =
        contact.organisation() == null ? "" : PersonName.fold(contact.organisation());
    if (!organisation.isEmpty()) {
      keys.add(new RosterKey(programme, Kind.ORGANISATION, organisation));
    }
    return List.copyOf(keys);
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
      keys.add(new RosterKey(person.programmeId(), Kind.NAME, PersonName.Reading.sorted(name)));
    }
    return keys;
  }

  /**
   * The keys of all rows whose match may change with this person: those that carry the whole
   * address or name, and those of whom somebody was remembered by a part of the name.
   */
  public static List<RosterKey> touching(Person person) {
    Contact contact = person.contact();
    if (contact == null) {
      return List.of();
    }
    Set<RosterKey> keys = new LinkedHashSet<>(exact(person));
    keys.addAll(NameKeys.partsOf(person.programmeId(), nameKey(contact)));
    return List.copyOf(keys);
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
    return PersonName.keyOf(contact.name());
  }
}
