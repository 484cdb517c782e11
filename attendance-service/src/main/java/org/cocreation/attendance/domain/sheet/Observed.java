package org.cocreation.attendance.domain.sheet;

import java.util.Optional;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.matching.EmailAddress;
import org.cocreation.attendance.domain.matching.Identity;
import org.cocreation.attendance.domain.matching.PersonName;
import org.cocreation.attendance.domain.presence.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was seen: what a row of a file and a message of a feed have in common.
 *
 * @param origin where that stands; the same thing told again has the same
 * @param revision the source's own revision of it: of two with one origin the higher counts,
 *     whatever came first
 * @param registrationId who it is, if the source knows; null when it does not
 * @param name as the source gives it; null when it gives none
 * @param email as the source gives it; null when it gives none
 * @param institution as the source gives it; null when it gives none
 * @param evidence what it says about their presence
 * @param staff whether the source says that this is a host, speaker or helper
 */
public record Observed(
    Origin origin,
    int revision,
    @Nullable String registrationId,
    @Nullable String name,
    @Nullable String email,
    @Nullable String institution,
    Evidence evidence,
    boolean staff) {

  /** A registration was seen: a scan, or a click on a personal link. */
  public static Observed registration(Origin origin, String registrationId, Evidence evidence) {
    return new Observed(origin, 0, registrationId, null, null, null, evidence, false);
  }

  /** A row of an import. */
  static Observed row(String importId, Sighting sighting) {
    return new Observed(
        Origin.row(importId, sighting.row()),
        0,
        sighting.registrationId(),
        sighting.name(),
        sighting.email(),
        sighting.institution(),
        sighting.evidence(),
        sighting.staff());
  }

  /** What an entry of an observation says. */
  static Observed of(Entry entry, Observation observation) {
    return new Observed(
        entry.origin(),
        entry.revision(),
        null,
        entry.name(),
        observation.email(),
        entry.institution(),
        entry.evidence(),
        entry.staff());
  }

  /** Under what they were seen; empty when nothing names them. */
  public Optional<Identity> identity() {
    return Identity.of(
        registrationId, EmailAddress.read(email).orElse(null), PersonName.read(name, institution));
  }

  Entry entry() {
    return new Entry(origin, revision, name, institution, evidence, staff);
  }
}
