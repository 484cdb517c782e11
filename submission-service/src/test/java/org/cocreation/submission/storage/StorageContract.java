package org.cocreation.submission.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cocreation.messaging.StaleVersionException;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.Content;
import org.cocreation.submission.domain.Ids;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.Numbers;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.RegistrationId;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.commitments.Commitment;
import org.cocreation.submission.domain.commitments.Commitments;
import org.cocreation.submission.domain.commitments.DraftCommitments;
import org.cocreation.submission.domain.consultation.Comment;
import org.cocreation.submission.domain.consultation.Comment.Stage;
import org.cocreation.submission.domain.consultation.Comments;
import org.cocreation.submission.domain.consultation.Consultations;
import org.cocreation.submission.domain.consultation.HoldConsultation;
import org.cocreation.submission.domain.consultation.TakeComments;
import org.cocreation.submission.domain.evaluation.NoteDecision.Verdict;
import org.cocreation.submission.domain.notes.JudgeNotes;
import org.cocreation.submission.domain.notes.Note;
import org.cocreation.submission.domain.notes.Note.State;
import org.cocreation.submission.domain.notes.Notes;
import org.cocreation.submission.domain.notes.WriteNotes;
import org.cocreation.submission.domain.people.People;
import org.cocreation.submission.domain.people.Person;
import org.cocreation.submission.domain.people.Programme;
import org.cocreation.submission.domain.people.Programmes;
import org.cocreation.submission.domain.plan.Plan;
import org.cocreation.submission.domain.plan.PublishPlan;
import org.cocreation.submission.domain.process.CodeLists;
import org.cocreation.submission.domain.process.DefaultProcess;
import org.cocreation.submission.domain.process.ProgrammeProcess;
import org.cocreation.submission.domain.process.SetProcess;
import org.cocreation.submission.domain.process.Templates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the domain relies on of its stores, whichever they are. */
abstract class StorageContract {

  private static final Instant NOW = Instant.parse("2020-03-02T15:00:00.123Z");
  private static final MemberId CARLA = new MemberId("carla.with.dots");

  @Autowired Notes notes;
  @Autowired Commitments commitments;
  @Autowired Comments comments;
  @Autowired Consultations consultations;
  @Autowired People people;
  @Autowired Programmes programmes;
  @Autowired Numbers numbers;
  @Autowired Ids ids;
  @Autowired Templates templates;
  @Autowired CodeLists lists;
  @Autowired WriteNotes write;
  @Autowired JudgeNotes judge;
  @Autowired DraftCommitments draft;
  @Autowired HoldConsultation hold;
  @Autowired TakeComments take;
  @Autowired PublishPlan publish;
  @Autowired SetProcess processes;

  private ProgrammeId programme() {
    return new ProgrammeId("p-" + ids.next());
  }

  private RegistrationId person(ProgrammeId programme, String hash) {
    RegistrationId id = new RegistrationId("r-" + ids.next());
    people.learn(
        List.of(
            new People.News(id, p -> p.registered(programme, NOW, hash)),
            new People.News(id, p -> p.contact(1, "Ana Pott", "River Watch"))));
    return id;
  }

  private static WriteNotes.Text text(String title) {
    return new WriteNotes.Text(
        new Content(
            Map.of(
                "title", title,
                "problem", "Nobody can see it.",
                "solution", "Show it.",
                "openGovernment", "Transparency.",
                "leadInstitution", "Ministry of Example")),
        List.of("climate"),
        "es",
        true);
  }

  private NoteId selected(ProgrammeId programme, RegistrationId author) {
    NoteId id = write.begin(author, text("Ríos limpios")).state().id();
    write.submit(author, id);
    for (MemberId member : List.of(CARLA, new MemberId("dan"), new MemberId("eva"))) {
      judge.evaluate(
          member,
          id,
          Map.of("open-government", true, "verifiable", true, "within-mandate", true),
          Map.of("significance", 5, "standards", 4, "feasibility", 3, "potential-for-results", 2),
          "Bien.");
    }
    judge.decide(
        CARLA, id, new JudgeNotes.Wish(Verdict.SELECTED, "launch", List.of(), "It matters."));
    assertThat(write.of(author, id).state().programme()).isEqualTo(programme);
    return id;
  }

