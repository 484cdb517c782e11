package org.cocreation.attendance.domain.sheet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Contents;
import org.cocreation.attendance.domain.feeds.Formats;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.matching.Identity;
import org.cocreation.attendance.domain.sheet.Directory.Held;
import org.cocreation.attendance.domain.sheet.Import.Status;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file for a session and says what it would give. Nothing is brought in: no observation and
 * nobody's attendance changes.
 */
public final class PreviewImport {

  private final Directory directory;
  private final SessionFiles files;
  private final Books books;
  private final Rematch rematch;
  private final Foresee foresee;
  private final Clock clock;
  private final Keeping keeping;
  private final int batch;

  /**
   * @param batch how many observations are looked up together
   */
  public PreviewImport(
      Directory directory,
      Formats formats,
      Books books,
      Rematch rematch,
      Assess assess,
      Clock clock,
      Keeping keeping,
      int batch) {
    this.directory = directory;
    this.files = new SessionFiles(formats, books.uploads());
    this.books = books;
    this.rematch = rematch;
    this.foresee = new Foresee(books.roster(), books.attendances(), assess, batch);
    this.clock = clock;
    this.keeping = keeping;
    this.batch = batch;
  }

  /**
   * Reads a file. One that is in preview is read again, as the roster may have changed; one that is
   * in, or being brought in or taken out, is left as it is.
   *
   * @return the import; quarantined when no format recognised the file
   * @throws Refused when there is no such session, or it was cancelled
   * @throws org.cocreation.attendance.domain.feeds.Unreadable when the file goes beyond the limits
   */
  public Previewed preview(
      SessionKey session,
      String fileName,
      Contents contents,
      @Nullable ColumnMapping mapping,
      String by) {
    Held held = directory.session(session).takingPlace();
    String importId = Import.idOf(session, mapping, contents);
    Optional<Import> before = books.imports().find(importId);
    if (before.isPresent() && isIn(before.get())) {
      return new Previewed(before.get(), false);
    }
    SessionFiles.Read read = files.read(held, contents, mapping);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<ImportReport> report =
        read.reading().map(reading -> report(held, importId, reading, read));
    books
        .uploads()
        .keep(
            importId,
            new Uploads.Stored(
                contents,
                mapping,
                now.plus(report.isPresent() ? keeping.previews() : keeping.quarantined())));
    Import sent = Import.sent(importId, session, fileName, by, now);
    return books
        .imports()
        .change(
            importId,
            found -> {
              if (found.isPresent() && isIn(found.get())) {
                return Decided.unchanged(new Previewed(found.get(), false));
              }
              Status latest = report.isPresent() ? Status.PREVIEW : Status.QUARANTINED;
              boolean again = found.isPresent() && found.get().status() == latest;
              Import was = again ? found.get() : found.map(sent::sentBefore).orElse(sent);
              Import is =
                  report.isPresent()
                      ? was.previewed(report.get(), now)
                      : was.quarantined(read.seen(), now);
              return Decided.of(is, new Previewed(is, !again));
            });
  }

  /**
   * Lets a preview or a quarantined file go; one that had been in before is undone as it was.
   *
   * @throws Refused when there is no such import, or it is in
   */
  public void drop(SessionKey session, String importId) {
    find(session, importId);
    books
        .imports()
        .change(
            importId,
            found -> {
              if (found.isEmpty()) {
                return Decided.unchanged(false);
              }
              Import is = found.get();
              if (is.status() != Status.PREVIEW && is.status() != Status.QUARANTINED) {
                throw new Refused(
                    Refused.Reason.IMPORT_NOT_IN_PREVIEW,
                    "Only a preview can be let go; take an import back by undoing it.");
              }
              return is.times() == 0 ? Decided.gone(true) : Decided.of(is.undone(now()), true);
            });
    books.uploads().drop(importId);
  }

  /** Lets go of previews that nobody accepted in time. */
  void expire() {
    for (Import old : books.imports().previewedBefore(now().minus(keeping.previews()))) {
      drop(old.session(), old.importId());
    }
  }

  /**
   * When a preview will have expired.
   *
   * @return null for an import that is not in preview
   */
  public @Nullable Instant expiresAt(Import it) {
    return it.status() == Status.PREVIEW ? it.touchedAt().plus(keeping.previews()) : null;
  }

  /**
   * One import of a session.
   *
   * @throws Refused when there is none with this id
   */
  public Import find(SessionKey session, String importId) {
    return books
        .imports()
        .find(importId)
        .filter(each -> each.session().equals(session))
        .orElseThrow(PreviewImport::unknown);
  }

