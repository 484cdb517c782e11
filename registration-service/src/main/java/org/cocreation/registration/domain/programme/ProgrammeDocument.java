package org.cocreation.registration.domain.programme;

import java.util.List;
import java.util.Optional;
import org.cocreation.registration.domain.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * A programme as its coordinators wrote it, checked and complete. Two equal documents say the same
 * programme.
 *
 * @param timeZone an IANA zone id; it decides what people read, never what is stored
 * @param sectors the words that a person may choose from
 * @param districts the same; empty = people write what they like
 * @param sessions in the order of the document, with distinct ids
 */
public record ProgrammeDocument(
    Translated title,
    @Nullable Translated summary,
    String timeZone,
    ProgrammeStatus status,
    AttendanceRules rules,
    List<Signatory> signatories,
    List<String> organisers,
    @Nullable String websiteUrl,
    List<String> sectors,
    List<String> districts,
    List<Session> sessions) {
  public ProgrammeDocument {
    signatories = List.copyOf(signatories);
    organisers = List.copyOf(organisers);
    sectors = List.copyOf(sectors);
    districts = List.copyOf(districts);
    sessions = List.copyOf(sessions);
  }

  public Optional<Session> session(SessionId id) {
    return sessions.stream().filter(session -> session.sessionId().equals(id)).findFirst();
  }
}
