package org.cocreation.submission.domain.notes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.Outcome;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.RegistrationId;
import org.cocreation.submission.domain.evaluation.NoteDecision;
import org.cocreation.submission.domain.evaluation.NoteDecision.Verdict;
import org.cocreation.submission.domain.evaluation.Review;
import org.jspecify.annotations.Nullable;

/**
 * A concept note: written by one registered person, judged by the committee.
 *
 * <p>It is edited only as a draft and withdrawn only before it is decided. Its state and its review
 * always agree: it is selected or not selected exactly while a decision stands.
 *
 * @param number as people call it, given at submission
 * @param certified whether the author held a valid certificate at submission
 * @param history oldest first
 */
public record Note(
    NoteId id,
    ProgrammeId programme,
    RegistrationId author,
    @Nullable String number,
    State state,
    Draft draft,
    Instant createdAt,
    Instant editedAt,
    @Nullable Instant submittedAt,
    boolean certified,
    Review review,
    List<Happening> history) {

  /** How far it has come. */
  public enum State {
    DRAFT,
    SUBMITTED,
    SELECTED,
    NOT_SELECTED,
    WITHDRAWN
  }

  public Note {
    history = List.copyOf(history);
  }

  static Note begun(
      NoteId id, ProgrammeId programme, RegistrationId author, Draft draft, Instant now) {
    return new Note(
        id,
        programme,
        author,
        null,
        State.DRAFT,
        draft,
        now,
        now,
        null,
        false,
        Review.NONE,
        List.of());
  }

  public String title() {
    return draft.title();
  }

  /** The number, or the id for want of one. */
  public String label() {
    return number == null ? id.value() : number;
  }

  /** Whether it was ever handed in; only then has it a trail. */
  public boolean wasSubmitted() {
    return submittedAt != null;
  }

  public Optional<NoteDecision> decision() {
    return Optional.ofNullable(review.decision());
  }

  /** Refuses what may only be done to a draft. */
  Note asDraft() {
    if (state != State.DRAFT) {
      throw Refusal.conflict(
          "note-not-a-draft",
          "This note was handed in or withdrawn; it can't be changed any more.");
    }
    return this;
  }

  Outcome<Note, NoteEvent, Note> edit(Draft to, Instant now) {
    asDraft();
    return Outcome.of(
        new Note(
            id,
            programme,
            author,
            number,
            state,
            to,
            createdAt,
            now,
            submittedAt,
            certified,
            review,
            history),
        List.of());
  }

  /** The form must have been found whole by the caller, who knows the template. */
  Outcome<Note, NoteEvent, Note> submit(String as, boolean holdsCertificate, Instant now) {
    asDraft();
    Note submitted =
        new Note(
            id,
            programme,
            author,
            as,
            State.SUBMITTED,
            draft,
            createdAt,
            editedAt,
            now,
            holdsCertificate,
            review,
            with(Happening.of(now, Happening.Kind.SUBMITTED, null)));
    return Outcome.of(
        submitted,
        List.of(
            new NoteEvent.Submitted(
                id, programme, author, as, title(), draft.policyAreas(), now, holdsCertificate)));
  }

  /** Again changes nothing; a draft goes silently, for nobody else has seen it. */
  Outcome<Note, NoteEvent, Note> withdraw(@Nullable String because, Instant now) {
    if (state == State.WITHDRAWN) {
      return Outcome.unchanged(this);
    }
    if (state == State.SELECTED || state == State.NOT_SELECTED) {
      throw Refusal.conflict(
          "note-decided",
          "The committee has decided on this note; it can't be withdrawn any more.");
    }
    return withdrawn(draft, because, now);
  }

  /**
   * The author was erased: a draft is emptied, a note that waits for its decision is withdrawn and
   * emptied to its title, a decided one stays without a name, because plans and trails rest on it
   * (rules 8 and 10).
   */
  Outcome<Note, NoteEvent, Note> eraseAuthor(Instant now) {
    return switch (state) {
      case DRAFT -> withdrawn(draft.emptied(true), null, now);
      case SUBMITTED -> withdrawn(draft.emptied(false), "The author's data were erased.", now);
      case WITHDRAWN -> {
        Draft left = draft.emptied(!wasSubmitted());
        yield left.equals(draft) ? Outcome.unchanged(this) : Outcome.of(with(left), List.of());
      }
      case SELECTED, NOT_SELECTED ->
          draft.showAuthor()
              ? Outcome.of(with(draft.unsigned()), List.of())
              : Outcome.unchanged(this);
    };
  }

  /** The review moved on without a decision. */
  Note reviewed(Review now) {
    return new Note(
        id,
        programme,
        author,
        number,
        state,
        draft,
        createdAt,
        editedAt,
        submittedAt,
        certified,
        now,
        history);
  }

  Outcome<Note, NoteEvent, Note> decided(Review decided, NoteDecision decision) {
    boolean selected = decision.verdict() == Verdict.SELECTED;
    Happening happening =
        new Happening(
            decision.decidedAt(),
            Happening.Kind.DECIDED,
            decision.reason(),
            decision.verdict(),
            decision.classification());
    Note note =
        new Note(
            id,
            programme,
            author,
            number,
            selected ? State.SELECTED : State.NOT_SELECTED,
            draft,
            createdAt,
            editedAt,
            submittedAt,
            certified,
            decided,
            with(happening));
    return Outcome.of(
        note,
        List.of(
            new NoteEvent.Decided(
                id,
                programme,
                author,
                label(),
                title(),
                decision.verdict(),
                decision.classification() == null ? null : decision.classification().code(),
                decision.policyAreas(),
                decision.reason(),
                decision.decidedAt())));
  }

  Outcome<Note, NoteEvent, Note> reopened(Review open, String because, Instant now) {
    return Outcome.of(
        new Note(
            id,
            programme,
            author,
            number,
            State.SUBMITTED,
            draft,
            createdAt,
            editedAt,
            submittedAt,
            certified,
            open,
            with(Happening.of(now, Happening.Kind.REOPENED, because))),
        List.of());
  }

  private Outcome<Note, NoteEvent, Note> withdrawn(
      Draft left, @Nullable String because, Instant now) {
    Note note =
        new Note(
            id,
            programme,
            author,
            number,
            State.WITHDRAWN,
            left,
            createdAt,
            editedAt,
            submittedAt,
            certified,
            review,
            with(Happening.of(now, Happening.Kind.WITHDRAWN, because)));
    return Outcome.of(
        note,
        wasSubmitted() ? List.of(new NoteEvent.Withdrawn(id, programme, author, now)) : List.of());
  }

  private Note with(Draft other) {
    return new Note(
        id,
        programme,
        author,
        number,
        state,
        other,
        createdAt,
        editedAt,
        submittedAt,
        certified,
        review,
        history);
  }

  private List<Happening> with(Happening happening) {
    List<Happening> longer = new ArrayList<>(history);
    longer.add(happening);
    return longer;
  }
}