  /**
   * Who the rows of an import are taken for: as they would be, while it is not in; as they are,
   * once it is. In the file's order.
   *
   * @param after the last row of the page before; 0 for the first page
   * @throws Refused when there is no such import, or its file was let go before it was brought in
   */
  public List<Row> rows(SessionKey session, String importId, int after, int limit) {
    Held held = directory.session(session);
    Import it = find(session, importId);
    Optional<SessionFiles.Read> read =
        it.status() == Status.QUARANTINED ? Optional.empty() : files.kept(held, importId);
    if (read.isEmpty() && it.status() != Status.APPLIED) {
      throw gone();
    }
    return read.isPresent()
        ? ofFile(it, read.get().observed(importId), after, limit)
        : ofObservations(it, after, limit);
  }

  private List<Row> ofFile(Import it, List<Observed> all, int after, int limit) {
    List<Observed> page =
        all.stream()
            .filter(each -> row(each.origin()) > after)
            .sorted((one, two) -> one.origin().compareTo(two.origin()))
            .limit(limit)
            .toList();
    Map<Identity, List<Observed>> byIdentity = Gather.byIdentity(all);
    byIdentity.keySet().retainAll(Gather.byIdentity(page).keySet());
    Map<Identity, Observation> about = new LinkedHashMap<>();
    for (Observation each : wouldBe(it.session(), it.importId(), byIdentity).after()) {
      about.put(each.identity(), each);
    }
    return page.stream()
        .map(
            each ->
                new Row(
                    row(each.origin()),
                    each,
                    Objects.requireNonNull(about.get(each.identity().orElseThrow()))))
        .toList();
  }

  private List<Row> ofObservations(Import it, int after, int limit) {
    List<Row> rows = new ArrayList<>();
    Collection<Observation> about =
        books.observations().findAll(books.observations().ofImport(it.importId())).values();
    for (Observation observation : about) {
      for (Entry entry : observation.entries()) {
        if (entry.origin().isOf(it.importId())) {
          rows.add(new Row(row(entry.origin()), Observed.of(entry, observation), observation));
        }
      }
    }
    return rows.stream()
        .filter(each -> each.row() > after)
        .sorted((one, two) -> Integer.compare(one.row(), two.row()))
        .limit(limit)
        .toList();
  }

  private ImportReport report(Held held, String importId, Reading reading, SessionFiles.Read read) {
    WouldBe wouldBe = wouldBe(held.key(), importId, Gather.byIdentity(read.observed(importId)));
    return ImportReport.of(reading, read.encoding(), wouldBe.after())
        .foreseeing(Foreseen.of(foresee.changes(held, wouldBe.before(), wouldBe.after())));
  }

  private WouldBe wouldBe(
      SessionKey session, String importId, Map<Identity, List<Observed>> byIdentity) {
    List<Observation> before = new ArrayList<>();
    List<Observation> after = new ArrayList<>();
    List<Identity> identities = List.copyOf(byIdentity.keySet());
    for (int from = 0; from < identities.size(); from += batch) {
      List<Identity> some = identities.subList(from, Math.min(identities.size(), from + batch));
      Map<String, Observation> found =
          books
              .observations()
              .findAll(some.stream().map(each -> Observation.idOf(session, each)).toList());
      List<Observation> given = new ArrayList<>();
      for (Identity identity : some) {
        List<Observed> theirs = Objects.requireNonNull(byIdentity.get(identity));
        Observation was =
            Gather.orFirst(
                Optional.ofNullable(found.get(Observation.idOf(session, identity))),
                session,
                identity,
                theirs);
        given.add(
            was.given(importId, theirs.stream().map(Observed::entry).toList(), Observe.LATER));
      }
      before.addAll(found.values());
      after.addAll(rematch.foresee(session.programmeId(), given));
    }
    return new WouldBe(before, after);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static boolean isIn(Import it) {
    return it.status() == Status.APPLIED || it.unfinished();
  }

  private static int row(Origin origin) {
    return Objects.requireNonNullElse(origin.row(), 0);
  }

  static Refused unknown() {
    return new Refused(
        Refused.Reason.UNKNOWN_IMPORT, "There is no import with this id in this session.");
  }

  static Refused gone() {
    return new Refused(
        Refused.Reason.FILE_NOT_KEPT,
        "The file of this import is no longer kept; send it again, and it is the same import.");
  }

  /**
   * What came of sending a file.
   *
   * @param report the import
   * @param first whether this was the first time, not a repeat
   */
  public record Previewed(Import report, boolean first) {}

  /**
   * How long files are kept.
   *
   * @param previews one that was read: until a coordinator accepts it, and for accepting it again
   * @param quarantined one that no format recognised
   */
  public record Keeping(Duration previews, Duration quarantined) {}

  /**
   * One row of an import that tells somebody's presence.
   *
   * @param row its line in the file, the first being 1
   * @param seen what it says
   * @param about the observation that it belongs to, as it is or would be
   */
  public record Row(int row, Observed seen, Observation about) {}

  private record WouldBe(List<Observation> before, List<Observation> after) {}
}
