package org.cocreation.attendance.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
  private static final int KEYS_AT_ONCE = 40;
  private static final int BEARERS_EXPECTED = 4;

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
    return query(inPlace(programmeId, after, limit));
  }

  @Override
  public SortedMap<String, Boolean> rostered(String programmeId, String after, int limit) {
    SortedMap<String, Boolean> rostered = new TreeMap<>();
    for (Standing each : parts(inPlace(programmeId, after, limit), Standing.class)) {
      rostered.put(each.person().registrationId(), each.rostered());
    }
    return rostered;
  }

  private static Query inPlace(String programmeId, String after, int limit) {
    return Query.query(
            Criteria.where("state.place").gt(programmeId + "/" + after).lt(programmeId + "0"))
        .with(Sort.by("state.place"))
        .limit(limit);
  }

  @Override
  public Map<RosterKey, List<Person>> bearers(Collection<RosterKey> keys, int each) {
    Map<String, RosterKey> byText = new LinkedHashMap<>();
    keys.forEach(key -> byText.put(Keys.text(key), key));
    Map<RosterKey, List<Person>> bearers = new HashMap<>();
    List<String> all = List.copyOf(byText.keySet());
    for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE));
      find(some, each).forEach((text, people) -> bearers.put(byText.get(text), ordered(people)));
    }
    return bearers;
  }

  /**
   * Asks for few more people than the keys can have between them if each tells people apart. When
   * there are more, the keys that are everybody's show among them and are done with; the others are
   * asked for again, by halves if none showed.
   */
  private Map<String, List<Person>> find(List<String> keys, int each) {
    int most = keys.size() == 1 ? each : Math.max(each, keys.size() * BEARERS_EXPECTED) + 1;
    List<Document> documents =
        documents(Query.query(Criteria.where("state.keys").in(keys)).limit(most));
    Map<String, List<Person>> found = among(documents, keys, each);
    if (keys.size() == 1 || documents.size() < most) {
      return found;
    }
    found.values().removeIf(people -> people.size() < each);
    List<String> left = keys.stream().filter(key -> !found.containsKey(key)).toList();
    if (left.size() < keys.size()) {
      if (!left.isEmpty()) {
        found.putAll(find(left, each));
      }
    } else {
      found.putAll(find(keys.subList(0, keys.size() / 2), each));
      found.putAll(find(keys.subList(keys.size() / 2, keys.size()), each));
    }
    return found;
  }

  private static Map<String, List<Person>> among(
      List<Document> documents, List<String> keys, int each) {
    Set<String> wanted = new HashSet<>(keys);
    Map<String, List<Person>> found = new HashMap<>();
    for (Document document : documents) {
      for (String key : document.keys()) {
        if (wanted.contains(key)) {
          List<Person> bearers = found.computeIfAbsent(key, text -> new ArrayList<>());
          if (bearers.size() < each) {
            bearers.add(document.person());
          }
        }
      }
    }
    return found;
  }

  private static List<Person> ordered(List<Person> people) {
    return people.stream().sorted(Comparator.comparing(Person::registrationId)).toList();
  }

  @Override
  public Optional<Person> holderOf(String linkHash) {
    return query(Query.query(Criteria.where("state.linkHash").is(linkHash)).limit(1)).stream()
        .findFirst();
  }

  /** What of a stored person tells whether they count as registered. */
  record Standing(Times person) {

    boolean rostered() {
      return new Person(
              person.registrationId(),
              person.programmeId(),
              person.registeredAt(),
              person.cancelledAt(),
              person.erasedAt(),
              null,
              List.of(),
              null,
              null)
          .rostered();
    }

    /** Some components of a {@link Person}. */
    record Times(
        String registrationId,
        String programmeId,
        @Nullable Instant registeredAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant erasedAt) {}
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
