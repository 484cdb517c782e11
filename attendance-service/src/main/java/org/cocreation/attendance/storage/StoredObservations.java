package org.cocreation.attendance.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.matching.Seen;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.cocreation.attendance.domain.sheet.Entry;
import org.cocreation.attendance.domain.sheet.Observation;
import org.cocreation.attendance.domain.sheet.Observations;
import org.cocreation.attendance.domain.sheet.Origin;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The observations, looked up by whom they count for, by what they carry, by import and by what is
 * still open about them.
 */
final class StoredObservations extends StoredDocuments<Observation, StoredObservations.Document>
    implements Observations {

  // A store compares each found document with every value of the list: short lists, then.
  private static final int VALUES_AT_ONCE = 200;

  StoredObservations(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    super(
        stores.of(
            "observations",
            Document.class,
            announcer,
            new Index()
                .on("state.credits", Sort.Direction.ASC)
                .on("state.place", Sort.Direction.ASC)
                .named("credits"),
            new Index().on("state.keys", Sort.Direction.ASC).named("keys"),
            new Index().on("state.imports", Sort.Direction.ASC).named("imports"),
            new Index().on("state.origins", Sort.Direction.ASC).named("origins"),
            new Index().on("state.place", Sort.Direction.ASC).sparse().named("place"),
            new Index().on("state.statePlace", Sort.Direction.ASC).sparse().named("statePlace"),
            new Index().on("state.unsettled", Sort.Direction.ASC).sparse().named("unsettled")),
        Document::of,
        Document::observation);
  }

  @Override
  public List<Observation> creditedTo(Collection<String> registrationIds) {
    return any("state.credits", registrationIds);
  }

  @Override
  public List<Observation> creditedIn(SessionKey session, Collection<String> registrationIds) {
    return any("state.credits", registrationIds, () -> ofSession(session));
  }

  /** A criterion of those of a session that have rows. */
  private static Criteria ofSession(SessionKey session) {
    return Criteria.where("state.place").gt(session.value() + "/").lt(session.value() + "0");
  }

  @Override
  public List<Observation> carrying(Collection<RosterKey> keys) {
    return any("state.keys", keys.stream().map(Keys::text).toList());
  }

  @Override
  public List<String> ofImport(String importId) {
    return query(Query.query(Criteria.where("state.imports").is(importId))).stream()
        .map(Observation::observationId)
        .toList();
  }

  @Override
  public List<Observation> holding(Collection<Origin> origins) {
    return any("state.origins", origins.stream().map(Keys::text).toList());
  }

  @Override
  public List<Observation> page(
      SessionKey session, Optional<Match.State> state, String after, int limit) {
    String field = state.isPresent() ? "state.statePlace" : "state.place";
    String among = state.map(each -> session.value() + "/" + each.word()).orElse(session.value());
    return query(
        Query.query(Criteria.where(field).gt(among + "/" + after).lt(among + "0"))
            .with(Sort.by(field))
            .limit(limit));
  }

  @Override
  public int waiting(SessionKey session) {
    String among = session.value() + "/" + Match.State.WAITING.word();
    return Math.toIntExact(
        count(Query.query(Criteria.where("state.statePlace").gt(among + "/").lt(among + "0"))));
  }

  @Override
  public List<String> unsettled(int limit) {
    return query(Query.query(Criteria.where("state.unsettled").is(true)).limit(limit)).stream()
        .map(Observation::observationId)
        .toList();
  }

  private List<Observation> any(String field, Collection<String> values) {
    return any(field, values, Criteria::new);
  }

  private List<Observation> any(
      String field, Collection<String> values, Supplier<Criteria> besides) {
    Map<String, Observation> found = new LinkedHashMap<>();
    List<String> all = new ArrayList<>(new LinkedHashSet<>(values));
    for (int from = 0; from < all.size(); from += VALUES_AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + VALUES_AT_ONCE));
      parts(Query.query(besides.get().and(field).in(some)), Itself.class)
          .forEach(each -> found.put(each.observation().observationId(), each.observation()));
    }
    return List.copyOf(found.values());
  }

  /** An observation without what it is looked up by, which is much of it. */
  record Itself(Observation observation) {}

  /**
   * An observation as stored; what has no rows is not listed and not matched, and keeps only its
   * decision.
   *
   * @param origins of what feeds told
   * @param place session and id, for lists
   * @param statePlace session, state and id, for lists of one state
   * @param unsettled true, or left out
   */
  record Document(
      Observation observation,
      List<String> credits,
      List<String> keys,
      List<String> imports,
      List<String> origins,
      @Nullable String place,
      @Nullable String statePlace,
      @Nullable Boolean unsettled) {

    static Document of(Observation observation) {
      boolean rows = !observation.entries().isEmpty();
      String session = observation.session().value();
      String id = observation.observationId();
      return new Document(
          observation,
          observation.credited(),
          rows ? keys(observation) : List.of(),
          observation.entries().stream()
              .map(entry -> entry.origin().importId())
              .filter(Objects::nonNull)
              .distinct()
              .toList(),
          observation.entries().stream()
              .map(Entry::origin)
              .filter(origin -> origin.channel() != Origin.Channel.FILE)
              .map(Keys::text)
              .toList(),
          rows ? session + "/" + id : null,
          rows ? session + "/" + observation.standing().state().word() + "/" + id : null,
          observation.unsettled() == null ? null : Boolean.TRUE);
    }

    private static List<String> keys(Observation observation) {
      String programmeId = observation.session().programmeId();
      Set<String> keys = new LinkedHashSet<>();
      keys.add(Keys.text(observation.identity().key(programmeId)));
      for (Seen seen : observation.seenAs()) {
        seen.keys(programmeId).forEach(key -> keys.add(Keys.text(key)));
      }
      return List.copyOf(keys);
    }
  }
}
