package org.cocreation.submission.messaging;

import static org.cocreation.submission.domain.World.ANA;
import static org.cocreation.submission.domain.World.BELIZE;
import static org.cocreation.submission.domain.World.CARLA;

import java.util.ArrayList;
import java.util.List;
import org.cocreation.messaging.Announcement;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.World;
import org.cocreation.submission.domain.consultation.Comment;
import org.cocreation.submission.domain.evaluation.NoteDecision.Verdict;
import org.cocreation.submission.domain.notes.JudgeNotes;

/**
 * Everything that the domain can tell, told by itself: each event once at least, with and without
 * what is optional.
 */
final class Happened {

  private Happened() {}

  static List<Announcement> announcements() {
    World world = new World();
    NoteId note = world.selected(ANA, "Clean rivers");
    NoteId other = world.evaluated(ANA, "Open budgets");
    world.judge.decide(
        CARLA, other, new JudgeNotes.Wish(Verdict.NOT_SELECTED, null, List.of(), "Done already."));
    world.write.withdraw(ANA, world.submitted(ANA, "Never mind"), null);
    CommitmentId commitment = world.drafted("Rivers", note);
    world.draft.edit(
        CARLA, commitment, 1, World.commitment("Rivers and lakes"), null, "Lakes too.");
    world.hold.open(BELIZE, null);
    Comment comment = world.take.take(commitment, "Marco", "Add the sea.", null);
    world.take.moderate(CARLA, comment.id(), true, null);
    world.take.respond(
        CARLA, comment.id(), Comment.Effect.NOT_ACCEPTED, "The sea is another plan's.");
    world.hold.close(BELIZE, "All said.");
    world.publish.publish(CARLA, BELIZE, new Wording("The plan", null));
    world.draft.edit(
        CARLA, commitment, 2, World.commitment("Rivers, lakes and lagoons"), null, "Lagoons.");
    world.publish.publish(CARLA, BELIZE, null);
    List<Announcement> all = new ArrayList<>();
    world.notes.announced().forEach(event -> all.addAll(new NoteAnnouncer().announce(event)));
    world
        .commitments
        .announced()
        .forEach(event -> all.addAll(new CommitmentAnnouncer().announce(event)));
    world
        .consultations
        .announced()
        .forEach(event -> all.addAll(new ConsultationAnnouncer().announce(event)));
    world.comments.announced().forEach(event -> all.addAll(new CommentAnnouncer().announce(event)));
    world.plans.announced().forEach(event -> all.addAll(new PlanAnnouncer().announce(event)));
    return all;
  }
}
