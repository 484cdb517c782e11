package org.cocreation.attendance.storage;

import java.util.function.Function;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.roster.Programme;
import org.cocreation.attendance.domain.roster.Programmes;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;

/** The programmes, looked up by id alone. */
final class StoredProgrammes extends StoredDocuments<Programme, Programme> implements Programmes {

  StoredProgrammes(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    super(
        stores.of("programmes", Programme.class, announcer),
        Function.identity(),
        Function.identity());
  }
}
