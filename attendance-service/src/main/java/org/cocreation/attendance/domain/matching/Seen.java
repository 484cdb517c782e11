package org.cocreation.attendance.domain.matching;

import java.util.ArrayList;
import java.util.List;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a feed saw, as far as matching is concerned.
 *
 * @param identity under what
 * @param email their address, when the feed gives one
 * @param name their name, as typed and read
 */
public record Seen(Identity identity, @Nullable EmailAddress email, PersonName name) {

  /** The keys that a person must carry to be matched exactly. */
  public List<RosterKey> exactKeys(String programmeId) {
    List<RosterKey> keys = new ArrayList<>();
    if (email != null) {
      keys.add(new RosterKey(programmeId, RosterKey.Kind.EMAIL, email.key()));
    }
    for (String reading : name.telling()) {
      keys.add(new RosterKey(programmeId, RosterKey.Kind.NAME, reading));
    }
    return keys;
  }
}
