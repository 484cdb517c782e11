package org.cocreation.attendance.storage;

import java.util.Collection;
import java.util.List;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.sheet.Happening;
import org.cocreation.attendance.domain.sheet.Happenings;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The history, looked up by session in order of time and by whom it is about. */
final class StoredHappenings extends StoredDocuments<Happening, StoredHappenings.Document>
    implements Happenings {

  StoredHappenings(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    super(
        stores.of(
            "history",
            Document.class,
            announcer,
            new Index().on("state.place", Sort.Direction.ASC).named("place"),
            new Index().on("state.about", Sort.Direction.ASC).named("about")),
        Document::of,
        Document::happening);
  }

  @Override
  public List<Happening> page(SessionKey session, String after, int limit) {
    return query(
        Query.query(
                Criteria.where("state.place")
                    .gt(session.value() + "/" + after)
                    .lt(session.value() + "0"))
            .with(Sort.by("state.place"))
            .limit(limit));
  }

  @Override
  public List<String> about(Collection<String> registrationIds) {
    return query(Query.query(Criteria.where("state.about").in(registrationIds))).stream()
        .map(Happening::happeningId)
        .toList();
  }

  /**
   * A happening as stored.
   *
   * @param place session and position, for lists
   */
  record Document(Happening happening, String place, List<String> about) {

    static Document of(Happening happening) {
      return new Document(
          happening,
          happening.session().value() + "/" + happening.position(),
          happening.registrationIds());
    }
  }
}
