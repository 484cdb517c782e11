package org.cocreation.submission.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cocreation.submission.domain.Stores.AllComments;
import org.cocreation.submission.domain.Stores.AllCommitments;
import org.cocreation.submission.domain.Stores.AllConsultations;
import org.cocreation.submission.domain.Stores.AllNotes;
import org.cocreation.submission.domain.Stores.AllPeople;
import org.cocreation.submission.domain.Stores.AllPlans;
import org.cocreation.submission.domain.Stores.AllProcesses;
import org.cocreation.submission.domain.commitments.DraftCommitments;
import org.cocreation.submission.domain.consultation.HoldConsultation;
import org.cocreation.submission.domain.consultation.TakeComments;
import org.cocreation.submission.domain.evaluation.NoteDecision.Verdict;
import org.cocreation.submission.domain.notes.JudgeNotes;
import org.cocreation.submission.domain.notes.SubmissionWindow;
import org.cocreation.submission.domain.notes.WriteNotes;
import org.cocreation.submission.domain.people.People;
import org.cocreation.submission.domain.people.Programme;
import org.cocreation.submission.domain.people.Programmes;
import org.cocreation.submission.domain.plan.FollowNotes;
import org.cocreation.submission.domain.plan.PublishPlan;
import org.cocreation.submission.domain.process.Choice;
import org.cocreation.submission.domain.process.CodeList;
import org.cocreation.submission.domain.process.CodeLists;
import org.cocreation.submission.domain.process.Field;
import org.cocreation.submission.domain.process.ProgrammeProcess;
import org.cocreation.submission.domain.process.Rubric;
import org.cocreation.submission.domain.process.SetProcess;
import org.cocreation.submission.domain.process.Template;
import org.cocreation.submission.domain.process.Templates;
import org.jspecify.annotations.Nullable;

/** The whole domain on nothing but memory, with a clock that tests move. */
public final class World {

  public static final ProgrammeId BELIZE = new ProgrammeId("belize-2020");
  public static final RegistrationId ANA = new RegistrationId("r-ana");
  public static final RegistrationId BEN = new RegistrationId("r-ben");
  public static final MemberId CARLA = new MemberId("carla");
  public static final MemberId DAN = new MemberId("dan");
  public static final MemberId EVA = new MemberId("eva");
  public static final MemberId FLOR = new MemberId("flor");
  public static final Instant BEGIN = Instant.parse("2020-03-02T15:00:00Z");
  public static final Map<String, Boolean> ALL_GATES =
      Map.of("open-government", true, "verifiable", true, "within-mandate", true);

  public final TestClock clock = new TestClock();
  public final AllNotes notes = new AllNotes();
  public final AllCommitments commitments = new AllCommitments();
  public final AllConsultations consultations = new AllConsultations();
  public final AllComments comments = new AllComments();
  public final AllPlans plans = new AllPlans();
  public final AllPeople people = new AllPeople();
  public final AllProcesses processes = new AllProcesses();
  private int ids;
  private final Map<Numbers.Series, Integer> numbered = new EnumMap<>(Numbers.Series.class);
  public final Numbers numbers =
      (programme, series) -> series.written(numbered.merge(series, 1, Integer::sum));
  private final Ids next = () -> "id-%04d".formatted(++ids);
  public final SetProcess setProcess = new SetProcess(processes, TEMPLATES, LISTS, clock);
  public final HoldConsultation hold =
      new HoldConsultation(consultations, commitments, setProcess, clock);
  public final SubmissionWindow window =
      new SubmissionWindow((programme, now) -> hold.of(programme).overAt(now));
  public final WriteNotes write =
      new WriteNotes(notes, people, setProcess, TEMPLATES, LISTS, window, numbers, next, clock);
  public final JudgeNotes judge =
      new JudgeNotes(
          notes, people, setProcess, LISTS, note -> !commitments.restingOn(note).isEmpty(), clock);
  public final DraftCommitments draft =
      new DraftCommitments(
          commitments,
          notes,
          TEMPLATES,
          p -> hold.of(p).openAt(clock.instant()),
          numbers,
          next,
          clock);
  public UnaryOperator<String> plainText = UnaryOperator.identity();
  public final TakeComments take =
      new TakeComments(comments, commitments, hold, text -> plainText.apply(text), next, clock);
  public final PublishPlan publish =
      new PublishPlan(plans, notes, commitments, comments, hold, new NoProgrammes(), clock);
  public final FollowNotes follow = new FollowNotes(notes, commitments, hold, plans, people);

  public World() {
    register(ANA, "Ana Pott", "River Watch");
    register(BEN, "Ben Cho", "Ministry of Example");
  }

