package org.cocreation.submission.messaging;

import java.time.Instant;
import java.util.List;
import org.cocreation.messaging.Announcement;
import org.cocreation.messaging.Announcer;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.commitments.CommitmentEvent;
import org.springframework.stereotype.Component;

/** Tells what happened to commitments; the key is the commitment. */
@Component
final class CommitmentAnnouncer implements Announcer<CommitmentEvent> {

  record CommitmentDrafted(
      String commitmentId,
      String programmeId,
      String number,
      String title,
      List<String> derivesFrom,
      int revision,
      Instant draftedAt) {}

  record CommitmentEdited(
      String commitmentId,
      String programmeId,
      String number,
      String title,
      List<String> derivesFrom,
      int revision,
      Instant draftedAt,
      Instant editedAt,
      String summaryOfChange) {}

  @Override
  public List<Announcement> announce(CommitmentEvent event) {
    if (event instanceof CommitmentEvent.Drafted e) {
      String key = e.commitment().value();
      return List.of(
          Facts.of(
              "commitment-drafted",
              key,
              new CommitmentDrafted(
                  key,
                  e.programme().value(),
                  e.number(),
                  e.title(),
                  values(e.derivesFrom()),
                  e.revision(),
                  e.draftedAt())));
    }
    if (event instanceof CommitmentEvent.Edited e) {
      String key = e.commitment().value();
      return List.of(
          Facts.of(
              "commitment-edited",
              key,
              new CommitmentEdited(
                  key,
                  e.programme().value(),
                  e.number(),
                  e.title(),
                  values(e.derivesFrom()),
                  e.revision(),
                  e.draftedAt(),
                  e.editedAt(),
                  e.summaryOfChange())));
    }
    throw Facts.unknown(event);
  }

  private static List<String> values(List<NoteId> notes) {
    return notes.stream().map(NoteId::value).toList();
  }
}
