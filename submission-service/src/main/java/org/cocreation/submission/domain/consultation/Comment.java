package org.cocreation.submission.domain.consultation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cocreation.submission.domain.CommentId;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.Outcome;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody from the public said about a commitment.
 *
 * <p>It is held until a committee member publishes or rejects it, and only a published one is
 * answered.
 *
 * @param name as given; null = anonymous. All that is kept of the person
 * @param text plain text
 * @param earlier responses that were replaced, the oldest first
 */
public record Comment(
    CommentId id,
    CommitmentId commitment,
    ProgrammeId programme,
    @Nullable String name,
    String text,
    String language,
    Instant receivedAt,
    Stage stage,
    @Nullable Moderation moderation,
    @Nullable Response response,
    List<Response> earlier) {

  /** How far it has come. */
  public enum Stage {
    HELD,
    /** Published, and waits for its response. */
    UNANSWERED,
    ANSWERED,
    REJECTED,
    /** It came in at the moment of closing and was turned away; emptied. */
    LATE
  }

  /** What the response says that the comment came to. */
  public enum Effect {
    ACCEPTED,
    PARTLY_ACCEPTED,
    NOT_ACCEPTED
  }

  /** A member's decision to publish it or not; the reason is there when not. */
  public record Moderation(boolean published, @Nullable String reason, MemberId by, Instant at) {}

  /** The reasoned response that every published comment gets (rule 8). */
  public record Response(Effect effect, String text, MemberId by, Instant at) {}

  public Comment {
    earlier = List.copyOf(earlier);
  }

  public boolean published() {
    return stage == Stage.UNANSWERED || stage == Stage.ANSWERED;
  }

  /** The same decision again changes nothing; another one is refused. */
  Outcome<Comment, CommentEvent, Comment> moderate(Moderation by) {
    if (moderation != null && moderation.published() == by.published()) {
      return Outcome.unchanged(this);
    }
    if (stage != Stage.HELD) {
      throw Refusal.conflict("comment-moderated", "This comment was moderated already.");
    }
    Comment now =
        new Comment(
            id,
            commitment,
            programme,
            name,
            text,
            language,
            receivedAt,
            by.published() ? Stage.UNANSWERED : Stage.REJECTED,
            by,
            null,
            earlier);
    return Outcome.of(
        now,
        by.published()
            ? List.of(new CommentEvent.Published(id, commitment, programme, by.at()))
            : List.of());
  }

  /** A later response takes the place of the earlier one, which is kept; only the first is news. */
  Outcome<Comment, CommentEvent, Comment> respond(Response with) {
    if (!published()) {
      throw Refusal.conflict("comment-not-published", "Only a published comment gets a response.");
    }
    Response before = response;
    if (before != null && before.effect() == with.effect() && before.text().equals(with.text())) {
      return Outcome.unchanged(this);
    }
    List<Response> replaced = new ArrayList<>(earlier);
    if (before != null) {
      replaced.add(before);
    }
    Comment now =
        new Comment(
            id,
            commitment,
            programme,
            name,
            text,
            language,
            receivedAt,
            Stage.ANSWERED,
            moderation,
            with,
            replaced);
    return Outcome.of(
        now,
        before == null
            ? List.of(new CommentEvent.Answered(id, commitment, programme, with.at()))
            : List.of());
  }

  Comment turnedAway() {
    return new Comment(
        id,
        commitment,
        programme,
        null,
        "",
        language,
        receivedAt,
        Stage.LATE,
        null,
        null,
        List.of());
  }
}
