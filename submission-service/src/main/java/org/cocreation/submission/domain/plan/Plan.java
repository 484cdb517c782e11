package org.cocreation.submission.domain.plan;

import java.time.Instant;
import java.util.List;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.Content;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One published version of an action plan. It never changes: what comes later is another version.
 *
 * @param version from 1 within the programme
 */
public record Plan(
    ProgrammeId programme,
    int version,
    Wording title,
    Instant publishedAt,
    MemberId by,
    ConsultationRecord consultation,
    List<PlannedCommitment> commitments) {

  /** The consultation that the version rests on, in figures. */
  public record ConsultationRecord(
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      @Nullable Instant closedAt,
      int comments,
      int accepted,
      int partlyAccepted,
      int notAccepted) {}

  /** A commitment as it was at publication, with all of its words. */
  public record PlannedCommitment(
      CommitmentId id,
      String number,
      String title,
      int revision,
      int templateVersion,
      Content content,
      List<Source> derivesFrom) {

    public PlannedCommitment {
      derivesFrom = List.copyOf(derivesFrom);
    }
  }

  /** A note that a commitment rests on. */
  public record Source(NoteId note, String number, String title) {}

  public Plan {
    commitments = List.copyOf(commitments);
  }

  /** The id of a version. */
  public static String id(ProgrammeId programme, int version) {
    return programme.value() + ".v" + version;
  }
}
