package org.cocreation.submission.domain.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.submission.domain.World.ANA;
import static org.cocreation.submission.domain.World.BELIZE;
import static org.cocreation.submission.domain.World.BEN;
import static org.cocreation.submission.domain.World.CARLA;
import static org.cocreation.submission.domain.World.DAN;
import static org.cocreation.submission.domain.World.commitment;

import java.util.List;
import java.util.Map;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.Content;
import org.cocreation.submission.domain.Fault;
import org.cocreation.submission.domain.InMemory.StaleInMemory;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.World;
import org.junit.jupiter.api.Test;

class DraftCommitmentsTest {

  private final World world = new World();
  private final DraftCommitments draft = world.draft;

  private List<String> faults(Content content, NoteId... from) {
    try {
      draft.draft(CARLA, BELIZE, content, List.of(from));
      return List.of();
    } catch (Refusal refusal) {
      return refusal.faults().stream().map(Fault::field).toList();
    }
  }

  @Test
  void mergesSeveralNotesIntoOneCommitment() {
    NoteId one = world.selected(ANA, "Clean rivers");
    NoteId other = world.selected(BEN, "River data");
    Commitment merged =
        draft.draft(CARLA, BELIZE, commitment("Rivers"), List.of(one, other, one)).state();
    assertThat(merged.current().derivesFrom()).containsExactly(one, other);
    assertThat(merged.number()).isEqualTo("C-01");
  }

  @Test
  void splitsOneNoteIntoSeveralCommitments() {
    NoteId note = world.selected(ANA, "Clean rivers");
    world.drafted("River data", note);
    world.drafted("River courts", note);
    assertThat(world.commitments.restingOn(note))
        .extracting(Commitment::number)
        .containsExactly("C-01", "C-02");
  }

  @Test
  void restsOnSelectedNotesOfItsProgrammeOnly() {
    NoteId undecided = world.submitted(ANA, "Waiting");
    NoteId selected = world.selected(BEN, "Selected");
    assertThat(faults(commitment("A"))).containsExactly("derivesFrom");
    assertThat(faults(commitment("A"), selected, undecided)).containsExactly("derivesFrom[1]");
    assertThat(faults(commitment("A"), new NoteId("nothing"))).containsExactly("derivesFrom[0]");
    assertThatThrownBy(
            () ->
                draft.draft(
                    CARLA, new ProgrammeId("elsewhere"), commitment("A"), List.of(selected)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void holdsToTheTemplateAndItsWordLimits() {
    NoteId note = world.selected(ANA, "Clean rivers");
    assertThat(faults(new Content(Map.of("title", "one two three four five six")), note))
        .containsExactlyInAnyOrder("content.problem", "content.title");
  }

  @Test
  void keepsEveryRevisionWithItsSummary() {
    NoteId note = world.selected(ANA, "Clean rivers");
    CommitmentId id = world.drafted("Rivers", note);
    Commitment edited =
        draft.edit(DAN, id, 1, commitment("Rivers and lakes"), null, "Lakes too.").state();
    assertThat(edited.revisions())
        .extracting(Revision::revision, Revision::by, Revision::summaryOfChange)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, CARLA, null),
            org.assertj.core.groups.Tuple.tuple(2, DAN, "Lakes too."));
    assertThat(edited.revisions().get(0).title()).isEqualTo("Rivers");
    assertThat(world.commitments.announced())
        .last()
        .isInstanceOfSatisfying(
            CommitmentEvent.Edited.class, event -> assertThat(event.revision()).isEqualTo(2));
  }

  @Test
  void makesNoRevisionOfWhatSaysNothingNew() {
    CommitmentId id = world.drafted("Rivers", world.selected(ANA, "Clean rivers"));
    assertThat(draft.edit(DAN, id, 1, commitment("Rivers"), null, "Nothing.").state().revisions())
        .hasSize(1);
  }

  @Test
  void refusesAnEditOfWhatTheEditorHasNotSeen() {
    CommitmentId id = world.drafted("Rivers", world.selected(ANA, "Clean rivers"));
    draft.edit(CARLA, id, 1, commitment("Two"), null, "Two.");
    assertThatThrownBy(() -> draft.edit(DAN, id, 1, commitment("Three"), null, "Three."))
        .isInstanceOf(StaleInMemory.class);
  }

  @Test
  void remembersANoteThatItNoLongerRestsOn() {
    NoteId one = world.selected(ANA, "Clean rivers");
    NoteId other = world.selected(BEN, "River data");
    CommitmentId id = world.drafted("Rivers", one);
    draft.edit(CARLA, id, 1, commitment("Rivers"), List.of(other), "Rests on the data.");
    assertThat(world.commitments.restingOn(one)).hasSize(1);
    assertThat(draft.find(id).state().current().derivesFrom()).containsExactly(other);
  }

  @Test
  void standsStillWhileTheConsultationIsOpen() {
    NoteId note = world.selected(ANA, "Clean rivers");
    CommitmentId id = world.drafted("Rivers", note);
    world.hold.open(BELIZE, null);
    assertThatThrownBy(() -> draft.edit(CARLA, id, 1, commitment("Two"), null, "Two."))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.slug()).isEqualTo("consultation-open"));
    assertThatThrownBy(() -> world.drafted("Another", note)).isInstanceOf(Refusal.class);
    world.hold.close(BELIZE, "Enough.");
    assertThat(draft.edit(CARLA, id, 1, commitment("Two"), null, "Two.").state().revisions())
        .hasSize(2);
  }

  @Test
  void asksForASummaryOfTheChange() {
    CommitmentId id = world.drafted("Rivers", world.selected(ANA, "Clean rivers"));
    assertThatThrownBy(() -> draft.edit(CARLA, id, 1, commitment("Two"), null, " "))
        .isInstanceOfSatisfying(
            Refusal.class,
            r ->
                assertThat(r.faults()).extracting(Fault::field).containsExactly("summaryOfChange"));
  }
}
