package org.cocreation.registration.domain.programme;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * A programme and how often its document has changed.
 *
 * @param revision from 1, one more for each different document
 * @param unsettledSince since when the seats of its sessions wait to be made known to the places;
 *     null = they are
 */
public record Programme(
    ProgrammeId programmeId,
    int revision,
    ProgrammeDocument document,
    @Nullable Instant unsettledSince) {

  /** What a new document came to. */
  public record Set(Programme programme, boolean created, boolean changed) {}

  /**
   * The same document again changes nothing; another one is the next revision, and is announced.
   */
  public static Decided<Programme, ProgrammeSet, Set> set(
      Optional<Programme> current, ProgrammeId id, ProgrammeDocument document, Instant now) {
    if (current.isEmpty()) {
      Programme created = new Programme(id, 1, document, null);
      return Decided.of(created, List.of(created.announcement()), new Set(created, true, true));
    }
    Programme before = current.get();
    if (before.document.equals(document)) {
      return Decided.unchanged(new Set(before, false, false));
    }
    Programme next = new Programme(id, before.revision + 1, document, now);
    return Decided.of(next, List.of(next.announcement()), new Set(next, false, true));
  }

  /** The seats of this revision are known to the places; a newer revision stays unsettled. */
  public Decided<Programme, ProgrammeSet, Boolean> settled(int settledRevision) {
    return revision == settledRevision && unsettledSince != null
        ? Decided.of(new Programme(programmeId, revision, document, null), List.of(), true)
        : Decided.unchanged(false);
  }

  public Optional<Session> session(SessionId id) {
    return document.session(id);
  }

  public boolean open() {
    return document.status() == ProgrammeStatus.OPEN;
  }

  private ProgrammeSet announcement() {
    return new ProgrammeSet(programmeId, revision, document);
  }
}
