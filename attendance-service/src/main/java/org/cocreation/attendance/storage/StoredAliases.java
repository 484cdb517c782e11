package org.cocreation.attendance.storage;

import java.util.Collection;
import java.util.List;
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
final class StoredAliases extends StoredDocuments<Alias, StoredAliases.Document>
    implements Aliases {

  StoredAliases(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    super(
        stores.of(
            "aliases",
            Document.class,
            announcer,
            new Index().on("state.people", Sort.Direction.ASC).named("people")),
        alias -> new Document(alias, alias.people()),
        Document::alias);
  }

  @Override
  public List<String> standingFor(Collection<String> registrationIds) {
    return query(Query.query(Criteria.where("state.people").in(registrationIds))).stream()
        .map(alias -> Alias.idOf(alias.programmeId(), alias.identity()))
        .toList();
  }

  /**
   * What was decided as stored.
   *
   * @param people everybody whom it names, to find it by
   */
  record Document(Alias alias, List<String> people) {}
}
