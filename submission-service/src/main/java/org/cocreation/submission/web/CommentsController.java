package org.cocreation.submission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Idempotent;
import org.cocreation.defaults.Page;
import org.cocreation.defaults.ProblemException;
import org.cocreation.submission.domain.CommentId;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.commitments.Commitment;
import org.cocreation.submission.domain.commitments.Commitments;
import org.cocreation.submission.domain.consultation.Comment;
import org.cocreation.submission.domain.consultation.Comment.Stage;
import org.cocreation.submission.domain.consultation.Comments;
import org.cocreation.submission.domain.consultation.TakeComments;
import org.cocreation.submission.web.CommentViews.ModeratedComment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/submission")
@Tag(
    name = "Comments",
    description = "Comments from the public, their moderation and the responses")
class CommentsController {

  private static final Map<String, Set<Stage>> STATES =
      Map.of(
          "held", EnumSet.of(Stage.HELD),
          "published", EnumSet.of(Stage.UNANSWERED, Stage.ANSWERED),
          "unanswered", EnumSet.of(Stage.UNANSWERED),
          "rejected", EnumSet.of(Stage.REJECTED));
  private static final Set<Stage> ALL = EnumSet.complementOf(EnumSet.of(Stage.LATE));

  private final TakeComments take;
  private final Comments comments;
  private final Commitments commitments;
  private final CommentRate rate;

  CommentsController(
      TakeComments take, Comments comments, Commitments commitments, CommentRate rate) {
    this.take = take;
    this.comments = comments;
    this.commitments = commitments;
    this.rate = rate;
  }

  record CommentBody(
      @Nullable @Size(max = 100_000) String text,
      @Nullable @Size(max = 1000) String name,
      @Nullable @Size(max = 10) String language) {}

  record Receipt(String commentId, String state) {}

  record ModerationBody(@NotNull String decision, @Nullable @Size(max = 2000) String reason) {}

  record ResponseBody(@NotNull String effect, @Nullable @Size(max = 5000) String text) {}

  @PostMapping("/commitments/{commitment}/comments")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Idempotent
  @Operation(
      summary = "Comment on a commitment; held until somebody of the committee has read it",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      examples =
                          @ExampleObject(
                              "{\"text\": \"Please publish the readings of the New River too.\", \"name\": \"Marco\", \"language\": \"en\"}"))))
  Receipt comment(
      @PathVariable CommitmentId commitment,
      @Valid @RequestBody CommentBody body,
      HttpServletRequest request) {
    rate.pass(request);
    Comment held = take.take(commitment, body.name(), body.text(), body.language());
    return new Receipt(held.id().value(), Slugs.of(held.stage()));
  }

  @GetMapping("/programmes/{programme}/comments")
  @Operation(summary = "Comments for those who moderate and answer")
  Page<ModeratedComment> list(
      @PathVariable ProgrammeId programme,
      @RequestParam(required = false) @Nullable String state,
      Cursor cursor) {
    Page<Comment> page =
        Page.of(
            comments.in(programme, stages(state), cursor.after(), cursor.fetch()),
            cursor,
            c -> c.id().value());
    Map<String, Commitment> on =
        commitments.findAll(
            page.items().stream().map(c -> c.commitment().value()).distinct().toList());
    return page.map(
        comment -> {
          Commitment commitment = on.get(comment.commitment().value());
          return ModeratedComment.of(comment, commitment == null ? null : commitment.number());
        });
  }

  @PostMapping("/comments/{comment}/moderation")
  @Operation(summary = "Publish a held comment, or reject it with a reason")
  ModeratedComment moderate(
      @PathVariable CommentId comment,
      @Valid @RequestBody ModerationBody body,
      Principal principal) {
    boolean publish = body.decision().equals("publish");
    if (!publish && !body.decision().equals("reject")) {
      throw ProblemException.invalid(
          "decision", "publish or reject", "\"decision\" must be publish or reject.");
    }
    return view(take.moderate(new MemberId(principal.getName()), comment, publish, body.reason()));
  }

  @PostMapping("/comments/{comment}/response")
  @Operation(summary = "Answer a published comment: what it came to, and why")
  ModeratedComment respond(
      @PathVariable CommentId comment, @Valid @RequestBody ResponseBody body, Principal principal) {
    return view(
        take.respond(
            new MemberId(principal.getName()),
            comment,
            Slugs.parse(Comment.Effect.class, body.effect(), "effect"),
            body.text()));
  }

  private ModeratedComment view(Comment comment) {
    String number =
        commitments.find(comment.commitment().value()).map(c -> c.state().number()).orElse(null);
    return ModeratedComment.of(comment, number);
  }

  private static Set<Stage> stages(@Nullable String state) {
    if (state == null || state.isBlank()) {
      return ALL;
    }
    Set<Stage> stages = STATES.get(state);
    if (stages == null) {
      List<String> choices = STATES.keySet().stream().sorted().toList();
      throw ProblemException.invalid(
          "state", "one of " + choices, "\"state\" must be one of " + choices + ".");
    }
    return stages;
  }
}
