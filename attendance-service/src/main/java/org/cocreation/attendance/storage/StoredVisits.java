package org.cocreation.attendance.storage;

import java.util.List;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.visits.Visit;
import org.cocreation.attendance.domain.visits.Visits;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The visits, looked up by session. */
final class StoredVisits extends StoredDocuments<Visit, StoredVisits.Document> implements Visits {

  StoredVisits(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    super(
        stores.of(
            "visits",
            Document.class,
            announcer,
            new Index().on("state.session", Sort.Direction.ASC).named("session")),
        visit -> new Document(visit, visit.session().value()),
        Document::visit);
  }

  @Override
  public List<Visit> of(SessionKey session) {
    return query(Query.query(Criteria.where("state.session").is(session.value())));
  }

  /**
   * A visit as stored.
   *
   * @param session the session's key
   */
  record Document(Visit visit, String session) {}
}
