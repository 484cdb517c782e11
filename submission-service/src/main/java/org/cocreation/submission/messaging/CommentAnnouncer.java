package org.cocreation.submission.messaging;

import java.time.Instant;
import java.util.List;
import org.cocreation.messaging.Announcement;
import org.cocreation.messaging.Announcer;
import org.cocreation.submission.domain.consultation.CommentEvent;
import org.springframework.stereotype.Component;

/**
 * Tells when comments are published and answered, never whose they are or what they say; the key is
 * the commitment.
 */
@Component
final class CommentAnnouncer implements Announcer<CommentEvent> {

  record CommentPublished(
      String commentId, String commitmentId, String programmeId, Instant publishedAt) {}

  record CommentAnswered(
      String commentId, String commitmentId, String programmeId, Instant answeredAt) {}

  @Override
  public List<Announcement> announce(CommentEvent event) {
    if (event instanceof CommentEvent.Published e) {
      String key = e.commitment().value();
      return List.of(
          Facts.of(
              "comment-published",
              key,
              new CommentPublished(e.comment().value(), key, e.programme().value(), e.at())));
    }
    if (event instanceof CommentEvent.Answered e) {
      String key = e.commitment().value();
      return List.of(
          Facts.of(
              "comment-answered",
              key,
              new CommentAnswered(e.comment().value(), key, e.programme().value(), e.at())));
    }
    throw Facts.unknown(event);
  }
}
