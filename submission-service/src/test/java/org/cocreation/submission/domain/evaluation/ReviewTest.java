package org.cocreation.submission.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cocreation.submission.domain.World.CARLA;
import static org.cocreation.submission.domain.World.DAN;
import static org.cocreation.submission.domain.World.EVA;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cocreation.submission.domain.Fault;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.evaluation.NoteDecision.Verdict;
import org.cocreation.submission.domain.evaluation.Review.Stance;
import org.cocreation.submission.domain.process.Criterion;
import org.cocreation.submission.domain.process.Gate;
import org.cocreation.submission.domain.process.Rubric;
import org.junit.jupiter.api.Test;

class ReviewTest {

  private static final Instant NOW = Instant.parse("2020-03-10T15:00:00Z");
  private static final Wording ANY = Wording.of("Any", "Alguno");
  private static final Rubric RUBRIC =
      new Rubric(
          1,
          List.of(new Gate("open", ANY)),
          List.of(new Criterion("weight-two", ANY, 2), new Criterion("weight-one", ANY, 1)),
          2);

  private static Review evaluate(Review review, MemberId member, boolean gate, int two, int one) {
    return review.evaluate(
        member,
        Map.of("open", gate),
        Map.of("weight-two", two, "weight-one", one),
        "",
        RUBRIC,
        false,
        NOW);
  }

  private static NoteDecision decision(Verdict verdict, MemberId by) {
    return new NoteDecision(verdict, null, List.of("health"), "Because.", by, NOW, null, null);
  }

  private static Review twice() {
    return evaluate(evaluate(Review.NONE, CARLA, true, 5, 2), DAN, true, 3, 3);
  }

  private static String slugOf(Runnable what) {
    try {
      what.run();
      return "accepted";
    } catch (Refusal refusal) {
      return refusal.slug();
    }
  }

  @Test
  void weighsTheScores() {
    Result result = twice().result();
    assertThat(result.score()).isCloseTo(((5 * 2 + 2) / 3.0 + 3) / 2, within(1e-9));
    assertThat(result.quorumReached()).isTrue();
  }

  @Test
  void replacesAMembersOwnEvaluation() {
    Review again = evaluate(twice(), CARLA, true, 1, 1);
    assertThat(again.counted()).hasSize(2);
    assertThat(again.evaluationBy(CARLA))
        .hasValueSatisfying(e -> assertThat(e.total(RUBRIC)).isEqualTo(1.0));
  }

