package org.cocreation.attendance.storage;

import java.time.Instant;
import java.util.List;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.sheet.Import;
import org.cocreation.attendance.domain.sheet.Imports;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The imports, looked up by session and by being unfinished. */
final class StoredImports extends StoredDocuments<Import, StoredImports.Document>
    implements Imports {

  private static final int SOME = 200;

  StoredImports(AggregateStores stores, Announcer<AttendanceEvent> announcer) {
    super(
        stores.of(
            "imports",
            Document.class,
            announcer,
            new Index().on("state.place", Sort.Direction.ASC).named("place"),
            new Index().on("state.statusPlace", Sort.Direction.ASC).named("statusPlace"),
            new Index().on("state.previewSince", Sort.Direction.ASC).sparse().named("previewSince"),
            new Index()
                .on("state.unfinishedSince", Sort.Direction.ASC)
                .sparse()
                .named("unfinishedSince")),
        Document::of,
        Document::report);
  }

  @Override
  public List<Import> page(SessionKey session, String after, int limit) {
    return query(
        Query.query(
                Criteria.where("state.place")
                    .gt(session.value() + "/" + after)
                    .lt(session.value() + "0"))
            .with(Sort.by("state.place"))
            .limit(limit));
  }

  @Override
  public int count(SessionKey session, Import.Status status) {
    return Math.toIntExact(
        count(Query.query(Criteria.where("state.statusPlace").is(placeOf(session, status)))));
  }

  @Override
  public List<Import> previewedBefore(Instant time) {
    return query(Query.query(Criteria.where("state.previewSince").lt(time)).limit(SOME));
  }

  @Override
  public List<Import> unfinished(Instant untouchedSince) {
    return query(Query.query(Criteria.where("state.unfinishedSince").lt(untouchedSince)));
  }

  private static String placeOf(SessionKey session, Import.Status status) {
    return session.value() + "/" + status.word();
  }

  /**
   * An import as stored.
   *
   * @param place session and position, for lists
   * @param statusPlace session and status, for counting
   * @param previewSince since when it is in preview; left out otherwise
   * @param unfinishedSince since when it is being applied or undone; left out otherwise
   */
  record Document(
      Import report,
      String place,
      String statusPlace,
      @Nullable Instant previewSince,
      @Nullable Instant unfinishedSince) {

    static Document of(Import report) {
      return new Document(
          report,
          report.session().value() + "/" + report.position(),
          placeOf(report.session(), report.status()),
          report.status() == Import.Status.PREVIEW ? report.touchedAt() : null,
          report.unfinished() ? report.touchedAt() : null);
    }
  }
}
