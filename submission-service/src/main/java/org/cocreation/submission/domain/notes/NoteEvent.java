package org.cocreation.submission.domain.notes;

import java.time.Instant;
import java.util.List;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.RegistrationId;
import org.cocreation.submission.domain.evaluation.NoteDecision;
import org.jspecify.annotations.Nullable;

/** What can happen to a concept note that others should know; nothing in it says who wrote it. */
public sealed interface NoteEvent {

  NoteId note();

  ProgrammeId programme();

  RegistrationId author();

  record Submitted(
      NoteId note,
      ProgrammeId programme,
      RegistrationId author,
      String number,
      String title,
      List<String> policyAreas,
      Instant at,
      boolean certified)
      implements NoteEvent {}

  record Withdrawn(NoteId note, ProgrammeId programme, RegistrationId author, Instant at)
      implements NoteEvent {}

  record Decided(
      NoteId note,
      ProgrammeId programme,
      RegistrationId author,
      String number,
      String title,
      NoteDecision.Verdict verdict,
      @Nullable String classification,
      List<String> policyAreas,
      String reason,
      Instant at)
      implements NoteEvent {}
}
