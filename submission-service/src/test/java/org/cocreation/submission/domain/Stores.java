package org.cocreation.submission.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cocreation.submission.domain.commitments.Commitment;
import org.cocreation.submission.domain.commitments.CommitmentEvent;
import org.cocreation.submission.domain.commitments.Commitments;
import org.cocreation.submission.domain.consultation.Comment;
import org.cocreation.submission.domain.consultation.CommentEvent;
import org.cocreation.submission.domain.consultation.Comments;
import org.cocreation.submission.domain.consultation.Consultation;
import org.cocreation.submission.domain.consultation.ConsultationEvent;
import org.cocreation.submission.domain.consultation.Consultations;
import org.cocreation.submission.domain.notes.Note;
import org.cocreation.submission.domain.notes.NoteEvent;
import org.cocreation.submission.domain.notes.Notes;
import org.cocreation.submission.domain.people.People;
import org.cocreation.submission.domain.people.Person;
import org.cocreation.submission.domain.plan.Plan;
import org.cocreation.submission.domain.plan.PlanEvent;
import org.cocreation.submission.domain.plan.Plans;
import org.cocreation.submission.domain.process.Processes;
import org.cocreation.submission.domain.process.ProgrammeProcess;
import org.jspecify.annotations.Nullable;

/** The domain's collections, in memory. */
public final class Stores {

  private Stores() {}

  /** Notes in memory. */
  public static final class AllNotes extends InMemory<Note, NoteEvent> implements Notes {

    /** Happens just before the next write. */
    public Runnable meanwhile = () -> {};

    @Override
    public <R> R change(String id, Function<Optional<Note>, Outcome<Note, NoteEvent, R>> decide) {
      Runnable now = meanwhile;
      meanwhile = () -> {};
      now.run();
      return super.change(id, decide);
    }

    @Override
    public List<Versioned<Note>> by(RegistrationId author) {
      return list(note -> note.author().equals(author), null, 1000);
    }

    @Override
    public List<Note> submitted(
        ProgrammeId programme, Set<Note.State> states, @Nullable String after, int limit) {
      return list(
              n ->
                  n.wasSubmitted() && n.programme().equals(programme) && states.contains(n.state()),
              after,
              limit)
          .stream()
          .map(Versioned::state)
          .toList();
    }

    @Override
    public long count(ProgrammeId programme, Note.State state) {
      return submitted(programme, Set.of(state), null, Integer.MAX_VALUE).size();
    }
  }

  /** Commitments in memory. */
  public static final class AllCommitments extends InMemory<Commitment, CommitmentEvent>
      implements Commitments {
    @Override
    public List<Versioned<Commitment>> in(
        ProgrammeId programme, @Nullable String after, int limit) {
      return list(c -> c.programme().equals(programme), after, limit);
    }

    @Override
    public List<Commitment> restingOn(NoteId note) {
      return list(c -> c.notes().contains(note), null, 1000).stream()
          .map(Versioned::state)
          .toList();
    }
  }

  /** Consultations in memory. */
  public static final class AllConsultations extends InMemory<Consultation, ConsultationEvent>
      implements Consultations {
    @Override
    public List<ProgrammeId> overdue(Instant now, int limit) {
      return list(c -> c.openUntil() != null && !now.isBefore(c.openUntil()), null, limit).stream()
          .map(c -> c.state().programme())
          .toList();
    }
  }

  /** Comments in memory. */
  public static final class AllComments extends InMemory<Comment, CommentEvent>
      implements Comments {

    /** Happens just before the next write. */
    public Runnable meanwhile = () -> {};

    @Override
    public <R> R change(
        String id, Function<Optional<Comment>, Outcome<Comment, CommentEvent, R>> decide) {
      Runnable now = meanwhile;
      meanwhile = () -> {};
      now.run();
      return super.change(id, decide);
    }

    @Override
    public List<Comment> in(
        ProgrammeId programme, Set<Comment.Stage> stages, @Nullable String after, int limit) {
      return list(c -> c.programme().equals(programme) && stages.contains(c.stage()), after, limit)
          .stream()
          .map(Versioned::state)
          .toList();
    }

    @Override
    public List<Comment> on(
        CommitmentId commitment, Set<Comment.Stage> stages, @Nullable String after, int limit) {
      return list(
              c -> c.commitment().equals(commitment) && stages.contains(c.stage()), after, limit)
          .stream()
          .map(Versioned::state)
          .toList();
    }

    @Override
    public long count(ProgrammeId programme, Comment.Stage stage) {
      return in(programme, Set.of(stage), null, Integer.MAX_VALUE).size();
    }
  }

  /** Plans in memory. */
  public static final class AllPlans extends InMemory<Plan, PlanEvent> implements Plans {
    @Override
    public List<Plan> of(ProgrammeId programme) {
      List<Plan> all = new ArrayList<>();
      list(p -> p.programme().equals(programme), null, 1000).forEach(p -> all.add(0, p.state()));
      return all;
    }
  }

  /** People in memory. */
  public static final class AllPeople implements People {
    private final Map<RegistrationId, Person> all = new HashMap<>();

    @Override
    public Optional<Person> find(RegistrationId id) {
      return Optional.ofNullable(all.get(id));
    }

    @Override
    public Map<RegistrationId, Person> findAll(Collection<RegistrationId> ids) {
      Map<RegistrationId, Person> found = new HashMap<>();
      ids.forEach(id -> find(id).ifPresent(person -> found.put(id, person)));
      return found;
    }

    @Override
    public Optional<Person> holderOf(String linkHash) {
      return all.values().stream().filter(person -> linkHash.equals(person.linkHash())).findFirst();
    }

    @Override
    public void learn(List<News> news) {
      news.forEach(
          n ->
              all.put(
                  n.about(),
                  n.change().apply(all.getOrDefault(n.about(), Person.unheardOf(n.about())))));
    }
  }

  /** Processes in memory. */
  public static final class AllProcesses implements Processes {
    private final InMemory<ProgrammeProcess, Void> all = new InMemory<>();

    @Override
    public Optional<ProgrammeProcess> find(ProgrammeId programme) {
      return all.find(programme.value()).map(Versioned::state);
    }

    @Override
    public <R> R change(
        ProgrammeId programme,
        Function<Optional<ProgrammeProcess>, Outcome<ProgrammeProcess, Void, R>> decide) {
      return all.change(programme.value(), decide);
    }
  }
}