  @Test
  void asksForEveryGateAndCriterionAndNoOther() {
    assertThatThrownBy(
            () ->
                Review.NONE.evaluate(
                    CARLA,
                    Map.of("shut", true),
                    Map.of("weight-two", 6, "weight", 1),
                    "",
                    RUBRIC,
                    false,
                    NOW))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.faults())
                    .extracting(Fault::field)
                    .containsExactlyInAnyOrder(
                        "gates.open",
                        "scores.weight-two",
                        "scores.weight-one",
                        "gates.shut",
                        "scores.weight"));
  }

  @Test
  void hidesOthersScoresUntilOnesOwnAreIn() {
    Review review = evaluate(Review.NONE, CARLA, true, 4, 4);
    assertThat(review.showsOthersTo(CARLA)).isTrue();
    assertThat(review.showsOthersTo(DAN)).isFalse();
  }

  @Test
  void hidesScoresFromAMemberWithAnInterestUntilTheDecision() {
    Review review = twice().declare(new Interest(CARLA, true, "My sister wrote it.", NOW));
    assertThat(review.showsOthersTo(CARLA)).isFalse();
    Review decided =
        evaluate(review, EVA, true, 4, 4).decide(decision(Verdict.SELECTED, DAN), false);
    assertThat(decided.showsOthersTo(CARLA)).isTrue();
  }

  @Test
  void letsNobodyEvaluateOrDecideWithAnInterest() {
    Review review = twice().declare(new Interest(EVA, true, "I advise them.", NOW));
    assertThat(slugOf(() -> evaluate(review, EVA, true, 5, 5))).isEqualTo("conflict-of-interest");
    assertThat(slugOf(() -> review.decide(decision(Verdict.SELECTED, EVA), false)))
        .isEqualTo("conflict-of-interest");
  }

  @Test
  void letsNobodyTakeADeclaredInterestBack() {
    Review review = Review.NONE.declare(new Interest(EVA, true, "I advise them.", NOW));
    assertThat(slugOf(() -> review.declare(new Interest(EVA, false, "Not any more.", NOW))))
        .isEqualTo("interest-stands");
  }

  @Test
  void asksAFlaggedMemberBeforeAnythingElse() {
    Review review = twice();
    assertThat(review.stanceOf(EVA, true)).isEqualTo(Stance.POSSIBLE_CONFLICT);
    assertThat(slugOf(() -> review.decide(decision(Verdict.SELECTED, EVA), true)))
        .isEqualTo("possible-conflict");
    Review cleared = review.declare(new Interest(EVA, false, "Another department.", NOW));
    assertThat(cleared.stanceOf(EVA, true)).isEqualTo(Stance.NONE);
    assertThat(slugOf(() -> cleared.decide(decision(Verdict.SELECTED, EVA), true)))
        .isEqualTo("accepted");
  }

  @Test
  void setsAsideAnEvaluationWhoseAuthorThenDeclaresAnInterest() {
    Review review = twice().declare(new Interest(CARLA, true, "I saw who wrote it.", NOW));
    assertThat(review.evaluations()).hasSize(2);
    assertThat(review.result().evaluations()).isEqualTo(1);
    assertThat(slugOf(() -> review.decide(decision(Verdict.SELECTED, DAN), false)))
        .isEqualTo("quorum-missing");
  }

  @Test
  void decidesOnlyWithTheQuorum() {
    Review one = evaluate(Review.NONE, CARLA, true, 4, 4);
    assertThat(slugOf(() -> Review.NONE.decide(decision(Verdict.SELECTED, CARLA), false)))
        .isEqualTo("quorum-missing");
    assertThat(slugOf(() -> one.decide(decision(Verdict.NOT_SELECTED, CARLA), false)))
        .isEqualTo("quorum-missing");
    assertThat(slugOf(() -> twice().decide(decision(Verdict.SELECTED, CARLA), false)))
        .isEqualTo("accepted");
  }

  @Test
  void neverSelectsANoteThatFailsAGate() {
    Review tied = evaluate(evaluate(Review.NONE, CARLA, false, 5, 5), DAN, true, 5, 5);
    assertThat(tied.result().failedGates()).containsExactly("open");
    assertThat(slugOf(() -> tied.decide(decision(Verdict.SELECTED, CARLA), false)))
        .isEqualTo("gate-failed");
    assertThat(slugOf(() -> tied.decide(decision(Verdict.NOT_SELECTED, CARLA), false)))
        .isEqualTo("accepted");
    Review outvoted = evaluate(tied, EVA, true, 5, 5);
    assertThat(slugOf(() -> outvoted.decide(decision(Verdict.SELECTED, CARLA), false)))
        .isEqualTo("accepted");
  }

  @Test
  void keepsTheRubricOfTheFirstEvaluation() {
    Rubric other = new Rubric(2, List.of(), List.of(new Criterion("new", ANY, 1)), 1);
    Review review = evaluate(Review.NONE, CARLA, true, 4, 4);
    Review second =
        review.evaluate(
            DAN,
            Map.of("open", true),
            Map.of("weight-two", 4, "weight-one", 4),
            "",
            other,
            false,
            NOW);
    assertThat(second.rubric()).isEqualTo(RUBRIC);
  }

  @Test
  void changesNothingAfterTheDecision() {
    Review decided = twice().decide(decision(Verdict.SELECTED, CARLA), false);
    assertThat(slugOf(() -> evaluate(decided, EVA, true, 1, 1))).isEqualTo("note-decided");
    assertThat(slugOf(() -> decided.decide(decision(Verdict.NOT_SELECTED, CARLA), false)))
        .isEqualTo("note-decided");
  }

  @Test
  void keepsAReopenedDecisionWithTheReasonForReopeningIt() {
    Review reopened =
        twice()
            .decide(decision(Verdict.SELECTED, CARLA), false)
            .reopen(NOW.plusSeconds(60), "A slip.");
    assertThat(reopened.decision()).isNull();
    assertThat(reopened.rubric()).isEqualTo(RUBRIC);
    assertThat(reopened.earlier())
        .singleElement()
        .satisfies(
            earlier -> {
              assertThat(earlier.reopenedBecause()).isEqualTo("A slip.");
              assertThat(earlier.verdict()).isEqualTo(Verdict.SELECTED);
            });
    assertThat(slugOf(() -> Review.NONE.reopen(NOW, "Why not."))).isEqualTo("note-undecided");
  }
}
