package org.cocreation.attendance.storage;

import java.util.List;
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

/** The attendances, counted by session and outcome. */
final class StoredAttendances extends StoredDocuments<Attendance, StoredAttendances.Document>
    implements Attendances {

  StoredAttendances(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    super(
        stores.of(
            "attendance",
            Document.class,
            announcer,
            new Index().on("state.outcome", Sort.Direction.ASC).sparse().named("outcome"),
            new Index().on("state.untold", Sort.Direction.ASC).sparse().named("untold")),
        attendance ->
            new Document(
                attendance,
                outcome(attendance),
                attendance.untold().isEmpty() ? null : Boolean.TRUE),
        Document::attendance);
  }

  @Override
  public Tally tally(SessionKey session) {
    return new Tally(
        count(session, Outcome.ATTENDED),
        count(session, Outcome.NOT_ATTENDED),
        count(session, Outcome.UNKNOWN));
  }

  private int count(SessionKey session, Outcome outcome) {
    return Math.toIntExact(
        count(Query.query(Criteria.where("state.outcome").is(outcome(session, outcome)))));
  }

  private static @Nullable String outcome(Attendance attendance) {
    Attendance.Recorded recorded = attendance.recorded();
    return recorded == null ? null : outcome(attendance.session(), recorded.judgement().outcome());
  }

  private static String outcome(SessionKey session, Outcome outcome) {
    return session.value() + "/" + outcome.word();
  }

  @Override
  public List<Attendance> untold(int limit) {
    return query(Query.query(Criteria.where("state.untold").is(true)).limit(limit));
  }

  /**
   * An attendance as stored.
   *
   * @param outcome session and outcome, for counting; left out before it counts
   * @param untold true, or left out
   */
  record Document(Attendance attendance, @Nullable String outcome, @Nullable Boolean untold) {}
}
