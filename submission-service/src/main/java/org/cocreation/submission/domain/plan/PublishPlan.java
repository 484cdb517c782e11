package org.cocreation.submission.domain.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cocreation.submission.domain.Fault;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.Outcome;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.commitments.Commitment;
import org.cocreation.submission.domain.commitments.Commitments;
import org.cocreation.submission.domain.consultation.Comment;
import org.cocreation.submission.domain.consultation.Comment.Effect;
import org.cocreation.submission.domain.consultation.Comment.Stage;
import org.cocreation.submission.domain.consultation.Comments;
import org.cocreation.submission.domain.consultation.Consultation;
import org.cocreation.submission.domain.consultation.HoldConsultation;
import org.cocreation.submission.domain.notes.Note;
import org.cocreation.submission.domain.notes.Notes;
import org.cocreation.submission.domain.people.Programme;
import org.cocreation.submission.domain.people.Programmes;
import org.cocreation.submission.domain.plan.Blocker.Blockers;
import org.cocreation.submission.domain.plan.Plan.PlannedCommitment;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the plan, once every submission and every comment has its reasoned response (rule 8).
 *
 * <p>Nothing new can slip in between the look and the publication: notes and comments are taken
 * only until the consultation is closed, and without a closed consultation nothing is published.
 */
public final class PublishPlan {

  private static final int LISTED = 50;
  private static final int A_PAGE = 200;
  private static final Set<Stage> PUBLISHED = EnumSet.of(Stage.UNANSWERED, Stage.ANSWERED);

  private final Plans plans;
  private final Notes notes;
  private final Commitments commitments;
  private final Comments comments;
  private final HoldConsultation consultations;
  private final Programmes programmes;
  private final Clock clock;

  public PublishPlan(
      Plans plans,
      Notes notes,
      Commitments commitments,
      Comments comments,
      HoldConsultation consultations,
      Programmes programmes,
      Clock clock) {
    this.plans = plans;
    this.notes = notes;
    this.commitments = commitments;
    this.comments = comments;
    this.consultations = consultations;
    this.programmes = programmes;
    this.clock = clock;
  }

  /** What stands in the way now: of each kind, the first fifty. */
  public Blockers blockers(ProgrammeId programme) {
    return blockers(programme, all(programme), newest(programme));
  }

  /**
   * Publishes the commitments as they are, as the next version.
   *
   * @param title null = named after the programme
   */
  public Plan publish(MemberId by, ProgrammeId programme, @Nullable Wording title) {
    Optional<Plan> newest = newest(programme);
    if (newest
        .filter(plan -> plans.changedBefore(Plan.id(programme, plan.version())))
        .isPresent()) {
      return newest.get();
    }
    List<Commitment> current = all(programme);
    Blockers blockers = blockers(programme, current, newest);
    if (!blockers.publishable()) {
      throw Refusal.conflict(
          "plan-blocked",
          "The plan can't be published yet: every submission and every comment needs its response first.",
          blockers.blockers().stream()
              .map(b -> new Fault(b.kind().slug() + "/" + b.id(), b.kind().slug(), b.detail()))
              .toList());
    }
    int version = newest.map(Plan::version).orElse(0) + 1;
    Plan plan =
        new Plan(
            programme,
            version,
            title == null ? titleOf(programme) : title,
            clock.instant(),
            by,
            record(programme),
            planned(current));
    return plans.change(
        Plan.id(programme, version),
        before -> {
          if (before.isPresent()) {
            throw Refusal.conflict(
                "plan-published", "Somebody else has published this version a moment ago.");
          }
          return Outcome.of(plan, List.of(new PlanEvent(plan)));
        });
  }

  /** A version, or the newest. */
  public Plan find(ProgrammeId programme, @Nullable Integer version) {
    Optional<Plan> found =
        version == null
            ? newest(programme)
            : plans.find(Plan.id(programme, version)).map(Versioned::state);
    return found.orElseThrow(() -> Refusal.unknown("published plan"));
  }

  /** A programme's versions, the newest first. */
  public List<Plan> versions(ProgrammeId programme) {
    return plans.of(programme);
  }

  private Optional<Plan> newest(ProgrammeId programme) {
    return plans.of(programme).stream().findFirst();
  }

