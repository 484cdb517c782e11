package org.cocreation.attendance.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.matching.PersonKeys;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The people, looked up by their keys, by their place in a programme and by their link. */
final class StoredRoster extends StoredDocuments<Person, StoredRoster.Document> implements Roster {

  // A store compares each found document with every value of the list: short lists, then.
  private static final int KEYS_AT_ONCE = 200;

  StoredRoster(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    super(
        stores.of(
            "people",
            Document.class,
            announcer,
            new Index().on("state.keys", Sort.Direction.ASC).named("keys"),
            new Index().on("state.place", Sort.Direction.ASC).named("place"),
            new Index().on("state.linkHash", Sort.Direction.ASC).sparse().named("linkHash")),
        Document::of,
        Document::person);
  }

  @Override
  public List<Person> page(String programmeId, String after, int limit) {
    return query(
        Query.query(
                Criteria.where("state.place").gt(programmeId + "/" + after).lt(programmeId + "0"))
            .with(Sort.by("state.place"))
            .limit(limit));
  }

  @Override
  public List<Person> bearers(Collection<RosterKey> keys, int limit) {
    Map<String, Person> found = new LinkedHashMap<>();
    List<String> all = new ArrayList<>(keys.stream().map(Keys::text).distinct().toList());
    for (int from = 0; from < all.size() && found.size() < limit; from += KEYS_AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE));
      Query query = Query.query(Criteria.where("state.keys").in(some));
      if (limit != Integer.MAX_VALUE) {
        query.limit(limit - found.size());
      }
      query(query).forEach(person -> found.put(person.registrationId(), person));
    }
    return List.copyOf(found.values());
  }

  @Override
  public Optional<Person> holderOf(String linkHash) {
    return query(Query.query(Criteria.where("state.linkHash").is(linkHash)).limit(1)).stream()
        .findFirst();
  }

  /**
   * A person as stored.
   *
   * @param place programme and registration, so that a programme's people lie together in order;
   *     after "/" comes "0" in the order of characters
   */
  record Document(Person person, List<String> keys, String place, @Nullable String linkHash) {

    static Document of(Person person) {
      return new Document(
          person,
          PersonKeys.of(person).stream().map(Keys::text).toList(),
          person.programmeId() + "/" + person.registrationId(),
          person.link() == null ? null : person.link().hash());
    }
  }
}
