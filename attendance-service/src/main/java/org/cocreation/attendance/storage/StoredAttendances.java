package org.cocreation.attendance.storage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Outcome;
import org.cocreation.attendance.domain.sheet.Attendance;
import org.cocreation.attendance.domain.sheet.Attendances;
import org.cocreation.attendance.domain.sheet.Tally;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The attendances, looked up by session for counting. */
final class StoredAttendances extends StoredDocuments<Attendance, StoredAttendances.Document>
    implements Attendances {

  StoredAttendances(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    super(
        stores.of(
            "attendance",
            Document.class,
            announcer,
            new Index().on("state.sessionKey", Sort.Direction.ASC).named("sessionKey"),
            new Index().on("state.untold", Sort.Direction.ASC).sparse().named("untold")),
        attendance ->
            new Document(
                attendance,
                attendance.session().value(),
                attendance.untold().isEmpty() ? null : Boolean.TRUE),
        Document::attendance);
  }

  @Override
  public Tally tally(SessionKey session) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    try (Stream<Attendance> all =
        stream(Query.query(Criteria.where("state.sessionKey").is(session.value())))) {
      all.forEach(
          each -> {
            Attendance.Recorded recorded = each.recorded();
            if (recorded != null) {
              counts.merge(recorded.judgement().outcome(), 1, Integer::sum);
            }
          });
    }
    return new Tally(
        counts.getOrDefault(Outcome.ATTENDED, 0),
        counts.getOrDefault(Outcome.NOT_ATTENDED, 0),
        counts.getOrDefault(Outcome.UNKNOWN, 0));
  }

  @Override
  public List<Attendance> untold(int limit) {
    return query(Query.query(Criteria.where("state.untold").is(true)).limit(limit));
  }

  /**
   * An attendance as stored.
   *
   * @param untold true, or left out
   */
  record Document(Attendance attendance, String sessionKey, @Nullable Boolean untold) {}
}
