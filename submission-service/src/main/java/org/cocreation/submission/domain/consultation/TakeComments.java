package org.cocreation.submission.domain.consultation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.cocreation.submission.domain.CommentId;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.Fault;
import org.cocreation.submission.domain.Ids;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.Outcome;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.Words;
import org.cocreation.submission.domain.commitments.Commitment;
import org.cocreation.submission.domain.commitments.Commitments;
import org.jspecify.annotations.Nullable;

/**
 * Takes comments from anybody while the consultation is open, holds them, and lets the committee
 * publish, reject and answer them.
 */
public final class TakeComments {

  public static final int MOST_CHARACTERS = 4000;
  public static final int LONGEST_NAME = 80;

  private final Comments comments;
  private final Commitments commitments;
  private final HoldConsultation consultations;
  private final PlainText plainText;
  private final Ids ids;
  private final Clock clock;

  public TakeComments(
      Comments comments,
      Commitments commitments,
      HoldConsultation consultations,
      PlainText plainText,
      Ids ids,
      Clock clock) {
    this.comments = comments;
    this.commitments = commitments;
    this.consultations = consultations;
    this.plainText = plainText;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Holds a comment for moderation. A plan is published only after the consultation was closed and
   * no comment is held, so it is enough to look again after writing: what came in while the
   * consultation was closing is turned away.
   */
  public Comment take(
      CommitmentId on, @Nullable String name, @Nullable String text, @Nullable String language) {
    CommentId id = new CommentId(ids.next());
    if (comments.changedBefore(id.value())) {
      return takenBefore(id);
    }
    Commitment commitment =
        commitments.find(on.value()).orElseThrow(() -> Refusal.unknown("commitment")).state();
    ProgrammeId programme = commitment.programme();
    requireOpen(programme);
    Comment comment =
        new Comment(
            id,
            on,
            programme,
            cleanName(name),
            cleanText(text),
            "es".equals(language) ? "es" : "en",
            clock.instant(),
            Comment.Stage.HELD,
            null,
            null,
            List.of());
    comments.change(id.value(), before -> Outcome.of(comment, List.of()));
    if (!isOpen(programme)) {
      change(id, held -> Outcome.of(held.turnedAway(), List.of()));
      throw notOpen();
    }
    return comment;
  }

  private Comment takenBefore(CommentId id) {
    return comments
        .find(id.value())
        .map(Versioned::state)
        .filter(comment -> comment.stage() != Comment.Stage.LATE)
        .orElseThrow(TakeComments::notOpen);
  }

  public Comment moderate(MemberId by, CommentId id, boolean publish, @Nullable String reason) {
    String why = reason == null || reason.isBlank() ? null : reason.strip();
    if (!publish && why == null) {
      throw Refusal.invalid("reason", "the reason", "Please say why the comment is rejected.");
    }
    return change(
        id, comment -> comment.moderate(new Comment.Moderation(publish, why, by, clock.instant())));
  }

  public Comment respond(MemberId by, CommentId id, Comment.Effect effect, @Nullable String text) {
    String words = Words.required("text", text, "the response and its reason");
    return change(
        id, comment -> comment.respond(new Comment.Response(effect, words, by, clock.instant())));
  }

  private Comment change(
      CommentId id, Function<Comment, Outcome<Comment, CommentEvent, Comment>> decide) {
    return comments.change(
        id.value(),
        found ->
            decide.apply(
                found
                    .filter(comment -> comment.stage() != Comment.Stage.LATE)
                    .orElseThrow(() -> Refusal.unknown("comment"))));
  }

  private @Nullable String cleanName(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    String clean = plainText.of(name).strip();
    if (clean.length() > LONGEST_NAME) {
      throw tooLong("name", clean.length(), LONGEST_NAME);
    }
    return clean.isEmpty() ? null : clean;
  }

  private String cleanText(@Nullable String text) {
    String given = Words.required("text", text, "a comment");
    if (given.length() > MOST_CHARACTERS) {
      throw tooLong("text", given.length(), MOST_CHARACTERS);
    }
    return Words.required("text", plainText.of(given), "a comment in plain text");
  }

  private static Refusal tooLong(String field, int length, int most) {
    String detail = "It has %d characters; the limit is %d.".formatted(length, most);
    return Refusal.invalid(
        "comment-too-long",
        detail,
        List.of(new Fault(field, "at most " + most + " characters", detail)));
  }

  private boolean isOpen(ProgrammeId programme) {
    Instant now = clock.instant();
    return consultations.of(programme).openAt(now);
  }

  private void requireOpen(ProgrammeId programme) {
    if (!isOpen(programme)) {
      throw notOpen();
    }
  }

  private static Refusal notOpen() {
    return Refusal.conflict(
        "consultation-not-open", "The consultation is not open, so no comments are taken.");
  }
}
