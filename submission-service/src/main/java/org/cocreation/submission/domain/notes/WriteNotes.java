package org.cocreation.submission.domain.notes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.submission.domain.Content;
import org.cocreation.submission.domain.Fault;
import org.cocreation.submission.domain.Ids;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.Numbers;
import org.cocreation.submission.domain.Outcome;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.RegistrationId;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.people.People;
import org.cocreation.submission.domain.people.Person;
import org.cocreation.submission.domain.process.CodeList;
import org.cocreation.submission.domain.process.CodeLists;
import org.cocreation.submission.domain.process.ProgrammeProcess;
import org.cocreation.submission.domain.process.SetProcess;
import org.cocreation.submission.domain.process.Template;
import org.cocreation.submission.domain.process.Templates;
import org.jspecify.annotations.Nullable;

/**
 * What an author does: begin a note, change it, hand it in, withdraw it. Somebody else's note is
 * unknown to an author.
 */
public final class WriteNotes {

  /**
   * What an author sent.
   *
   * @param language of the words, or null for English
   */
  public record Text(
      Content content, List<String> policyAreas, @Nullable String language, boolean showAuthor) {}

  private final Notes notes;
  private final People people;
  private final SetProcess processes;
  private final Templates templates;
  private final CodeLists lists;
  private final SubmissionWindow window;
  private final Numbers numbers;
  private final Ids ids;
  private final Clock clock;

  public WriteNotes(
      Notes notes,
      People people,
      SetProcess processes,
      Templates templates,
      CodeLists lists,
      SubmissionWindow window,
      Numbers numbers,
      Ids ids,
      Clock clock) {
    this.notes = notes;
    this.people = people;
    this.processes = processes;
    this.templates = templates;
    this.lists = lists;
    this.window = window;
    this.numbers = numbers;
    this.ids = ids;
    this.clock = clock;
  }

  /** Begins a note; gaps and too many words are no hindrance yet. */
  public Versioned<Note> begin(RegistrationId author, Text text) {
    NoteId id = new NoteId(ids.next());
    if (notes.changedBefore(id.value())) {
      return unlessErased(author, id);
    }
    Person person = registered(author);
    ProgrammeId programme = programmeOf(person);
    ProgrammeProcess process = processes.inForce(programme);
    long live =
        notes.by(author).stream().filter(n -> n.state().state() != Note.State.WITHDRAWN).count();
    if (live >= process.notesPerPerson()) {
      throw Refusal.conflict(
          "too-many-notes",
          "A person may have %d notes in this programme. Withdraw one first."
              .formatted(process.notesPerPerson()));
    }
    Draft draft = draft(process.templateVersion(), text, process);
    Instant now = clock.instant();
    notes.change(
        id.value(),
        before ->
            before.isPresent()
                ? Outcome.unchanged(before.get())
                : Outcome.of(Note.begun(id, programme, author, draft, now), List.of()));
    return unlessErased(author, id);
  }

  /** Replaces what a draft says, if the author saw the version that is there. */
  public Versioned<Note> edit(RegistrationId author, NoteId id, long seen, Text text) {
    registered(author);
    Note there = of(author, id).state();
    Draft draft =
        draft(there.draft().templateVersion(), text, processes.inForce(there.programme()));
    notes.changeSeenAt(id.value(), seen, own(author, note -> note.edit(draft, clock.instant())));
    return unlessErased(author, id);
  }

  /** Hands a draft in: whole, within its limits, by somebody who may, while notes are taken. */
  public Versioned<Note> submit(RegistrationId author, NoteId id) {
    Versioned<Note> there = of(author, id);
    if (notes.changedBefore(id.value())) {
      return there;
    }
    Note draft = there.state().asDraft();
    Person person = registered(author);
    ProgrammeProcess process = processes.inForce(draft.programme());
    eligible(person, process);
    window.requireOpen(process, clock.instant());
    List<Fault> faults = faultsOf(draft);
    if (!faults.isEmpty()) {
      throw Refusal.invalid("note-incomplete", "The note can't be handed in yet.", faults);
    }
    String number = numbers.next(draft.programme(), Numbers.Series.NOTES);
    notes.change(
        id.value(),
        own(
            author,
            note -> {
              if (!note.draft().equals(draft.draft())) {
                throw Refusal.conflict(
                    "note-changed",
                    "The note was changed at the same moment. Look at it and hand it in again.");
              }
              return note.submit(number, person.certified(), clock.instant());
            }));
    return unlessErased(author, id);
  }