  public void register(RegistrationId who, String name, String organisation) {
    people.learn(
        List.of(
            new People.News(who, p -> p.registered(BELIZE, BEGIN, "hash-" + who)),
            new People.News(who, p -> p.contact(1, name, organisation))));
  }

  public static WriteNotes.Text text(String title) {
    return new WriteNotes.Text(
        new Content(Map.of("title", title, "problem", "Nobody can see how the river is used.")),
        List.of("climate"),
        "en",
        false);
  }

  public NoteId submitted(RegistrationId author, String title) {
    NoteId id = write.begin(author, text(title)).state().id();
    write.submit(author, id);
    return id;
  }

  public NoteId evaluated(RegistrationId author, String title) {
    NoteId id = submitted(author, title);
    judged(id);
    return id;
  }

  /** Three members judge a note, without a decision. */
  public void judged(NoteId id) {
    List.of(CARLA, DAN, EVA)
        .forEach(member -> judge.evaluate(member, id, ALL_GATES, scores(4), ""));
  }

  public NoteId selected(RegistrationId author, String title) {
    NoteId id = evaluated(author, title);
    judge.decide(CARLA, id, wish(Verdict.SELECTED));
    return id;
  }

  public static JudgeNotes.Wish wish(Verdict verdict) {
    return new JudgeNotes.Wish(verdict, "launch", List.of(), "It matters.");
  }

  public static Map<String, Integer> scores(int each) {
    return Map.of(
        "significance",
        each,
        "standards",
        each,
        "feasibility",
        each,
        "potential-for-results",
        each);
  }

  public static Content commitment(String title) {
    return new Content(Map.of("title", title, "problem", "The river."));
  }

  public CommitmentId drafted(String title, NoteId... from) {
    return draft.draft(CARLA, BELIZE, commitment(title), List.of(from)).state().id();
  }

  /** A clock that stands until it is moved. */
  public static final class TestClock extends Clock {
    private Instant now = BEGIN;

    public void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static final class NoProgrammes implements Programmes {
    @Override
    public Optional<Programme> find(ProgrammeId id) {
      return Optional.empty();
    }

    @Override
    public void keepNewest(List<Programme> programmes) {}
  }

  private static Field field(String name, int words, boolean required) {
    return new Field(name, Wording.of(name, name), Wording.of("", ""), words, 500, required, false);
  }

  /** A form with a short title and a problem; anything else is unknown. */
  public static final Templates TEMPLATES =
      new Templates() {
        @Override
        public Optional<Template> find(Template.Kind kind, int version) {
          List<Field> fields = List.of(field("title", 5, true), field("problem", 12, true));
          return version == 1
              ? Optional.of(new Template(kind, 1, fields, World::shape, Content.EMPTY))
              : Optional.empty();
        }

        @Override
        public int latest(Template.Kind kind) {
          return 1;
        }
      };

  private static List<Fault> shape(Content content, boolean whole) {
    List<Fault> faults = new ArrayList<>();
    for (String name : content.values().keySet()) {
      if (!Set.of("title", "problem").contains(name)) {
        faults.add(
            new Fault("content." + name, "a field of the template", "There is no such field."));
      }
    }
    for (String name : List.of("title", "problem")) {
      if (whole && !content.values().containsKey(name)) {
        faults.add(new Fault("content." + name, "some words", name + " is missing."));
      }
    }
    return faults;
  }

  /** Two areas. */
  public static final CodeLists LISTS =
      () ->
          List.of(
              new CodeList(
                  "areas-2022",
                  LocalDate.parse("2022-04-01"),
                  "a test",
                  List.of(
                      new Choice("climate", Wording.of("Climate", "Clima")),
                      new Choice("health", Wording.of("Health", "Salud")))));

  /** The default process with other answers to some of its questions. */
  public ProgrammeProcess process(UnaryOperator<Settings> change) {
    ProgrammeProcess d = setProcess.inForce(BELIZE);
    Settings s =
        change.apply(
            new Settings(
                d.whoMaySubmit(), d.submissionsCloseAt(), d.rubric(), List.of(), List.of()));
    return new ProgrammeProcess(
        BELIZE,
        0,
        1,
        s.wordLimits,
        s.who,
        d.notesPerPerson(),
        s.closeAt,
        s.rubric,
        d.classifications(),
        d.policyAreaList(),
        List.of(),
        true,
        s.committee,
        30,
        null);
  }

  /** What tests vary in a process. */
  public record Settings(
      ProgrammeProcess.WhoMaySubmit who,
      @Nullable Instant closeAt,
      Rubric rubric,
      List<org.cocreation.submission.domain.process.CommitteeMember> committee,
      List<ProgrammeProcess.WordLimit> wordLimits) {}
}
