package org.cocreation.attendance.storage;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.matching.Alias;
import org.cocreation.attendance.domain.matching.Aliases;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The remembered decisions, looked up by whom they stand for. */
final class StoredAliases extends StoredDocuments<Alias, Alias> implements Aliases {

  StoredAliases(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    super(
        stores.of(
            "aliases",
            Alias.class,
            announcer,
            new Index().on("state.registrationIds", Sort.Direction.ASC).named("registrationIds")),
        Function.identity(),
        Function.identity());
  }

  @Override
  public List<String> standingFor(Collection<String> registrationIds) {
    return query(Query.query(Criteria.where("state.registrationIds").in(registrationIds))).stream()
        .map(alias -> Alias.idOf(alias.programmeId(), alias.identity()))
        .toList();
  }
}
