package org.cocreation.submission.domain.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.submission.domain.World.ANA;
import static org.cocreation.submission.domain.World.BEGIN;
import static org.cocreation.submission.domain.World.BELIZE;
import static org.cocreation.submission.domain.World.CARLA;

import java.time.Duration;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cocreation.submission.domain.CommentId;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.World;
import org.cocreation.submission.domain.consultation.Comment.Effect;
import org.cocreation.submission.domain.consultation.Comment.Stage;
import org.junit.jupiter.api.Test;

class ConsultationTest {

  private final World world = new World();

  private static void refuses(ThrowingCallable what, String slug) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.slug()).isEqualTo(slug));
  }

  private CommitmentId opened() {
    CommitmentId commitment = world.drafted("Rivers", world.selected(ANA, "Clean rivers"));
    world.hold.open(BELIZE, null);
    return commitment;
  }

  private CommentId held() {
    return world.take.take(opened(), "Marco", "Add the lakes.", "en").id();
  }

  @Test
  void opensForTheProcesssLengthUnlessADateIsGiven() {
    opened();
    Consultation.Round round = Objects.requireNonNull(world.hold.of(BELIZE).latest());
    assertThat(round.closesAt()).isEqualTo(BEGIN.plus(Duration.ofDays(30)));
    assertThat(world.consultations.announced())
        .containsExactly(new ConsultationEvent.Opened(BELIZE, BEGIN, round.closesAt()));
  }

  @Test
  void needsSomethingToConsultOnAndTimeToDoIt() {
    refuses(() -> world.hold.open(BELIZE, null), "nothing-to-consult-on");
    world.drafted("Rivers", world.selected(ANA, "Clean rivers"));
    refuses(() -> world.hold.open(BELIZE, BEGIN), "invalid-request");
  }

  @Test
  void opensOnceAtATime() {
    opened();
    refuses(() -> world.hold.open(BELIZE, null), "consultation-open");
  }

  @Test
  void closesEarlyOnlyWithAReason() {
    opened();
    refuses(() -> world.hold.close(BELIZE, " "), "invalid-request");
    Consultation closed = world.hold.close(BELIZE, "The plan is due.");
    assertThat(Objects.requireNonNull(closed.latest()).closedEarlyBecause())
        .isEqualTo("The plan is due.");
    assertThat(world.hold.close(BELIZE, null)).isEqualTo(closed);
    assertThat(world.consultations.announced()).hasSize(2);
  }

  @Test
  void closesNothingThatWasNeverOpened() {
    refuses(() -> world.hold.close(BELIZE, "x"), "consultation-not-held");
  }

  @Test
  void isOverAtItsDateAndTheSweepMakesItKnown() {
    CommitmentId commitment = opened();
    world.clock.pass(Duration.ofDays(30));
    refuses(() -> world.take.take(commitment, null, "Too late.", null), "consultation-not-open");
    assertThat(world.hold.closeOverdue()).isEqualTo(1);
    assertThat(world.hold.closeOverdue()).isZero();
    assertThat(world.consultations.announced())
        .last()
        .isEqualTo(new ConsultationEvent.Closed(BELIZE, BEGIN.plus(Duration.ofDays(30))));
  }

  @Test
  void beginsAnotherRoundAndClosesAForgottenOne() {
    opened();
    world.clock.pass(Duration.ofDays(31));
    Consultation second = world.hold.open(BELIZE, null);
    assertThat(second.rounds()).hasSize(2);
    assertThat(second.rounds().get(0).closedAt()).isEqualTo(BEGIN.plus(Duration.ofDays(30)));
    assertThat(world.consultations.announced()).hasSize(3);
  }

  @Test
  void holdsACommentUntilSomebodyHasReadIt() {
    Comment comment = world.comments.find(held().value()).orElseThrow().state();
    assertThat(comment.stage()).isEqualTo(Stage.HELD);
    assertThat(world.comments.announced()).isEmpty();
  }

  @Test
  void takesPlainTextAndKeepsNoNameWhenNoneIsGiven() {
    world.plainText = text -> text.replaceAll("<[^>]*>", "");
    CommitmentId commitment = opened();
    Comment comment = world.take.take(commitment, " ", "<b>Bold</b> words", "es");
    assertThat(comment.text()).isEqualTo("Bold words");
    assertThat(comment.name()).isNull();
    assertThat(comment.language()).isEqualTo("es");
    refuses(() -> world.take.take(commitment, null, "<p></p>", null), "invalid-request");
  }

  @Test
  void limitsTheLengthOfTextAndName() {
    CommitmentId commitment = opened();
    refuses(() -> world.take.take(commitment, null, "x".repeat(4001), null), "comment-too-long");
    refuses(() -> world.take.take(commitment, "x".repeat(81), "x", null), "comment-too-long");
    assertThat(world.take.take(commitment, "x".repeat(80), "x".repeat(4000), null)).isNotNull();
  }

  @Test
  void takesNoCommentsOutsideOfAConsultation() {
    CommitmentId commitment = world.drafted("Rivers", world.selected(ANA, "Clean rivers"));
    refuses(() -> world.take.take(commitment, null, "Early.", null), "consultation-not-open");
    refuses(() -> world.take.take(new CommitmentId("none"), null, "x", null), "not-found");
  }

  @Test
  void turnsAwayACommentThatCameInWhileTheConsultationWasClosing() {
    CommitmentId commitment = opened();
    world.comments.meanwhile = () -> world.hold.close(BELIZE, "Now.");
    refuses(
        () -> world.take.take(commitment, "Marco", "At the last moment.", null),
        "consultation-not-open");
    Comment late = world.comments.list(c -> true, null, 10).get(0).state();
    assertThat(late.stage()).isEqualTo(Stage.LATE);
    assertThat(late.text()).isEmpty();
    refuses(() -> world.take.moderate(CARLA, late.id(), true, null), "not-found");
  }

  @Test
  void rejectsOnlyWithAReason() {
    CommentId id = held();
    refuses(() -> world.take.moderate(CARLA, id, false, null), "invalid-request");
    assertThat(world.take.moderate(CARLA, id, false, "Insults a person.").stage())
        .isEqualTo(Stage.REJECTED);
    assertThat(world.comments.announced()).isEmpty();
  }

  @Test
  void moderatesOnce() {
    CommentId id = held();
    world.take.moderate(CARLA, id, true, null);
    world.take.moderate(CARLA, id, true, null);
    assertThat(world.comments.announced()).hasSize(1);
    refuses(() -> world.take.moderate(CARLA, id, false, "Second thoughts."), "comment-moderated");
  }

  @Test
  void answersOnlyWhatIsPublished() {
    CommentId id = held();
    refuses(() -> world.take.respond(CARLA, id, Effect.ACCEPTED, "Yes."), "comment-not-published");
    world.take.moderate(CARLA, id, true, null);
    refuses(() -> world.take.respond(CARLA, id, Effect.ACCEPTED, "  "), "invalid-request");
    assertThat(world.take.respond(CARLA, id, Effect.ACCEPTED, "Yes.").stage())
        .isEqualTo(Stage.ANSWERED);
  }

  @Test
  void keepsAResponseThatWasReplacedAndAnnouncesOnlyTheFirst() {
    CommentId id = held();
    world.take.moderate(CARLA, id, true, null);
    world.take.respond(CARLA, id, Effect.ACCEPTED, "Yes.");
    world.take.respond(CARLA, id, Effect.ACCEPTED, "Yes.");
    Comment comment = world.take.respond(CARLA, id, Effect.PARTLY_ACCEPTED, "In part.");
    assertThat(comment.earlier()).extracting(Comment.Response::text).containsExactly("Yes.");
    assertThat(world.comments.announced()).hasSize(2);
  }
}