  @Test
  void keepsANoteWithItsReviewExactly() {
    ProgrammeId programme = programme();
    RegistrationId author = person(programme, "h-" + ids.next());
    NoteId id = selected(programme, author);
    Note once = notes.find(id.value()).orElseThrow().state();
    assertThat(notes.findAll(List.of(id.value(), "nothing")))
        .containsOnly(Map.entry(id.value(), once));
    assertThat(once.review().evaluations()).hasSize(3);
    assertThat(once.review().result().score()).isCloseTo((5 * 2 + 4 + 3 + 2) / 5.0, within(1e-9));
    assertThat(once.decision().orElseThrow().classification()).isNotNull();
    assertThat(once.draft().content()).isEqualTo(text("Ríos limpios").content());
    assertThat(once.history()).hasSize(2);
  }

  @Test
  void refusesAChangeBasedOnAnOldVersionAndWritesNothing() {
    RegistrationId author = person(programme(), "h-" + ids.next());
    Versioned<Note> note = write.begin(author, text("One"));
    write.edit(author, note.state().id(), note.version(), text("Two"));
    assertThatThrownBy(() -> write.edit(author, note.state().id(), note.version(), text("Three")))
        .isInstanceOf(StaleVersionException.class);
    assertThat(write.of(author, note.state().id()).state().title()).isEqualTo("Two");
  }

  @Test
  void listsNotesByAuthorAndByProgrammeAndState() {
    ProgrammeId programme = programme();
    RegistrationId author = person(programme, "h-" + ids.next());
    NoteId draftId = write.begin(author, text("Draft")).state().id();
    NoteId submittedId = write.begin(author, text("Submitted")).state().id();
    write.submit(author, submittedId);
    NoteId selectedId = selected(programme, author);
    assertThat(notes.by(author))
        .extracting(each -> each.state().id())
        .containsExactlyInAnyOrder(draftId, submittedId, selectedId);
    assertThat(notes.submitted(programme, JudgeNotes.VISIBLE, null, 10))
        .extracting(Note::id)
        .containsExactlyInAnyOrder(submittedId, selectedId);
    assertThat(notes.submitted(programme, EnumSet.of(State.SELECTED), null, 10))
        .extracting(Note::id)
        .containsExactly(selectedId);
    write.withdraw(author, draftId, null);
    assertThat(notes.submitted(programme, EnumSet.of(State.WITHDRAWN), null, 10)).isEmpty();
  }

