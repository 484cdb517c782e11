package org.cocreation.submission.domain.evaluation;

import java.time.Instant;
import java.util.List;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.process.Criterion;
import org.cocreation.submission.domain.process.Rubric;

/**
 * One member's judgement of one note: an answer to every gate and a score for every criterion of
 * the note's rubric.
 *
 * @param comment to the other members; may be empty
 */
public record Evaluation(
    MemberId member,
    List<GateAnswer> gates,
    List<Score> scores,
    String comment,
    Instant evaluatedAt) {

  /** Whether the note meets a gate, in this member's view. */
  public record GateAnswer(String gate, boolean passed) {}

  /** From 1 to 5. */
  public record Score(String criterion, int score) {}

  public Evaluation {
    gates = List.copyOf(gates);
    scores = List.copyOf(scores);
  }

  public boolean passes(String gate) {
    return gates.stream().anyMatch(answer -> answer.gate().equals(gate) && answer.passed());
  }

  /** The mean of the scores by the rubric's weights, from 1 to 5. */
  public double total(Rubric rubric) {
    double sum = 0;
    int weights = 0;
    for (Criterion criterion : rubric.criteria()) {
      for (Score score : scores) {
        if (score.criterion().equals(criterion.id())) {
          sum += (double) score.score() * criterion.weight();
          weights += criterion.weight();
        }
      }
    }
    return weights == 0 ? 0 : sum / weights;
  }
}
