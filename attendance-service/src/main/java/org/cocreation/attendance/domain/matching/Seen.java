package org.cocreation.attendance.domain.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a feed saw, as far as matching is concerned.
 *
 * @param identity under what
 * @param email their address, when the feed gives one or it stands in place of the name
 * @param name their name, as typed and read
 */
public record Seen(Identity identity, @Nullable EmailAddress email, PersonName name) {

  /** Takes an address that stands in place of the name for the address. */
  public Seen {
    email = email == null ? name.address() : email;
  }

  /** The keys that a person must carry to be matched exactly. */
  public List<RosterKey> exactKeys(String programmeId) {
    List<RosterKey> keys = new ArrayList<>();
    if (email != null) {
      keys.add(new RosterKey(programmeId, RosterKey.Kind.EMAIL, email.key()));
    }
    for (PersonName.Reading reading : name.readings()) {
      if (reading.telling()) {
        keys.add(new RosterKey(programmeId, RosterKey.Kind.NAME, reading.sorted()));
      }
    }
    return keys;
  }

  /** As {@link NameKeys#mayBe}, of everything that may be the name. */
  List<Set<RosterKey>> mayBe(String programmeId) {
    return texts().stream()
        .flatMap(text -> NameKeys.mayBe(programmeId, text).stream())
        .distinct()
        .toList();
  }

  /** All keys with which the match may change when somebody comes, changes or goes. */
  public Set<RosterKey> keys(String programmeId) {
    Set<RosterKey> keys = new LinkedHashSet<>(exactKeys(programmeId));
    mayBe(programmeId).forEach(keys::addAll);
    return keys;
  }

  /** Everything that may be the name, the whole cell first. */
  List<String> texts() {
    if (name.readings().isEmpty()) {
      return name.blank() ? List.of() : List.of(name.key());
    }
    return name.readings().stream().map(PersonName.Reading::text).toList();
  }
}
