package org.cocreation.submission.domain.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.submission.domain.World.ALL_GATES;
import static org.cocreation.submission.domain.World.ANA;
import static org.cocreation.submission.domain.World.BELIZE;
import static org.cocreation.submission.domain.World.BEN;
import static org.cocreation.submission.domain.World.CARLA;
import static org.cocreation.submission.domain.World.DAN;
import static org.cocreation.submission.domain.World.EVA;
import static org.cocreation.submission.domain.World.FLOR;
import static org.cocreation.submission.domain.World.scores;
import static org.cocreation.submission.domain.World.wish;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cocreation.submission.domain.Fault;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.World;
import org.cocreation.submission.domain.World.Settings;
import org.cocreation.submission.domain.evaluation.NoteDecision;
import org.cocreation.submission.domain.evaluation.NoteDecision.Verdict;
import org.cocreation.submission.domain.process.CommitteeMember;
import org.cocreation.submission.domain.process.ProgrammeProcess;
import org.cocreation.submission.domain.process.Rubric;
import org.junit.jupiter.api.Test;

class JudgeNotesTest {

  private final World world = new World();
  private final JudgeNotes judge = world.judge;

  private static void refuses(ThrowingCallable what, String slug) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.slug()).isEqualTo(slug));
  }

  @Test
  void knowsNoDrafts() {
    NoteId draft = world.write.begin(ANA, World.text("Draft")).state().id();
    refuses(() -> judge.find(draft), "not-found");
    refuses(() -> judge.evaluate(CARLA, draft, ALL_GATES, scores(3), ""), "not-found");
    assertThat(judge.in(BELIZE, Set.of(), null, 10)).isEmpty();
  }

  @Test
  void leavesOutDraftsThatWereWithdrawnUnseen() {
    NoteId draft = world.write.begin(ANA, World.text("Draft")).state().id();
    world.write.withdraw(ANA, draft, null);
    assertThat(judge.in(BELIZE, Set.of(), null, 10)).isEmpty();
  }

  @Test
  void decidesWithQuorumAndReasonAndTellsTheWorld() {
    NoteId id = world.evaluated(ANA, "Clean rivers");
    Note note = judge.decide(CARLA, id, wish(Verdict.SELECTED)).state();
    assertThat(note.state()).isEqualTo(Note.State.SELECTED);
    assertThat(world.notes.announced())
        .last()
        .isInstanceOfSatisfying(
            NoteEvent.Decided.class,
            decided -> {
              assertThat(decided.classification()).isEqualTo("launch");
              assertThat(decided.policyAreas()).containsExactly("climate");
              assertThat(decided.reason()).isEqualTo("It matters.");
              assertThat(decided.number()).isEqualTo("CN-001");
            });
  }

  @Test
  void refusesADecisionWithoutAReason() {
    NoteId id = world.evaluated(ANA, "Clean rivers");
    assertThatThrownBy(
            () ->
                judge.decide(
                    CARLA, id, new JudgeNotes.Wish(Verdict.SELECTED, null, List.of(), " ")))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> assertThat(r.faults()).extracting(Fault::field).containsExactly("reason"));
  }

  @Test
  void refusesClassificationsAndAreasThatTheProcessDoesNotKnow() {
    NoteId id = world.evaluated(ANA, "Clean rivers");
    refuses(
        () ->
            judge.decide(
                CARLA, id, new JudgeNotes.Wish(Verdict.SELECTED, "someday", List.of(), "Yes.")),
        "invalid-request");
    refuses(
        () ->
            judge.decide(
                CARLA, id, new JudgeNotes.Wish(Verdict.SELECTED, null, List.of("magic"), "Yes.")),
        "decision-invalid");
  }

  @Test
  void asksForAPolicyAreaWhenTheAuthorNamedNone() {
    NoteId id =
        world
            .write
            .begin(ANA, new WriteNotes.Text(World.text("Rivers").content(), List.of(), null, false))
            .state()
            .id();
    world.write.submit(ANA, id);
    List.of(CARLA, DAN, EVA).forEach(m -> judge.evaluate(m, id, ALL_GATES, scores(4), ""));
    refuses(() -> judge.decide(CARLA, id, wish(Verdict.SELECTED)), "decision-invalid");
    assertThat(judge.decide(CARLA, id, wish(Verdict.NOT_SELECTED)).state().state())
        .isEqualTo(Note.State.NOT_SELECTED);
  }

  @Test
  void flagsAMemberOfTheAuthorsOrganisation() {
    world.setProcess.set(
        world.process(
            s ->
                new Settings(
                    s.who(),
                    null,
                    s.rubric(),
                    List.of(new CommitteeMember(FLOR, "Flor Tzul", "THE RIVER-WATCH")),
                    List.of())));
    NoteId id = world.submitted(ANA, "Clean rivers");
    assertThat(judge.flagged(judge.find(id).state(), FLOR)).isTrue();
    assertThat(judge.flagged(judge.find(id).state(), CARLA)).isFalse();
    refuses(() -> judge.evaluate(FLOR, id, ALL_GATES, scores(5), ""), "possible-conflict");
    judge.declare(FLOR, id, false, "I left it ten years ago.");
    assertThat(judge.evaluate(FLOR, id, ALL_GATES, scores(5), "").state().review().counted())
        .hasSize(1);
  }

  @Test
  void shutsOutAMemberWithAnInterest() {
    NoteId id = world.submitted(ANA, "Clean rivers");
    judge.declare(DAN, id, true, "I advise the author.");
    refuses(() -> judge.evaluate(DAN, id, ALL_GATES, scores(5), ""), "conflict-of-interest");
    List.of(CARLA, EVA, FLOR).forEach(m -> judge.evaluate(m, id, ALL_GATES, scores(4), ""));
    refuses(() -> judge.decide(DAN, id, wish(Verdict.SELECTED)), "conflict-of-interest");
    judge.decide(CARLA, id, wish(Verdict.SELECTED));
    refuses(() -> judge.reopen(DAN, id, "I don't like it."), "conflict-of-interest");
  }

  @Test
  void judgesByTheRubricInForceWhenTheFirstMemberEvaluated() {
    NoteId id = world.submitted(ANA, "Clean rivers");
    judge.evaluate(CARLA, id, ALL_GATES, scores(4), "");
    world.setProcess.set(
        world.process(
            s ->
                new Settings(
                    s.who(),
                    null,
                    new Rubric(0, List.of(), s.rubric().criteria(), 1),
                    List.of(),
                    List.of())));
    refuses(() -> judge.decide(CARLA, id, wish(Verdict.SELECTED)), "quorum-missing");
    NoteId next = world.submitted(BEN, "Open budgets");
    judge.evaluate(CARLA, next, java.util.Map.of(), scores(4), "");
    Note decided = judge.decide(CARLA, next, wish(Verdict.SELECTED)).state();
    assertThat(decided.review().rubric())
        .isNotNull()
        .extracting(Rubric::processRevision)
        .isEqualTo(1);
  }

  @Test
  void reopensWithAReasonAndDecidesAgain() {
    NoteId id = world.evaluated(ANA, "Clean rivers");
    judge.decide(CARLA, id, wish(Verdict.NOT_SELECTED));
    refuses(() -> judge.decide(CARLA, id, wish(Verdict.SELECTED)), "note-decided");
    judge.reopen(EVA, id, "A document came late.");
    assertThat(judge.find(id).state().state()).isEqualTo(Note.State.SUBMITTED);
    Note note = judge.decide(CARLA, id, wish(Verdict.SELECTED)).state();
    assertThat(note.review().earlier())
        .extracting(NoteDecision::verdict)
        .containsExactly(Verdict.NOT_SELECTED);
    assertThat(note.history())
        .extracting(Happening::kind)
        .containsExactly(
            Happening.Kind.SUBMITTED,
            Happening.Kind.DECIDED,
            Happening.Kind.REOPENED,
            Happening.Kind.DECIDED);
  }

  @Test
  void turnsDownNoNoteThatCommitmentsRestOn() {
    NoteId id = world.selected(ANA, "Clean rivers");
    world.drafted("Rivers", id);
    judge.reopen(CARLA, id, "Second thoughts.");
    refuses(() -> judge.decide(CARLA, id, wish(Verdict.NOT_SELECTED)), "commitments-rest-on-it");
    assertThat(judge.decide(CARLA, id, wish(Verdict.SELECTED)).state().state())
        .isEqualTo(Note.State.SELECTED);
  }

  @Test
  void leavesWithdrawnNotesAlone() {
    NoteId id = world.submitted(ANA, "Clean rivers");
    world.write.withdraw(ANA, id, null);
    refuses(() -> judge.evaluate(CARLA, id, ALL_GATES, scores(4), ""), "note-withdrawn");
    refuses(() -> judge.decide(CARLA, id, wish(Verdict.SELECTED)), "note-withdrawn");
    refuses(() -> judge.declare(CARLA, id, true, "x"), "note-withdrawn");
    assertThat(world.setProcess.inForce(BELIZE))
        .extracting(ProgrammeProcess::revision)
        .isEqualTo(0);
  }
}
