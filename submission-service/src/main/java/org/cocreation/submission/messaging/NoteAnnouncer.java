package org.cocreation.submission.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cocreation.messaging.Announcement;
import org.cocreation.messaging.Announcer;
import org.cocreation.submission.domain.notes.NoteEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what happened to notes; the key is the note. */
@Component
final class NoteAnnouncer implements Announcer<NoteEvent> {

  record NoteSubmitted(
      String noteId,
      String programmeId,
      String registrationId,
      String number,
      String title,
      List<String> policyAreas,
      Instant submittedAt,
      boolean certified) {}

  record NoteWithdrawn(
      String noteId, String programmeId, String registrationId, Instant withdrawnAt) {}

  record NoteDecided(
      String noteId,
      String programmeId,
      String registrationId,
      String number,
      String title,
      String outcome,
      @Nullable String classification,
      List<String> policyAreas,
      String reason,
      Instant decidedAt) {}

  @Override
  public List<Announcement> announce(NoteEvent event) {
    String key = event.note().value();
    String programme = event.programme().value();
    String author = event.author().value();
    if (event instanceof NoteEvent.Submitted e) {
      return List.of(
          Facts.of(
              "note-submitted",
              key,
              new NoteSubmitted(
                  key,
                  programme,
                  author,
                  e.number(),
                  e.title(),
                  e.policyAreas(),
                  e.at(),
                  e.certified())));
    }
    if (event instanceof NoteEvent.Withdrawn e) {
      return List.of(
          Facts.of("note-withdrawn", key, new NoteWithdrawn(key, programme, author, e.at())));
    }
    if (event instanceof NoteEvent.Decided e) {
      return List.of(
          Facts.of(
              "note-decided",
              key,
              new NoteDecided(
                  key,
                  programme,
                  author,
                  e.number(),
                  e.title(),
                  e.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                  e.classification(),
                  e.policyAreas(),
                  e.reason(),
                  e.at())));
    }
    throw Facts.unknown(event);
  }
}
