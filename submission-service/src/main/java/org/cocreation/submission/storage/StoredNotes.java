package org.cocreation.submission.storage;

import java.util.List;
import java.util.Set;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.RegistrationId;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.notes.Note;
import org.cocreation.submission.domain.notes.NoteEvent;
import org.cocreation.submission.domain.notes.Notes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

@Component
final class StoredNotes extends StoredAggregates<Note, NoteEvent> implements Notes {

  private static final int MORE_THAN_A_PERSON_WRITES = 1000;

  StoredNotes(AggregateStores stores, Announcer<NoteEvent> announcer) {
    super(
        stores.of(
            "notes",
            Note.class,
            announcer,
            new Index().on("state.author", Direction.ASC).named("author"),
            new Index()
                .on("state.programme", Direction.ASC)
                .on("state.state", Direction.ASC)
                .on("_id", Direction.ASC)
                .named("programme")));
  }

  @Override
  public List<Versioned<Note>> by(RegistrationId author) {
    return list(Criteria.where("state.author").is(author), null, MORE_THAN_A_PERSON_WRITES);
  }

  @Override
  public List<Note> submitted(
      ProgrammeId programme, Set<Note.State> states, @Nullable String after, int limit) {
    return list(submittedIn(programme, states), after, limit).stream()
        .map(Versioned::state)
        .toList();
  }

  @Override
  public long count(ProgrammeId programme, Note.State state) {
    return store().count(Query.query(submittedIn(programme, Set.of(state))));
  }

  private static Criteria submittedIn(ProgrammeId programme, Set<Note.State> states) {
    return Criteria.where("state.programme")
        .is(programme)
        .and("state.state")
        .in(states.stream().map(Enum::name).toList())
        .and("state.submittedAt")
        .exists(true);
  }
}
