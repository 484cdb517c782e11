package org.cocreation.attendance.storage;

import java.util.List;
import java.util.function.Function;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.sheet.Sheet;
import org.cocreation.attendance.domain.sheet.Sheets;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The sheets, looked up by being closed at the moment. */
final class StoredSheets extends StoredDocuments<Sheet, Sheet> implements Sheets {

  StoredSheets(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    super(
        stores.of(
            "sheets",
            Sheet.class,
            announcer,
            new Index().on("state.status", Sort.Direction.ASC).named("status")),
        Function.identity(),
        Function.identity());
  }

  @Override
  public List<Sheet> closing() {
    return query(Query.query(Criteria.where("state.status").is(Sheet.Status.CLOSING.name())));
  }
}
