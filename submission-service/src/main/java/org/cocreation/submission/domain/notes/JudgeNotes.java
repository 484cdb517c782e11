package org.cocreation.submission.domain.notes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.cocreation.submission.domain.Fault;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.Outcome;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.Words;
import org.cocreation.submission.domain.evaluation.Interest;
import org.cocreation.submission.domain.evaluation.NoteDecision;
import org.cocreation.submission.domain.evaluation.NoteDecision.Verdict;
import org.cocreation.submission.domain.evaluation.Review;
import org.cocreation.submission.domain.people.Organisations;
import org.cocreation.submission.domain.people.People;
import org.cocreation.submission.domain.people.Person;
import org.cocreation.submission.domain.process.Choice;
import org.cocreation.submission.domain.process.CodeList;
import org.cocreation.submission.domain.process.CodeLists;
import org.cocreation.submission.domain.process.CommitteeMember;
import org.cocreation.submission.domain.process.ProgrammeProcess;
import org.cocreation.submission.domain.process.SetProcess;
import org.jspecify.annotations.Nullable;

/**
 * What the committee does with notes: declare interests, evaluate, decide, reopen (rule 7). Drafts
 * are unknown to it.
 */
public final class JudgeNotes {

  /** Every state that the committee may see. */
  public static final Set<Note.State> VISIBLE =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Note.State.DRAFT)));

  /**
   * A decision as a member words it.
   *
   * @param policyAreas empty = the author's own
   */
  public record Wish(
      Verdict verdict,
      @Nullable String classification,
      List<String> policyAreas,
      @Nullable String reason) {}

  /** Tells whether commitments rest on a note. */
  @FunctionalInterface
  public interface Foundations {
    boolean carries(NoteId note);
  }

  private final Notes notes;
  private final People people;
  private final SetProcess processes;
  private final CodeLists lists;
  private final Foundations foundations;
  private final Clock clock;

  public JudgeNotes(
      Notes notes,
      People people,
      SetProcess processes,
      CodeLists lists,
      Foundations foundations,
      Clock clock) {
    this.notes = notes;
    this.people = people;
    this.processes = processes;
    this.lists = lists;
    this.foundations = foundations;
    this.clock = clock;
  }

  public Versioned<Note> find(NoteId id) {
    return notes
        .find(id.value())
        .filter(note -> note.state().wasSubmitted())
        .orElseThrow(() -> Refusal.unknown("note"));
  }

  /** Those handed in, in some states; no states = all. */
  public List<Note> in(
      ProgrammeId programme, Set<Note.State> states, @Nullable String after, int limit) {
    return notes.submitted(programme, states.isEmpty() ? VISIBLE : states, after, limit);
  }

  /** Says whether there is an interest, with a reason for either. */
  public Versioned<Note> declare(
      MemberId member, NoteId id, boolean interest, @Nullable String reason) {
    String why = Words.required("reason", reason, "the reason");
    return change(
        id,
        note -> {
          if (note.state() == Note.State.WITHDRAWN) {
            throw withdrawn();
          }
          Review review =
              note.review().declare(new Interest(member, interest, why, clock.instant()));
          return Outcome.of(note.reviewed(review), List.of());
        });
  }

  public Versioned<Note> evaluate(
      MemberId member,
      NoteId id,
      Map<String, Boolean> gates,
      Map<String, Integer> scores,
      @Nullable String comment) {
    return change(
        id,
        note -> {
          if (note.state() == Note.State.WITHDRAWN) {
            throw withdrawn();
          }
          ProgrammeProcess process = processes.inForce(note.programme());
          Review review =
              note.review()
                  .evaluate(
                      member,
                      gates,
                      scores,
                      comment == null ? "" : comment.strip(),
                      process.rubric(),
                      flagged(note, member),
                      clock.instant());
          return Outcome.of(note.reviewed(review), List.of());
        });
  }

  public Versioned<Note> decide(MemberId member, NoteId id, Wish wish) {
    if (notes.changedBefore(id.value())) {
      return find(id);
    }
    String reason = Words.required("reason", wish.reason(), "the reason for the decision");
    boolean carries = wish.verdict() == Verdict.NOT_SELECTED && foundations.carries(id);
    return change(
        id,
        note -> {
          if (note.state() == Note.State.WITHDRAWN) {
            throw withdrawn();
          }
          ProgrammeProcess process = processes.inForce(note.programme());
          NoteDecision decision =
              new NoteDecision(
                  wish.verdict(),
                  classification(process, wish.classification()),
                  areas(process, wish, note),
                  reason,
                  member,
                  clock.instant(),
                  null,
                  null);
          Review decided = note.review().decide(decision, flagged(note, member));
          if (carries) {
            throw Refusal.conflict(
                "commitments-rest-on-it",
                "Commitments derive from this note; it can't be turned down any more.");
          }
          return note.decided(decided, decision);
        });
  }

  public Versioned<Note> reopen(MemberId member, NoteId id, @Nullable String reason) {
    if (notes.changedBefore(id.value())) {
      return find(id);
    }
    String why = Words.required("reason", reason, "the reason for reopening");
    return change(
        id,
        note -> {
          if (note.review().hasInterest(member)) {
            throw Refusal.forbidden(
                "conflict-of-interest", "You declared an interest in this note.");
          }
          return note.reopened(note.review().reopen(clock.instant(), why), why, clock.instant());
        });
  }

  /**
   * Whether something points to an interest of this member: the same organisation as the author's.
   */
  public boolean flagged(Note note, MemberId member) {
    return flag(
        processes.inForce(note.programme()), people.find(note.author()).orElse(null), member);
  }

  /** As {@link #flagged}, for a page of notes with what was already looked up. */
  public static boolean flag(ProgrammeProcess process, @Nullable Person author, MemberId member) {
    String organisation = process.member(member).map(CommitteeMember::organisation).orElse(null);
    return author != null && Organisations.same(organisation, author.organisation());
  }

  private static @Nullable Choice classification(ProgrammeProcess process, @Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    return process
        .classification(code)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "classification",
                    "one of " + process.classifications().stream().map(Choice::code).toList(),
                    "\"" + code + "\" is no classification of this programme."));
  }

  private List<String> areas(ProgrammeProcess process, Wish wish, Note note) {
    List<String> areas =
        wish.policyAreas().isEmpty() ? note.draft().policyAreas() : wish.policyAreas();
    CodeList known = process.policyAreas(lists);
    List<Fault> faults = new ArrayList<>();
    for (String code : wish.policyAreas()) {
      if (known.find(code).isEmpty()) {
        faults.add(
            new Fault(
                "policyAreas",
                "codes of the programme's list",
                "\"" + code + "\" is no policy area here."));
      }
    }
    if (wish.verdict() == Verdict.SELECTED && areas.isEmpty()) {
      faults.add(new Fault("policyAreas", "at least one", "A selected note needs a policy area."));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(
          "decision-invalid", "The decision names policy areas that it can't.", faults);
    }
    return areas.stream().distinct().toList();
  }

  private static Refusal withdrawn() {
    return Refusal.conflict("note-withdrawn", "The author withdrew this note.");
  }

  private Versioned<Note> change(NoteId id, Function<Note, Outcome<Note, NoteEvent, Note>> decide) {
    notes.change(
        id.value(),
        found ->
            decide.apply(
                found.filter(Note::wasSubmitted).orElseThrow(() -> Refusal.unknown("note"))));
    return find(id);
  }
}
