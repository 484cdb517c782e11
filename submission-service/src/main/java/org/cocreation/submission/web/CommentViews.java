package org.cocreation.submission.web;

import java.time.Instant;
import org.cocreation.submission.domain.consultation.Comment;
import org.jspecify.annotations.Nullable;

/** Comments as they are shown: to anybody, and to those who moderate. */
final class CommentViews {

  private static final String ANONYMOUS = "anonymous";

  private CommentViews() {}

  record ResponseView(String effect, String text, Instant answeredAt) {
    static @Nullable ResponseView of(Comment.@Nullable Response response) {
      return response == null
          ? null
          : new ResponseView(Slugs.of(response.effect()), response.text(), response.at());
    }
  }

  record PublicComment(
      String commentId,
      String name,
      String text,
      String language,
      Instant receivedAt,
      @Nullable Instant publishedAt,
      @Nullable ResponseView response) {

    static PublicComment of(Comment comment) {
      Comment.Moderation moderation = comment.moderation();
      return new PublicComment(
          comment.id().value(),
          nameOf(comment),
          comment.text(),
          comment.language(),
          comment.receivedAt(),
          moderation == null ? null : moderation.at(),
          ResponseView.of(comment.response()));
    }
  }

  record ModerationView(String decision, @Nullable String reason, String by, Instant at) {
    static @Nullable ModerationView of(Comment.@Nullable Moderation moderation) {
      return moderation == null
          ? null
          : new ModerationView(
              moderation.published() ? "publish" : "reject",
              moderation.reason(),
              moderation.by().value(),
              moderation.at());
    }
  }

  record ModeratedComment(
      String commentId,
      String programmeId,
      String commitmentId,
      @Nullable String commitmentNumber,
      String state,
      String name,
      String text,
      String language,
      Instant receivedAt,
      @Nullable ModerationView moderation,
      @Nullable ResponseView response) {

    static ModeratedComment of(Comment comment, @Nullable String commitmentNumber) {
      return new ModeratedComment(
          comment.id().value(),
          comment.programme().value(),
          comment.commitment().value(),
          commitmentNumber,
          comment.published() ? "published" : Slugs.of(comment.stage()),
          nameOf(comment),
          comment.text(),
          comment.language(),
          comment.receivedAt(),
          ModerationView.of(comment.moderation()),
          ResponseView.of(comment.response()));
    }
  }

  private static String nameOf(Comment comment) {
    String name = comment.name();
    return name == null ? ANONYMOUS : name;
  }
}
