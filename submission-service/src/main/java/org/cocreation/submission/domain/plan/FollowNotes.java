package org.cocreation.submission.domain.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.commitments.Commitment;
import org.cocreation.submission.domain.commitments.Commitments;
import org.cocreation.submission.domain.commitments.Revision;
import org.cocreation.submission.domain.consultation.Consultation;
import org.cocreation.submission.domain.consultation.HoldConsultation;
import org.cocreation.submission.domain.evaluation.NoteDecision.Verdict;
import org.cocreation.submission.domain.notes.Happening;
import org.cocreation.submission.domain.notes.JudgeNotes;
import org.cocreation.submission.domain.notes.Note;
import org.cocreation.submission.domain.notes.Notes;
import org.cocreation.submission.domain.people.People;
import org.cocreation.submission.domain.people.Person;
import org.cocreation.submission.domain.plan.Trail.Kind;
import org.cocreation.submission.domain.plan.Trail.Step;
import org.cocreation.submission.domain.process.Choice;
import org.jspecify.annotations.Nullable;

/** Follows a note from its submission to the published commitments that rest on it (rule 10). */
public final class FollowNotes {

  private final Notes notes;
  private final Commitments commitments;
  private final HoldConsultation consultations;
  private final Plans plans;
  private final People people;

  public FollowNotes(
      Notes notes,
      Commitments commitments,
      HoldConsultation consultations,
      Plans plans,
      People people) {
    this.notes = notes;
    this.commitments = commitments;
    this.consultations = consultations;
    this.plans = plans;
    this.people = people;
  }

  /** The trail of a note that was ever handed in; any other is unknown. */
  public Trail follow(NoteId id) {
    Note note =
        notes
            .find(id.value())
            .map(Versioned::state)
            .filter(Note::wasSubmitted)
            .orElseThrow(() -> Refusal.unknown("note"));
    return new Trail(note, authorOf(note), steps(note));
  }

  /** A programme's notes that have a trail. */
  public List<Note> in(ProgrammeId programme, @Nullable String after, int limit) {
    return notes.submitted(programme, JudgeNotes.VISIBLE, after, limit);
  }

  /** The steps of any note; a draft has none. */
  public List<Step> steps(Note note) {
    List<Step> steps = new ArrayList<>();
    note.history().stream()
        .filter(h -> note.wasSubmitted())
        .map(FollowNotes::step)
        .forEach(steps::add);
    if (note.wasSubmitted()) {
      List<Commitment> resting = commitments.restingOn(note.id());
      resting.forEach(commitment -> add(steps, commitment));
      if (!resting.isEmpty()) {
        addConsultation(
            steps,
            note.programme(),
            resting.stream().map(Commitment::draftedAt).min(Instant::compareTo).orElseThrow());
        addPlans(steps, note);
      }
    }
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  private @Nullable String authorOf(Note note) {
    return note.draft().showAuthor() && note.decision().isPresent()
        ? people
            .find(note.author())
            .filter(person -> person.standing() != Person.Standing.ERASED)
            .map(Person::name)
            .orElse(null)
        : null;
  }

  private static Step step(Happening happening) {
    String reason = happening.reason();
    return switch (happening.kind()) {
      case SUBMITTED ->
          plain(happening.at(), Kind.SUBMITTED, Wording.of("Handed in.", "Entregada."), null);
      case WITHDRAWN ->
          plain(
              happening.at(),
              Kind.WITHDRAWN,
              because(Wording.of("Withdrawn.", "Retirada."), reason),
              reason);
      case DECIDED ->
          plain(happening.at(), Kind.DECIDED, because(decided(happening), reason), reason);
      case REOPENED ->
          plain(
              happening.at(),
              Kind.DECISION_REOPENED,
              because(Wording.of("The decision was reopened.", "Se reabrió la decisión."), reason),
              reason);
    };
  }

  private static Wording decided(Happening happening) {
    boolean selected = happening.verdict() == Verdict.SELECTED;
    String en = selected ? "Selected" : "Not selected";
    String es = selected ? "Seleccionada" : "No seleccionada";
    Choice classification = happening.classification();
    return classification == null
        ? Wording.of(en + ".", es + ".")
        : Wording.of(
            en + ": " + classification.title().en() + ".",
            es + ": " + classification.title().inSpanish() + ".");
  }

  private static Wording because(Wording what, @Nullable String reason) {
    return reason == null
        ? what
        : Wording.of(what.en() + " Reason: " + reason, what.inSpanish() + " Motivo: " + reason);
  }

  private static void add(List<Step> steps, Commitment commitment) {
    for (Revision revision : commitment.revisions()) {
      boolean first = revision.revision() == 1;
      String named = commitment.number() + " (" + revision.title() + ")";
      Wording text =
          first
              ? Wording.of(
                  "Commitment " + named + " was drafted.",
                  "Se redactó el compromiso " + named + ".")
              : Wording.of(
                  "Commitment " + named + " was edited: " + revision.summaryOfChange(),
                  "Se editó el compromiso " + named + ": " + revision.summaryOfChange());
      steps.add(
          new Step(
              revision.at(),
              first ? Kind.COMMITMENT_DRAFTED : Kind.COMMITMENT_EDITED,
              text,
              revision.summaryOfChange(),
              commitment.id(),
              commitment.number(),
              null));
    }
  }

  private void addConsultation(List<Step> steps, ProgrammeId programme, Instant since) {
    for (Consultation.Round round : consultations.of(programme).rounds()) {
      Instant closed = round.closedAt();
      if (closed != null && closed.isBefore(since)) {
        continue;
      }
      steps.add(
          plain(
              round.opensAt(),
              Kind.CONSULTATION_OPENED,
              Wording.of(
                  "The public was asked for its comments.", "Se pidieron comentarios al público."),
              null));
      if (closed != null) {
        steps.add(
            plain(
                closed,
                Kind.CONSULTATION_CLOSED,
                because(
                    Wording.of("The consultation was closed.", "Se cerró la consulta."),
                    round.closedEarlyBecause()),
                round.closedEarlyBecause()));
      }
    }
  }

  private void addPlans(List<Step> steps, Note note) {
    for (Plan plan : plans.of(note.programme())) {
      for (Plan.PlannedCommitment planned : plan.commitments()) {
        if (planned.derivesFrom().stream().anyMatch(source -> source.note().equals(note.id()))) {
          String named = planned.number() + " (" + planned.title() + ")";
          steps.add(
              new Step(
                  plan.publishedAt(),
                  Kind.PLAN_PUBLISHED,
                  Wording.of(
                      "Published in version %d of the action plan as commitment %s."
                          .formatted(plan.version(), named),
                      "Publicada en la versión %d del plan de acción como compromiso %s."
                          .formatted(plan.version(), named)),
                  null,
                  planned.id(),
                  planned.number(),
                  plan.version()));
        }
      }
    }
  }

  private static Step plain(Instant at, Kind kind, Wording text, @Nullable String reason) {
    return new Step(at, kind, text, reason, null, null, null);
  }
}
