package org.cocreation.submission.domain.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.submission.domain.Fault;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.process.Criterion;
import org.cocreation.submission.domain.process.Gate;
import org.cocreation.submission.domain.process.Rubric;
import org.jspecify.annotations.Nullable;

/**
 * The committee's dealings with one note (rule 7).
 *
 * <p>Nobody evaluates a note in which they have an interest; others' evaluations stay hidden until
 * one's own is in; a decision needs the quorum and a reason; the rubric is the copy taken at the
 * first evaluation.
 *
 * @param rubric null until somebody evaluates
 * @param decision null until the committee decides, and again after a reopening
 * @param earlier decisions that were reopened, the oldest first
 */
public record Review(
    List<Interest> interests,
    List<Evaluation> evaluations,
    @Nullable Rubric rubric,
    @Nullable NoteDecision decision,
    List<NoteDecision> earlier) {

  /** Nobody has looked at the note. */
  public static final Review NONE = new Review(List.of(), List.of(), null, null, List.of());

  /** How a member stands to a note. */
  public enum Stance {
    NONE,
    EVALUATED,
    CONFLICT,
    POSSIBLE_CONFLICT
  }

  public Review {
    interests = List.copyOf(interests);
    evaluations = List.copyOf(evaluations);
    earlier = List.copyOf(earlier);
  }

  /**
   * A member says whether there is an interest. One that was declared stands: who has it can't wish
   * it away.
   */
  public Review declare(Interest interest) {
    if (!interest.present() && hasInterest(interest.member())) {
      throw Refusal.conflict(
          "interest-stands", "You declared an interest in this note; that can't be taken back.");
    }
    List<Interest> now = new ArrayList<>(interests);
    now.removeIf(other -> other.member().equals(interest.member()));
    now.add(interest);
    return new Review(now, evaluations, rubric, decision, earlier);
  }

  /**
   * A member judges the note, for the first time or again.
   *
   * @param inForce taken as the note's rubric if this is its first evaluation
   * @param flagged whether something points to an interest that the member has not answered for
   */
  public Review evaluate(
      MemberId member,
      Map<String, Boolean> gates,
      Map<String, Integer> scores,
      String comment,
      Rubric inForce,
      boolean flagged,
      Instant now) {
    undecided();
    impartial(member, flagged);
    Rubric by = rubric == null ? inForce : rubric;
    List<Fault> faults = faultsOf(gates, scores, by);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(
          "evaluation-incomplete", "The evaluation does not fit the note's rubric.", faults);
    }
    List<Evaluation> all = new ArrayList<>(evaluations);
    all.removeIf(other -> other.member().equals(member));
    all.add(
        new Evaluation(
            member,
            by.gates().stream()
                .map(g -> new Evaluation.GateAnswer(g.id(), gates.getOrDefault(g.id(), false)))
                .toList(),
            by.criteria().stream()
                .map(c -> new Evaluation.Score(c.id(), scores.getOrDefault(c.id(), 0)))
                .toList(),
            comment,
            now));
    return new Review(interests, all, by, decision, earlier);
  }

  /** The committee decides; a gate that failed is not overruled by any score. */
  public Review decide(NoteDecision wanted, boolean flagged) {
    undecided();
    impartial(wanted.by(), flagged);
    Result result = result();
    if (!result.quorumReached()) {
      throw Refusal.conflict(
          "quorum-missing",
          rubric == null
              ? "Nobody has evaluated this note yet."
              : "%d of %d evaluations are in.".formatted(result.evaluations(), rubric.quorum()));
    }
    if (wanted.verdict() == NoteDecision.Verdict.SELECTED && !result.failedGates().isEmpty()) {
      throw Refusal.conflict(
          "gate-failed",
          "A note that fails a basic criterion can't be selected. Failed: "
              + String.join(", ", result.failedGates())
              + ".");
    }
    return new Review(interests, evaluations, rubric, wanted, earlier);
  }

  /** Takes the decision back to the committee; it stays in the history with the reason for that. */
  public Review reopen(Instant now, String because) {
    if (decision == null) {
      throw Refusal.conflict("note-undecided", "There is no decision on this note to reopen.");
    }
    List<NoteDecision> history = new ArrayList<>(earlier);
    history.add(decision.reopened(now, because));
    return new Review(interests, evaluations, rubric, null, history);
  }

  /** The evaluations that count: those of members without an interest. */
  public List<Evaluation> counted() {
    return evaluations.stream().filter(evaluation -> !hasInterest(evaluation.member())).toList();
  }

  public Result result() {
    List<Evaluation> counted = counted();
    Rubric by = rubric;
    if (by == null) {
      return new Result(0, false, List.of(), 0);
    }
    List<String> failed =
        by.gates().stream()
            .map(Gate::id)
            .filter(
                gate -> counted.stream().filter(e -> e.passes(gate)).count() * 2 <= counted.size())
            .toList();
    return new Result(
        counted.size(),
        counted.size() >= by.quorum(),
        counted.isEmpty() ? List.of() : failed,
        counted.stream().mapToDouble(e -> e.total(by)).average().orElse(0));
  }

  /**
   * Others' evaluations are shown once one's own is in, and to everybody on the committee once the
   * note is decided.
   */
  public boolean showsOthersTo(MemberId member) {
    return decision != null || (!hasInterest(member) && evaluationBy(member).isPresent());
  }

  public Optional<Evaluation> evaluationBy(MemberId member) {
    return evaluations.stream()
        .filter(evaluation -> evaluation.member().equals(member))
        .findFirst();
  }

  public boolean hasInterest(MemberId member) {
    return interests.stream()
        .anyMatch(interest -> interest.member().equals(member) && interest.present());
  }

  public boolean answeredFor(MemberId member) {
    return interests.stream().anyMatch(interest -> interest.member().equals(member));
  }

  /** How a member stands to the note; flagged as in {@link #evaluate}. */
  public Stance stanceOf(MemberId member, boolean flagged) {
    if (hasInterest(member)) {
      return Stance.CONFLICT;
    }
    if (flagged && !answeredFor(member)) {
      return Stance.POSSIBLE_CONFLICT;
    }
    return evaluationBy(member).isPresent() ? Stance.EVALUATED : Stance.NONE;
  }

  private void undecided() {
    if (decision != null) {
      throw Refusal.conflict(
          "note-decided", "This note is decided. Reopen the decision first, with a reason.");
    }
  }

  private void impartial(MemberId member, boolean flagged) {
    switch (stanceOf(member, flagged)) {
      case CONFLICT ->
          throw Refusal.forbidden(
              "conflict-of-interest",
              "You declared an interest in this note, so you can't evaluate or decide it.");
      case POSSIBLE_CONFLICT ->
          throw Refusal.forbidden(
              "possible-conflict",
              "The author is of your organisation. Say first whether you have an interest in this note.");
      case NONE, EVALUATED -> {}
    }
  }

  private static List<Fault> faultsOf(
      Map<String, Boolean> gates, Map<String, Integer> scores, Rubric rubric) {
    List<Fault> faults = new ArrayList<>();
    for (Gate gate : rubric.gates()) {
      if (!gates.containsKey(gate.id())) {
        faults.add(
            new Fault("gates." + gate.id(), "true or false", "Is it met? " + gate.text().en()));
      }
    }
    for (Criterion criterion : rubric.criteria()) {
      Integer score = scores.get(criterion.id());
      if (score == null || score < Criterion.LOWEST || score > Criterion.HIGHEST) {
        faults.add(
            new Fault(
                "scores." + criterion.id(),
                "a whole number from 1 to 5",
                score == null ? "There is no score for it." : "The score is " + score + "."));
      }
    }
    gates.keySet().stream()
        .filter(id -> rubric.gates().stream().noneMatch(gate -> gate.id().equals(id)))
        .forEach(
            id ->
                faults.add(
                    new Fault(
                        "gates." + id,
                        "a gate of the rubric",
                        "The note's rubric has no such gate.")));
    scores.keySet().stream()
        .filter(id -> rubric.criteria().stream().noneMatch(criterion -> criterion.id().equals(id)))
        .forEach(
            id ->
                faults.add(
                    new Fault(
                        "scores." + id,
                        "a criterion of the rubric",
                        "The note's rubric has no such criterion.")));
    return faults;
  }
}