  @Test
  void pagesWithoutLossOrRepetition() {
    ProgrammeId programme = programme();
    List<NoteId> written = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      RegistrationId author = person(programme, "h-" + ids.next());
      NoteId id = write.begin(author, text("Note " + i)).state().id();
      write.submit(author, id);
      written.add(id);
    }
    List<NoteId> read = new ArrayList<>();
    List<Note> page = notes.submitted(programme, JudgeNotes.VISIBLE, null, 3);
    while (!page.isEmpty()) {
      page.forEach(note -> read.add(note.id()));
      page =
          notes.submitted(programme, JudgeNotes.VISIBLE, page.get(page.size() - 1).id().value(), 3);
    }
    assertThat(read).containsExactlyInAnyOrderElementsOf(written).isSorted();
  }

  @Test
  void numbersRacersEachOnce() throws InterruptedException, ExecutionException {
    ProgrammeId programme = programme();
    ExecutorService racers = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> given =
          racers.invokeAll(
              java.util.Collections.nCopies(
                  60, () -> numbers.next(programme, Numbers.Series.NOTES)));
      List<String> all = new ArrayList<>();
      for (Future<String> one : given) {
        all.add(one.get());
      }
      assertThat(all).doesNotHaveDuplicates().contains("CN-001", "CN-060");
    } finally {
      racers.shutdownNow();
    }
    assertThat(numbers.next(programme, Numbers.Series.COMMITMENTS)).isEqualTo("C-01");
  }

  @Test
  void findsWhoHoldsALinkUntilItIsReplacedOrErased() {
    String hash = "h-" + ids.next();
    RegistrationId id = person(programme(), hash);
    assertThat(people.holderOf(hash)).map(Person::id).contains(id);
    people.learn(List.of(new People.News(id, p -> p.linked(NOW.plusSeconds(1), hash + "-new"))));
    assertThat(people.holderOf(hash)).isEmpty();
    assertThat(people.holderOf(hash + "-new")).isPresent();
    people.learn(List.of(new People.News(id, Person::erased)));
    assertThat(people.holderOf(hash + "-new")).isEmpty();
    assertThat(people.find(id)).map(Person::name).isEmpty();
    assertThat(people.findAll(Set.of(id))).containsOnlyKeys(id);
  }

  @Test
  void keepsTheNewestProgramme() {
    ProgrammeId id = programme();
    Programme second = new Programme(id, 2, Wording.of("Two", "Dos"), "America/Belize");
    programmes.keepNewest(List.of(second, new Programme(id, 1, new Wording("One", null), "UTC")));
    assertThat(programmes.find(id)).contains(second);
  }

  @Test
  void keepsAProcessExactly() {
    ProgrammeProcess wanted = DefaultProcess.of(programme(), templates, lists);
    ProgrammeProcess set = processes.set(wanted);
    assertThat(processes.inForce(wanted.programme())).isEqualTo(set);
    assertThat(processes.set(wanted)).isEqualTo(set);
  }

  @Test
  void keepsCommitmentsCommentsConsultationAndPlan() {
    ProgrammeId programme = programme();
    RegistrationId author = person(programme, "h-" + ids.next());
    NoteId note = selected(programme, author);
    Content content = new Content(ShippedTemplatesTest.commitment());
    Versioned<Commitment> drafted = draft.draft(CARLA, programme, content, List.of(note));
    CommitmentId id = drafted.state().id();
    assertThat(commitments.restingOn(note)).containsExactly(drafted.state());
    assertThat(drafted.state().current().content()).isEqualTo(content);
    hold.open(programme, null);
    Comment held = take.take(id, null, "Add the lakes.", "en");
    Comment rejected = take.take(id, "Spam", "Buy!", "en");
    take.moderate(CARLA, rejected.id(), false, "Advertising.");
    assertThat(comments.in(programme, EnumSet.of(Stage.HELD), null, 10)).containsExactly(held);
    assertThat(comments.on(id, EnumSet.of(Stage.REJECTED), null, 10)).hasSize(1);
    take.moderate(CARLA, held.id(), true, null);
    take.respond(CARLA, held.id(), Comment.Effect.ACCEPTED, "They are in.");
    assertThat(comments.in(programme, EnumSet.of(Stage.HELD, Stage.UNANSWERED), null, 10))
        .isEmpty();
    hold.close(programme, "All said.");
    Plan plan = publish.publish(CARLA, programme, null);
    assertThat(publish.find(programme, 1)).isEqualTo(plan);
    assertThat(publish.versions(programme)).containsExactly(plan);
  }

  @Test
  void findsConsultationsPastTheirDate() {
    ProgrammeId programme = programme();
    Instant date = Instant.parse("2100-01-01T00:00:00Z");
    draft.draft(
        CARLA,
        programme,
        new Content(ShippedTemplatesTest.commitment()),
        List.of(selected(programme, person(programme, "h-" + ids.next()))));
    hold.open(programme, date);
    assertThat(consultations.overdue(date.minusMillis(1), 100)).doesNotContain(programme);
    assertThat(consultations.overdue(date, 100)).contains(programme);
    hold.close(programme, "Enough.");
    assertThat(consultations.overdue(date.plus(Duration.ofDays(1)), 100)).doesNotContain(programme);
    assertThat(Objects.requireNonNull(hold.of(programme).latest()).closesAt()).isEqualTo(date);
  }
}
