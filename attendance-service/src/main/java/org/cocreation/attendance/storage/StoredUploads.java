package org.cocreation.attendance.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.types.Binary;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Contents;
import org.cocreation.attendance.domain.sheet.Uploads;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.cocreation.messaging.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The files that are kept for a while, each a document of its own. */
final class StoredUploads implements Uploads {

  private static final int SOME = 20;

  private final AggregateStore<Document, AttendanceEvent> store;

  StoredUploads(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    this.store =
        stores.of(
            "uploads",
            Document.class,
            announcer,
            new Index().on("state.until", Sort.Direction.ASC).named("until"));
  }

  @Override
  public void keep(String importId, Stored upload) {
    store.change(
        importId,
        found ->
            Decision.of(
                new Document(
                    importId,
                    new Binary(upload.contents().bytes()),
                    upload.mapping(),
                    upload.until()),
                List.of(),
                true));
  }

  @Override
  public Optional<Stored> find(String importId) {
    return store
        .find(importId)
        .map(
            found ->
                new Stored(
                    new Contents(found.contents().getData()), found.mapping(), found.until()));
  }

  @Override
  public void drop(String importId) {
    store.change(
        importId,
        found -> found.isPresent() ? Decision.erased(List.of(), true) : Decision.unchanged(false));
  }

  @Override
  public boolean keepUntil(String importId, Instant until) {
    return store.change(
        importId,
        found ->
            found.isEmpty()
                ? Decision.unchanged(false)
                : Decision.of(
                    new Document(importId, found.get().contents(), found.get().mapping(), until),
                    List.of(),
                    true));
  }

  @Override
  public void dropExpired(Instant now) {
    store
        .query(Query.query(Criteria.where("state.until").lt(now)).limit(SOME))
        .forEach(
            old ->
                store.change(
                    old.state().importId(),
                    found ->
                        found.filter(is -> is.until().isBefore(now)).isPresent()
                            ? Decision.erased(List.of(), true)
                            : Decision.unchanged(false)));
  }

  /** A file as stored. */
  record Document(
      String importId, Binary contents, @Nullable ColumnMapping mapping, Instant until) {}
}
