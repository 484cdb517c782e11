package org.cocreation.submission.domain.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.submission.domain.World.ANA;
import static org.cocreation.submission.domain.World.BELIZE;
import static org.cocreation.submission.domain.World.BEN;
import static org.cocreation.submission.domain.World.CARLA;
import static org.cocreation.submission.domain.World.text;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cocreation.submission.domain.Content;
import org.cocreation.submission.domain.InMemory.StaleInMemory;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.RegistrationId;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.World;
import org.cocreation.submission.domain.World.Settings;
import org.cocreation.submission.domain.evaluation.NoteDecision.Verdict;
import org.cocreation.submission.domain.people.People;
import org.cocreation.submission.domain.people.Person;
import org.cocreation.submission.domain.process.ProgrammeProcess;
import org.junit.jupiter.api.Test;

class WriteNotesTest {

  private final World world = new World();
  private final WriteNotes write = world.write;

  private static void refuses(ThrowingCallable what, String slug) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.slug()).isEqualTo(slug));
  }

  private void learn(UnaryOperator<Person> news) {
    world.people.learn(List.of(new People.News(ANA, news)));
  }

  private NoteId begun() {
    return write.begin(ANA, text("Clean rivers")).state().id();
  }

  @Test
  void beginsADraftWithoutANumber() {
    Note note = write.begin(ANA, text("Clean rivers")).state();
    assertThat(note.state()).isEqualTo(Note.State.DRAFT);
    assertThat(note.number()).isNull();
    assertThat(world.notes.announced()).isEmpty();
  }

  @Test
  void keepsADraftWithGapsAndTooManyWords() {
    Versioned<Note> note =
        write.begin(
            ANA,
            new WriteNotes.Text(
                new Content(Map.of("title", "one two three four five six")),
                List.of(),
                null,
                false));
    assertThat(write.faultsOf(note.state()))
        .extracting(f -> f.field() + ": " + f.detail())
        .containsExactly(
            "content.problem: problem is missing.",
            "content.title: title has 6 words; the limit is 5.");
  }

  @Test
  void refusesFieldsAndPolicyAreasThatAreNotThere() {
    refuses(
        () ->
            write.begin(
                ANA,
                new WriteNotes.Text(
                    new Content(Map.of("poem", "x")), List.of("magic"), null, false)),
        "note-invalid");
  }

  @Test
  void submitsAWholeDraftUnderItsOwnNumber() {
    NoteId first = world.submitted(ANA, "Clean rivers");
    NoteId second = world.submitted(BEN, "Open budgets");
    assertThat(write.of(ANA, first).state().number()).isEqualTo("CN-001");
    assertThat(write.of(BEN, second).state().number()).isEqualTo("CN-002");
    assertThat(world.notes.announced()).hasSize(2).allMatch(NoteEvent.Submitted.class::isInstance);
  }

  @Test
  void refusesToSubmitWithTheFieldTheLimitAndTheCount() {
    NoteId id =
        write
            .begin(
                ANA,
                new WriteNotes.Text(
                    new Content(Map.of("title", "one two three four five six", "problem", "p")),
                    List.of(),
                    null,
                    false))
            .state()
            .id();
    assertThatThrownBy(() -> write.submit(ANA, id))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.slug()).isEqualTo("note-incomplete");
              assertThat(refusal.faults())
                  .singleElement()
                  .satisfies(
                      fault -> {
                        assertThat(fault.field()).isEqualTo("content.title");
                        assertThat(fault.expected()).isEqualTo("at most 5 words");
                        assertThat(fault.detail()).contains("6 words").contains("limit is 5");
                      });
            });
    assertThat(world.notes.announced()).isEmpty();
  }

  @Test
  void putsTheProgrammesWordLimitsInPlaceOfTheTemplates() {
    world.setProcess.set(
        world.process(
            s ->
                new Settings(
                    s.who(),
                    null,
                    s.rubric(),
                    List.of(),
                    List.of(new ProgrammeProcess.WordLimit("title", 1)))));
    NoteId id = begun();
    refuses(() -> write.submit(ANA, id), "note-incomplete");
  }

  @Test
  void editsOnlyWhatTheAuthorHasSeen() {
    NoteId id = begun();
    Versioned<Note> second = write.edit(ANA, id, 1, text("Cleaner rivers"));
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.state().title()).isEqualTo("Cleaner rivers");
    assertThatThrownBy(() -> write.edit(ANA, id, 1, text("Older")))
        .isInstanceOf(StaleInMemory.class);
  }

  @Test
  void editsNoNoteThatWasHandedIn() {
    NoteId id = world.submitted(ANA, "Clean rivers");
    refuses(() -> write.edit(ANA, id, 2, text("Other")), "note-not-a-draft");
    refuses(() -> write.submit(ANA, id), "note-not-a-draft");
  }

  @Test
  void hidesSomebodyElsesNote() {
    NoteId id = begun();
    refuses(() -> write.of(BEN, id), "not-found");
    refuses(() -> write.edit(BEN, id, 1, text("Mine")), "not-found");
    refuses(() -> write.submit(BEN, id), "not-found");
    refuses(() -> write.withdraw(BEN, id, null), "not-found");
    assertThat(write.by(BEN)).isEmpty();
  }

  @Test
  void marksANoteOfACertifiedAuthor() {
    NoteId plain = world.submitted(ANA, "Before");
    learn(p -> p.certificate(true, World.BEGIN));
    NoteId certified = world.submitted(ANA, "After");
    assertThat(write.of(ANA, plain).state().certified()).isFalse();
    assertThat(write.of(ANA, certified).state().certified()).isTrue();
  }

  @Test
  void takesNotesOnlyOfTheCertifiedWhereTheProcessSaysSo() {
    world.setProcess.set(
        world.process(
            s ->
                new Settings(
                    ProgrammeProcess.WhoMaySubmit.CERTIFIED,
                    null,
                    s.rubric(),
                    List.of(),
                    List.of())));
    NoteId id = begun();
    refuses(() -> write.submit(ANA, id), "not-eligible");
    learn(p -> p.certificate(true, World.BEGIN));
    assertThat(write.submit(ANA, id).state().certified()).isTrue();
    NoteId second = begun();
    learn(p -> p.certificate(false, World.BEGIN.plusSeconds(1)));
    refuses(() -> write.submit(ANA, second), "not-eligible");
  }

  @Test
  void letsNobodyWriteUnderACancelledRegistration() {
    NoteId id = begun();
    learn(Person::cancelled);
    refuses(() -> write.begin(ANA, text("New")), "not-eligible");
    refuses(() -> write.edit(ANA, id, 1, text("New")), "not-eligible");
    refuses(() -> write.submit(ANA, id), "not-eligible");
    assertThat(write.withdraw(ANA, id, null).state().state()).isEqualTo(Note.State.WITHDRAWN);
  }

  @Test
  void knowsNobodyWithoutARegistration() {
    refuses(() -> write.begin(new RegistrationId("r-nobody"), text("x")), "not-found");
  }

  @Test
  void keepsToTheNumberOfNotesThatAPersonMayHave() {
    for (int i = 0; i < 5; i++) {
      begun();
    }
    refuses(this::begun, "too-many-notes");
    write.withdraw(ANA, write.by(ANA).get(0).state().id(), null);
    assertThat(begun()).isNotNull();
  }

  @Test
  void closesWhenTheProcessSaysSo() {
    world.setProcess.set(
        world.process(
            s ->
                new Settings(
                    s.who(),
                    World.BEGIN.plus(Duration.ofDays(1)),
                    s.rubric(),
                    List.of(),
                    List.of())));
    NoteId id = begun();
    world.clock.pass(Duration.ofDays(1));
    refuses(() -> write.submit(ANA, id), "submissions-closed");
  }

  @Test
  void closesAnywayWhenTheConsultationIsOver() {
    NoteId late = begun();
    world.drafted("Rivers", world.selected(BEN, "Rivers"));
    world.hold.open(BELIZE, null);
    assertThat(world.submitted(BEN, "Still in time")).isNotNull();
    world.hold.close(BELIZE, "Done.");
    refuses(() -> write.submit(ANA, late), "submissions-closed");
  }

  @Test
  void announcesAWithdrawalOnlyOfWhatWasHandedIn() {
    write.withdraw(ANA, begun(), null);
    assertThat(world.notes.announced()).isEmpty();
    NoteId id = world.submitted(ANA, "Clean rivers");
    write.withdraw(ANA, id, "Changed my mind.");
    write.withdraw(ANA, id, "Again.");
    assertThat(world.notes.announced())
        .filteredOn(NoteEvent.Withdrawn.class::isInstance)
        .hasSize(1);
  }

  @Test
  void withdrawsNothingAfterTheDecision() {
    NoteId id = world.selected(ANA, "Clean rivers");
    refuses(() -> write.withdraw(ANA, id, null), "note-decided");
  }

  @Test
  void emptiesADraftOfAnErasedAuthor() {
    NoteId id = begun();
    write.eraseAuthor(ANA);
    Note note = write.of(ANA, id).state();
    assertThat(note.state()).isEqualTo(Note.State.WITHDRAWN);
    assertThat(note.draft().content()).isEqualTo(Content.EMPTY);
    assertThat(world.notes.announced()).isEmpty();
  }

  @Test
  void withdrawsAnUndecidedNoteOfAnErasedAuthorAndKeepsOnlyItsTitle() {
    NoteId id = world.submitted(ANA, "Clean rivers");
    write.eraseAuthor(ANA);
    write.eraseAuthor(ANA);
    Note note = write.of(ANA, id).state();
    assertThat(note.state()).isEqualTo(Note.State.WITHDRAWN);
    assertThat(note.draft().content().values()).containsOnly(Map.entry("title", "Clean rivers"));
    assertThat(world.notes.announced())
        .filteredOn(NoteEvent.Withdrawn.class::isInstance)
        .hasSize(1);
  }

  @Test
  void keepsADecidedNoteOfAnErasedAuthorWithoutAName() {
    NoteId id =
        write
            .begin(
                ANA,
                new WriteNotes.Text(text("Clean rivers").content(), List.of("climate"), "en", true))
            .state()
            .id();
    write.submit(ANA, id);
    List.of(CARLA, World.DAN, World.EVA)
        .forEach(m -> world.judge.evaluate(m, id, World.ALL_GATES, World.scores(3), null));
    world.judge.decide(CARLA, id, World.wish(Verdict.SELECTED));
    write.eraseAuthor(ANA);
    Note note = write.of(ANA, id).state();
    assertThat(note.state()).isEqualTo(Note.State.SELECTED);
    assertThat(note.draft().showAuthor()).isFalse();
    assertThat(note.draft().content().text("problem")).isNotEmpty();
  }

  @Test
  void leavesNothingOfAnAuthorWhoIsErasedWhileWriting() {
    world.notes.meanwhile = () -> learn(Person::erased);
    refuses(this::begun, "not-found");
    assertThat(write.by(ANA))
        .singleElement()
        .satisfies(note -> assertThat(note.state().draft().content()).isEqualTo(Content.EMPTY));
  }
}
