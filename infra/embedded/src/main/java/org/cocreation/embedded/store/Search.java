package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cocreation.embedded.store.Lookup.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * Finds a collection's documents: what a query names by {@code _id} or by an indexed field is
 * looked up, and the rest of the query filters what was found.
 */
final class Search {

  private final Table documents;
  private final List<Index<Key>> indexes;
  private final BiPredicate<Document, Document> matches;
  private final LongAdder examined;

  /**
   * A search in a table of documents.
   *
   * @param indexes the collection's, which may come and go
   * @param matches whether a document matches a query
   * @param examined counts the documents that were looked at
   */
  Search(
      Table documents,
      List<Index<Key>> indexes,
      BiPredicate<Document, Document> matches,
      LongAdder examined) {
    this.documents = documents;
    this.indexes = indexes;
    this.matches = matches;
    this.examined = examined;
  }

  /** The matching documents in the order asked for; they are read as the iterator goes on. */
  Iterator<Found> find(Document query, @Nullable Document orderBy, int skip, int limit) {
    Object id = query.get(IdIndex.ID);
    if (id != null && isOneValue(id)) {
      return findById(id, query, skip);
    }
    boolean natural = orderBy != null && orderBy.containsKey("$natural");
    Document order = natural ? null : orderBy;
    boolean inOrder = order == null || order.isEmpty();
    Plan plan = natural ? null : plan(query, order, limit > 0);
    Stream<Candidate> union =
        natural || (plan != null && plan.narrows()) ? null : alternatives(query);
    Stream<Found> found;
    Predicate<Found> matching = new Matching(query);
    if (union != null) {
      found = read(union, matching, false);
    } else if (plan != null) {
      found = read(candidates(plan), matching, plan.exact());
      inOrder = plan.inOrder();
    } else {
      found =
          read(
              everything(orderBy != null && natural && isDescending(orderBy)),
              matching,
              query.isEmpty());
    }
    if (!inOrder && order != null) {
      DocumentComparator comparator = new DocumentComparator(order);
      found = found.sorted((one, other) -> comparator.compare(one.document(), other.document()));
    }
    if (skip > 0) {
      found = found.skip(skip);
    }
    if (limit > 0) {
      found = found.limit(limit);
    }
    return found.iterator();
  }

  /** Whether a document matches; where the query is only about texts it need not be decoded. */
  private final class Matching implements Predicate<Found> {
    private final Document query;
    private boolean asked;
    private @Nullable TextConditions texts;

    Matching(Document query) {
      this.query = query;
    }

    @Override
    public boolean test(Found found) {
      if (!asked) {
        // not before it has to be: what an index answers by itself may be a list of thousands
        texts = TextConditions.of(query);
        asked = true;
      }
      Boolean met = texts == null ? null : texts.metBy(found.bytes());
      return met == null ? matches.test(found.askedFor(query), query) : met;
    }
  }

  private static boolean isDescending(Document natural) {
    return natural.get("$natural") instanceof Number sign && sign.intValue() < 0;
  }

  /** How many documents match; where an index covers the query they are not looked at. */
  int count(Document query, int skip, int limit) {
    Plan plan = plan(query, null, false);
    Stream<?> matching =
        plan != null && plan.exact() ? candidates(plan) : stream(find(query, null, 0, 0));
    matching = matching.skip(Math.max(0, skip));
    return (int) (limit > 0 ? matching.limit(limit) : matching).count();
  }

  /** True if a query for it means the one document that has it as its {@code _id}. */
  private static boolean isOneValue(Object id) {
    return id instanceof String
        || id instanceof Number
        || id instanceof ObjectId
        || id instanceof UUID;
  }

  private Iterator<Found> findById(Object id, Document query, int skip) {
    Key position = KeyWriter.of(id);
    byte[] bytes = documents.get(position);
    if (bytes == null) {
      return Collections.emptyIterator();
    }
    examined.increment();
    Found found = new Found(position, bytes);
    boolean isMeant = query.size() == 1 || matches.test(found.askedFor(query), query);
    return isMeant && skip <= 0
        ? Collections.singleton(found).iterator()
        : Collections.emptyIterator();
  }

  private @Nullable Plan plan(Document query, @Nullable Document orderBy, boolean limited) {
    return Plan.best(lookups(), Conditions.of(query), orderBy, limited);
  }

  private List<Lookup> lookups() {
    List<Lookup> lookups = new ArrayList<>();
    for (Index<Key> index : indexes) {
      if (index instanceof Lookup lookup) {
        lookups.add(lookup);
      }
    }
    return lookups;
  }

  private static Stream<Candidate> candidates(Plan plan) {
    Stream<Candidate> candidates = stream(plan.candidates());
    return plan.lookup().arrays() == 0 ? candidates : onlyOnce(candidates);
  }

  private static Stream<Candidate> onlyOnce(Stream<Candidate> candidates) {
    Set<Key> seen = new HashSet<>();
    return candidates.filter(candidate -> seen.add(candidate.position()));
  }

  /** What the branches of an {@code $or} find, if each of them can be looked up. */
  private @Nullable Stream<Candidate> alternatives(Document query) {
    if (!(query.get("$or") instanceof List<?> branches) || branches.isEmpty()) {
      return null;
    }
    Stream<Candidate> all = Stream.empty();
    for (Object branch : branches) {
      Plan plan = branch instanceof Document document ? plan(document, null, false) : null;
      if (plan == null) {
        return null;
      }
      all = Stream.concat(all, candidates(plan));
    }
    return onlyOnce(all);
  }

  private Stream<Candidate> everything(boolean backwards) {
    Iterator<Table.Entry> entries = documents.entries(null, null, backwards);
    return stream(entries).map(entry -> new Candidate(entry.key(), entry.value()));
  }

  private Stream<Found> read(
      Stream<Candidate> candidates, Predicate<Found> matches, boolean exact) {
    return candidates.mapMulti(
        (candidate, matching) -> {
          byte[] bytes = candidate.document();
          boolean asWhenAsked = bytes != null;
          if (bytes == null) {
            bytes = documents.get(candidate.position());
          }
          if (bytes != null) {
            examined.increment();
            Found found = new Found(candidate.position(), bytes);
            // What an index led to may have changed by the time that a cursor gets to it.
            if ((exact && asWhenAsked) || matches.test(found)) {
              matching.accept(found);
            }
          }
        });
  }

  static <T> Stream<T> stream(Iterator<T> iterator) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
  }
}