  private Blockers blockers(
      ProgrammeId programme, List<Commitment> current, Optional<Plan> newest) {
    List<Blocker> found = new ArrayList<>();
    String id = programme.value();
    if (current.isEmpty()) {
      found.add(
          new Blocker(Blocker.Kind.NO_COMMITMENTS, id, id, "There is no commitment to publish."));
    }
    Consultation consultation = consultations.of(programme);
    Instant now = clock.instant();
    if (consultation.latest() == null) {
      found.add(
          new Blocker(
              Blocker.Kind.CONSULTATION_NOT_HELD,
              id,
              id,
              "The public has not been consulted yet."));
    } else if (consultation.openAt(now)) {
      found.add(
          new Blocker(Blocker.Kind.CONSULTATION_OPEN, id, id, "The consultation is still open."));
    }
    List<Note> undecided =
        notes.submitted(programme, EnumSet.of(Note.State.SUBMITTED), null, LISTED + 1);
    undecided.stream()
        .limit(LISTED)
        .map(
            note ->
                new Blocker(
                    Blocker.Kind.NOTE_UNDECIDED,
                    note.id().value(),
                    note.label(),
                    note.label() + " has no decision yet."))
        .forEach(found::add);
    boolean more = undecided.size() > LISTED;
    more |= list(found, programme, Stage.HELD, Blocker.Kind.COMMENT_HELD, "waits for moderation");
    more |=
        list(
            found,
            programme,
            Stage.UNANSWERED,
            Blocker.Kind.COMMENT_UNANSWERED,
            "has no response yet");
    if (found.isEmpty() && newest.isPresent() && sameAs(newest.get(), current)) {
      found.add(
          new Blocker(
              Blocker.Kind.NOTHING_CHANGED,
              id,
              "version " + newest.get().version(),
              "No commitment has changed since version " + newest.get().version() + "."));
    }
    return new Blockers(found, more);
  }

  private boolean list(
      List<Blocker> found, ProgrammeId programme, Stage stage, Blocker.Kind kind, String missing) {
    List<Comment> some = comments.in(programme, EnumSet.of(stage), null, LISTED + 1);
    Map<String, Commitment> on =
        commitments.findAll(
            some.stream().map(comment -> comment.commitment().value()).distinct().toList());
    for (Comment comment : some.subList(0, Math.min(LISTED, some.size()))) {
      Commitment commitment = on.get(comment.commitment().value());
      String label =
          "Comment on " + (commitment == null ? comment.commitment().value() : commitment.number());
      found.add(new Blocker(kind, comment.id().value(), label, label + " " + missing + "."));
    }
    return some.size() > LISTED;
  }

  private static boolean sameAs(Plan plan, List<Commitment> current) {
    Set<String> then =
        plan.commitments().stream()
            .map(c -> c.id() + "/" + c.revision())
            .collect(Collectors.toSet());
    Set<String> now =
        current.stream()
            .map(c -> c.id() + "/" + c.current().revision())
            .collect(Collectors.toSet());
    return then.equals(now);
  }

  private List<Commitment> all(ProgrammeId programme) {
    List<Commitment> all = new ArrayList<>();
    List<Versioned<Commitment>> page = commitments.in(programme, null, A_PAGE);
    while (!page.isEmpty()) {
      page.forEach(commitment -> all.add(commitment.state()));
      page =
          page.size() < A_PAGE
              ? List.of()
              : commitments.in(programme, all.get(all.size() - 1).id().value(), A_PAGE);
    }
    return all;
  }

  private List<PlannedCommitment> planned(List<Commitment> current) {
    Set<String> ids =
        current.stream()
            .flatMap(c -> c.current().derivesFrom().stream())
            .map(NoteId::value)
            .collect(Collectors.toSet());
    Map<String, Note> sources = notes.findAll(ids);
    return current.stream()
        .map(
            c ->
                new PlannedCommitment(
                    c.id(),
                    c.number(),
                    c.current().title(),
                    c.current().revision(),
                    c.templateVersion(),
                    c.current().content(),
                    c.current().derivesFrom().stream().map(note -> source(note, sources)).toList()))
        .toList();
  }

  private static Plan.Source source(NoteId id, Map<String, Note> sources) {
    Note note = sources.get(id.value());
    return note == null
        ? new Plan.Source(id, id.value(), "")
        : new Plan.Source(id, note.label(), note.title());
  }

  private Plan.ConsultationRecord record(ProgrammeId programme) {
    Consultation.Round round = consultations.of(programme).latest();
    Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
    int total = 0;
    List<Comment> page = comments.in(programme, PUBLISHED, null, A_PAGE);
    while (!page.isEmpty()) {
      for (Comment comment : page) {
        total++;
        Comment.Response response = comment.response();
        if (response != null) {
          effects.merge(response.effect(), 1, Integer::sum);
        }
      }
      page =
          page.size() < A_PAGE
              ? List.of()
              : comments.in(programme, PUBLISHED, page.get(page.size() - 1).id().value(), A_PAGE);
    }
    return new Plan.ConsultationRecord(
        round == null ? null : round.opensAt(),
        round == null ? null : round.closesAt(),
        round == null ? null : round.closedAt(),
        total,
        effects.getOrDefault(Effect.ACCEPTED, 0),
        effects.getOrDefault(Effect.PARTLY_ACCEPTED, 0),
        effects.getOrDefault(Effect.NOT_ACCEPTED, 0));
  }

  private Wording titleOf(ProgrammeId programme) {
    Wording title =
        programmes
            .find(programme)
            .map(Programme::title)
            .orElse(new Wording(programme.value(), null));
    return Wording.of("Action plan: " + title.en(), "Plan de acción: " + title.inSpanish());
  }
}
