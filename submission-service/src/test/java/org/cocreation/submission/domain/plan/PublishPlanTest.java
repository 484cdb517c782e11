package org.cocreation.submission.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.submission.domain.World.ANA;
import static org.cocreation.submission.domain.World.BELIZE;
import static org.cocreation.submission.domain.World.BEN;
import static org.cocreation.submission.domain.World.CARLA;
import static org.cocreation.submission.domain.World.commitment;

import java.time.Duration;
import java.util.List;
import org.cocreation.submission.domain.CommentId;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.World;
import org.cocreation.submission.domain.consultation.Comment.Effect;
import org.cocreation.submission.domain.evaluation.NoteDecision.Verdict;
import org.cocreation.submission.domain.notes.JudgeNotes;
import org.cocreation.submission.domain.notes.WriteNotes;
import org.cocreation.submission.domain.people.People;
import org.cocreation.submission.domain.people.Person;
import org.cocreation.submission.domain.plan.Blocker.Kind;
import org.cocreation.submission.domain.plan.Trail.Step;
import org.junit.jupiter.api.Test;

class PublishPlanTest {

  private final World world = new World();
  private final PublishPlan publish = world.publish;

  private List<Kind> blockers() {
    return publish.blockers(BELIZE).blockers().stream().map(Blocker::kind).toList();
  }

  private CommitmentId consulted(NoteId... notes) {
    CommitmentId id = world.drafted("Rivers", notes);
    world.hold.open(BELIZE, null);
    world.hold.close(BELIZE, "Done.");
    return id;
  }

