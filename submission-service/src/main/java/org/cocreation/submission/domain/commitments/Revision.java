package org.cocreation.submission.domain.commitments;

import java.time.Instant;
import java.util.List;
import org.cocreation.submission.domain.Content;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.NoteId;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as somebody left it.
 *
 * @param revision from 1
 * @param summaryOfChange null for the first only
 * @param derivesFrom the notes it rests on, at least one (rule 8)
 */
public record Revision(
    int revision,
    Instant at,
    MemberId by,
    @Nullable String summaryOfChange,
    List<NoteId> derivesFrom,
    Content content) {

  public Revision {
    derivesFrom = List.copyOf(derivesFrom);
  }

  public String title() {
    return content.text("title").strip();
  }
}