  public Versioned<Note> withdraw(RegistrationId author, NoteId id, @Nullable String because) {
    Versioned<Note> there = of(author, id);
    if (notes.changedBefore(id.value())) {
      return there;
    }
    String reason = because == null || because.isBlank() ? null : because.strip();
    notes.change(id.value(), own(author, note -> note.withdraw(reason, clock.instant())));
    return of(author, id);
  }

  /** The author was erased: see {@link Note}. Doing it again changes nothing. */
  public void eraseAuthor(RegistrationId author) {
    for (Versioned<Note> note : notes.by(author)) {
      notes.change(note.state().id().value(), own(author, own -> own.eraseAuthor(clock.instant())));
    }
  }

  /**
   * Whoever was erased while writing leaves nothing behind: the person is marked first, then the
   * notes are looked through.
   */
  private Versioned<Note> unlessErased(RegistrationId author, NoteId id) {
    if (people
        .find(author)
        .filter(person -> person.standing() == Person.Standing.ERASED)
        .isPresent()) {
      eraseAuthor(author);
      throw Refusal.unknown("registration");
    }
    return of(author, id);
  }

  public Versioned<Note> of(RegistrationId author, NoteId id) {
    return notes
        .find(id.value())
        .filter(note -> note.state().author().equals(author))
        .orElseThrow(() -> Refusal.unknown("note"));
  }

  public List<Versioned<Note>> by(RegistrationId author) {
    return notes.by(author);
  }

  /** The form that a note was begun under, with the programme's word limits. */
  public Template templateOf(Note note) {
    return processes
        .inForce(note.programme())
        .noteTemplate(templates, note.draft().templateVersion());
  }

  /** What stands in the way of handing a note in. */
  public List<Fault> faultsOf(Note note) {
    return templateOf(note).faultsOfWhole(note.draft().content());
  }

  private Draft draft(int templateVersion, Text text, ProgrammeProcess process) {
    Template template = process.noteTemplate(templates, templateVersion);
    List<Fault> faults = new ArrayList<>(template.faultsOfDraft(text.content()));
    CodeList areas = process.policyAreas(lists);
    for (int i = 0; i < text.policyAreas().size(); i++) {
      String code = text.policyAreas().get(i);
      if (areas.find(code).isEmpty()) {
        faults.add(
            new Fault(
                "policyAreas[" + i + "]",
                "a code of the programme's list",
                "\"" + code + "\" is no policy area here."));
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid("note-invalid", "The note does not fit its template.", faults);
    }
    return new Draft(
        templateVersion,
        text.language() == null ? "en" : text.language(),
        text.content(),
        text.policyAreas().stream().distinct().toList(),
        text.showAuthor());
  }

  private Person registered(RegistrationId author) {
    Person person = people.find(author).orElseThrow(() -> Refusal.unknown("registration"));
    if (person.standing() != Person.Standing.REGISTERED) {
      throw Refusal.forbidden(
          "not-eligible", "This registration was cancelled, so no note can be written under it.");
    }
    return person;
  }

  private static ProgrammeId programmeOf(Person person) {
    ProgrammeId programme = person.programme();
    if (programme == null) {
      throw Refusal.unknown("registration");
    }
    return programme;
  }

  private static void eligible(Person person, ProgrammeProcess process) {
    if (process.whoMaySubmit() == ProgrammeProcess.WhoMaySubmit.CERTIFIED && !person.certified()) {
      throw Refusal.forbidden(
          "not-eligible",
          "In this programme, only those who hold its certificate may hand in concept notes.");
    }
  }

  private static Function<Optional<Note>, Outcome<Note, NoteEvent, Note>> own(
      RegistrationId author, Function<Note, Outcome<Note, NoteEvent, Note>> decide) {
    return found ->
        decide.apply(
            found
                .filter(note -> note.author().equals(author))
                .orElseThrow(() -> Refusal.unknown("note")));
  }
}
