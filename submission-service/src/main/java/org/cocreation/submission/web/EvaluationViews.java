package org.cocreation.submission.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.submission.domain.evaluation.Evaluation;
import org.cocreation.submission.domain.evaluation.Interest;
import org.cocreation.submission.domain.evaluation.NoteDecision;
import org.cocreation.submission.domain.evaluation.Result;
import org.cocreation.submission.domain.process.Choice;
import org.cocreation.submission.domain.process.Rubric;
import org.cocreation.submission.web.ProcessViews.CriterionView;
import org.cocreation.submission.web.ProcessViews.GateView;
import org.jspecify.annotations.Nullable;

/** Evaluations and decisions as they are shown. */
final class EvaluationViews {

  private EvaluationViews() {}

  record DecisionView(
      String outcome,
      @Nullable String classification,
      List<String> policyAreas,
      String reason,
      Instant decidedAt,
      @Nullable Instant reopenedAt,
      @Nullable String reopenedBecause) {

    static DecisionView of(NoteDecision decision) {
      Choice classification = decision.classification();
      return new DecisionView(
          Slugs.of(decision.verdict()),
          classification == null ? null : classification.code(),
          decision.policyAreas(),
          decision.reason(),
          decision.decidedAt(),
          decision.reopenedAt(),
          decision.reopenedBecause());
    }
  }

  record EvaluationView(
      String member,
      Map<String, Boolean> gates,
      Map<String, Integer> scores,
      String comment,
      double total,
      Instant evaluatedAt) {

    static EvaluationView of(Evaluation evaluation, Rubric rubric) {
      Map<String, Boolean> gates = new LinkedHashMap<>();
      evaluation.gates().forEach(answer -> gates.put(answer.gate(), answer.passed()));
      Map<String, Integer> scores = new LinkedHashMap<>();
      evaluation.scores().forEach(score -> scores.put(score.criterion(), score.score()));
      return new EvaluationView(
          evaluation.member().value(),
          gates,
          scores,
          evaluation.comment(),
          rounded(evaluation.total(rubric)),
          evaluation.evaluatedAt());
    }
  }

  record ResultView(boolean gatesPassed, List<String> failedGates, double score) {
    static ResultView of(Result result) {
      return new ResultView(
          result.failedGates().isEmpty(), result.failedGates(), rounded(result.score()));
    }
  }

  record RubricView(
      int processRevision, List<GateView> gates, List<CriterionView> criteria, int quorum) {
    static RubricView of(Rubric rubric) {
      return new RubricView(
          rubric.processRevision(),
          ProcessViews.gateViews(rubric),
          ProcessViews.criterionViews(rubric),
          rubric.quorum());
    }
  }

  record ConflictView(String member, String reason, Instant declaredAt) {
    static ConflictView of(Interest interest) {
      return new ConflictView(interest.member().value(), interest.reason(), interest.declaredAt());
    }
  }

  record AuthorView(@Nullable String name, @Nullable String organisation) {}

  private static double rounded(double score) {
    return Math.round(score * 100) / 100.0;
  }
}