  @Test
  void isBlockedByAnythingThatHasNoResponse() {
    assertThat(blockers()).containsExactly(Kind.NO_COMMITMENTS, Kind.CONSULTATION_NOT_HELD);
    CommitmentId commitment = world.drafted("Rivers", world.selected(ANA, "Clean rivers"));
    world.hold.open(BELIZE, null);
    NoteId waiting = world.submitted(BEN, "Waiting");
    CommentId comment = world.take.take(commitment, null, "Lakes.", null).id();
    assertThat(blockers())
        .containsExactly(Kind.CONSULTATION_OPEN, Kind.NOTE_UNDECIDED, Kind.COMMENT_HELD);
    world.hold.close(BELIZE, "Done.");
    world.take.moderate(CARLA, comment, true, null);
    assertThat(blockers()).containsExactly(Kind.NOTE_UNDECIDED, Kind.COMMENT_UNANSWERED);
    assertThatThrownBy(() -> publish.publish(CARLA, BELIZE, null))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.slug()).isEqualTo("plan-blocked");
              assertThat(refusal.faults())
                  .extracting(fault -> fault.field())
                  .containsExactly("note-undecided/" + waiting, "comment-unanswered/" + comment);
            });
    world.take.respond(CARLA, comment, Effect.ACCEPTED, "Added.");
    world.write.withdraw(BEN, waiting, null);
    assertThat(blockers()).isEmpty();
    Plan plan = publish.publish(CARLA, BELIZE, null);
    assertThat(plan.consultation().comments()).isEqualTo(1);
    assertThat(plan.consultation().accepted()).isEqualTo(1);
  }

  @Test
  void isNotBlockedByRejectedCommentsAndDrafts() {
    CommitmentId commitment = world.drafted("Rivers", world.selected(ANA, "Clean rivers"));
    world.hold.open(BELIZE, null);
    world.take.moderate(
        CARLA, world.take.take(commitment, null, "Buy!", null).id(), false, "Advertising.");
    world.write.begin(BEN, World.text("A draft"));
    world.hold.close(BELIZE, "Done.");
    assertThat(blockers()).isEmpty();
  }

  @Test
  void saysWhenThereIsMoreInTheWayThanItLists() {
    for (int i = 0; i < 51; i++) {
      org.cocreation.submission.domain.RegistrationId author =
          new org.cocreation.submission.domain.RegistrationId("r-" + i);
      world.register(author, "Person " + i, "Org " + i);
      world.submitted(author, "Note " + i);
    }
    assertThat(publish.blockers(BELIZE).more()).isTrue();
    assertThat(blockers()).filteredOn(Kind.NOTE_UNDECIDED::equals).hasSize(50);
  }

  @Test
  void publishesEveryWordAsItWas() {
    NoteId note = world.selected(ANA, "Clean rivers");
    CommitmentId id = consulted(note);
    Plan first = publish.publish(CARLA, BELIZE, Wording.of("The plan", "El plan"));
    assertThat(first.version()).isEqualTo(1);
    assertThat(first.commitments())
        .singleElement()
        .satisfies(
            planned -> {
              assertThat(planned.number()).isEqualTo("C-01");
              assertThat(planned.derivesFrom())
                  .containsExactly(new Plan.Source(note, "CN-001", "Clean rivers"));
            });
    world.draft.edit(CARLA, id, 1, commitment("Lakes"), null, "Lakes.");
    Plan second = publish.publish(CARLA, BELIZE, null);
    assertThat(publish.find(BELIZE, 1)).isEqualTo(first);
    assertThat(publish.find(BELIZE, null)).isEqualTo(second);
    assertThat(publish.versions(BELIZE)).extracting(Plan::version).containsExactly(2, 1);
    assertThat(world.plans.announced()).hasSize(2);
  }

  @Test
  void publishesNoVersionThatChangesNothing() {
    consulted(world.selected(ANA, "Clean rivers"));
    publish.publish(CARLA, BELIZE, null);
    assertThat(blockers()).containsExactly(Kind.NOTHING_CHANGED);
  }

  @Test
  void knowsNoPlanBeforeTheFirst() {
    assertThatThrownBy(() -> publish.find(BELIZE, null)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> publish.find(BELIZE, 3)).isInstanceOf(Refusal.class);
  }

  @Test
  void tellsTheWholeWayOfANote() {
    NoteId note = world.evaluated(ANA, "Clean rivers");
    world.clock.pass(Duration.ofHours(1));
    world.judge.decide(CARLA, note, World.wish(Verdict.SELECTED));
    world.clock.pass(Duration.ofHours(1));
    CommitmentId id = world.drafted("Rivers", note);
    world.clock.pass(Duration.ofHours(1));
    world.hold.open(BELIZE, null);
    world.clock.pass(Duration.ofHours(1));
    world.hold.close(BELIZE, "All said.");
    world.clock.pass(Duration.ofHours(1));
    world.draft.edit(CARLA, id, 1, commitment("Rivers and lakes"), null, "Lakes too.");
    world.clock.pass(Duration.ofHours(1));
    publish.publish(CARLA, BELIZE, null);
    Trail trail = world.follow.follow(note);
    assertThat(trail.steps())
        .extracting(step -> step.kind().slug())
        .containsExactly(
            "submitted",
            "decided",
            "commitment-drafted",
            "consultation-opened",
            "consultation-closed",
            "commitment-edited",
            "plan-published");
    assertThat(trail.steps())
        .extracting(step -> step.text().en())
        .contains(
            "Selected: for the launch of the co-creation. Reason: It matters.",
            "Published in version 1 of the action plan as commitment C-01 (Rivers and lakes).");
    assertThat(trail.steps())
        .extracting(Step::text)
        .allSatisfy(text -> assertThat(text.es()).isNotBlank());
    assertThat(trail.authorName()).isNull();
  }

  @Test
  void namesAnAuthorOnlyWhoAgreedWhenTheNoteIsDecidedAndUntilErased() {
    NoteId note =
        world
            .write
            .begin(ANA, new WriteNotes.Text(World.text("Rivers").content(), List.of(), null, true))
            .state()
            .id();
    world.write.submit(ANA, note);
    assertThat(world.follow.follow(note).authorName()).isNull();
    world.judged(note);
    world.judge.decide(
        CARLA, note, new JudgeNotes.Wish(Verdict.NOT_SELECTED, null, List.of(), "Done already."));
    assertThat(world.follow.follow(note).authorName()).isEqualTo("Ana Pott");
    world.people.learn(List.of(new People.News(ANA, Person::erased)));
    assertThat(world.follow.follow(note).authorName()).isNull();
  }

  @Test
  void hasNoTrailOfADraft() {
    NoteId draft = world.write.begin(ANA, World.text("Draft")).state().id();
    assertThatThrownBy(() -> world.follow.follow(draft)).isInstanceOf(Refusal.class);
    world.write.withdraw(ANA, draft, null);
    assertThat(world.follow.in(BELIZE, null, 10)).isEmpty();
  }
}
