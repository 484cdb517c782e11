package org.cocreation.attendance.domain.sheet;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Contents;
import org.cocreation.attendance.domain.feeds.Formats;
import org.cocreation.attendance.domain.feeds.Frame;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.RowProblem;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Upload;
import org.cocreation.attendance.domain.sheet.Directory.Held;
import org.cocreation.attendance.domain.sheet.Import.Status;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file into a session, and takes it out again.
 *
 * <p>The import is kept with its file before its rows come in, each row is kept under the import's
 * id, and doing any of it again changes nothing; so an import that a crash cut short is completed
 * later.
 */
public final class ImportFile {

  private static final String LATER = "Evidence was imported after the session was closed.";

  private final Directory directory;
  private final Formats formats;
  private final Imports imports;
  private final Uploads uploads;
  private final Observations observations;
  private final Gather gather;
  private final Clock clock;

  /**
   * @param batch how many observations are saved together
   */
  public ImportFile(
      Directory directory,
      Formats formats,
      Imports imports,
      Uploads uploads,
      Observations observations,
      Rematch rematch,
      Assess assess,
      Clock clock,
      int batch) {
    this.directory = directory;
    this.formats = formats;
    this.imports = imports;
    this.uploads = uploads;
    this.observations = observations;
    this.gather = new Gather(observations, rematch, assess, batch);
    this.clock = clock;
  }

  /**
   * Brings a file into a session.
   *
   * @return the import; quarantined when no format recognised the file
   * @throws Refused when there is no such session, or it was cancelled, or it counts and no reason
   *     is given
   * @throws org.cocreation.attendance.domain.feeds.Unreadable when the file goes beyond the limits
   */
  public Brought bring(
      SessionKey session,
      String fileName,
      Contents contents,
      @Nullable ColumnMapping mapping,
      String by,
      @Nullable String reason) {
    Held held = directory.session(session).takingPlace();
    String importId = Import.idOf(session, mapping, contents);
    Optional<Import> before = imports.find(importId);
    if (before.isPresent() && before.get().status() == Status.APPLIED) {
      return new Brought(before.get(), false);
    }
    if (before.isPresent() && before.get().status() == Status.UNDOING) {
      throw notYet("This file is being taken back; try again in a moment.");
    }
    String why = held.reasonToo(reason);
    Upload upload = Upload.of(contents, mapping, Frame.of(held.schedule()));
    Optional<Reading> reading = formats.read(upload).map(ImportFile::named);
    Instant now = now();
    uploads.keep(importId, new Uploads.Stored(contents, mapping, now));
    Import begun =
        new Import(
            importId,
            session,
            fileName,
            reading.isPresent() ? Status.APPLYING : Status.QUARANTINED,
            null,
            reading.isPresent() ? null : upload.text().firstLine(),
            by,
            now,
            why,
            null,
            now);
    Import standing =
        imports.change(
            importId,
            found -> {
              boolean settled =
                  found.isPresent()
                      && (found.get().status() == Status.APPLIED
                          || found.get().status() == Status.APPLYING
                          || found.get().status() == Status.UNDOING);
              return settled ? Decided.unchanged(found.get()) : Decided.of(begun, begun);
            });
    if (reading.isEmpty() || standing.status() != Status.APPLYING) {
      return new Brought(standing, reading.isEmpty());
    }
    return new Brought(apply(standing, upload, reading.get()), standing.equals(begun));
  }

  /** Completes an import that a crash cut short; an import whose file is gone is taken back. */
  void complete(Import unfinished) {
    Optional<Uploads.Stored> stored = uploads.find(unfinished.importId());
    Optional<Import> latest = imports.find(unfinished.importId());
    if (latest.isEmpty() || latest.get().status() != Status.APPLYING) {
      return;
    }
    if (stored.isEmpty()) {
      takeOut(unfinished, Objects.requireNonNullElse(unfinished.reason(), LATER));
      finish(unfinished.importId(), Status.APPLYING, each -> each.undone(now()));
      return;
    }
    Held held = directory.session(unfinished.session());
    Upload upload =
        Upload.of(stored.get().contents(), stored.get().mapping(), Frame.of(held.schedule()));
    formats
        .read(upload)
        .map(ImportFile::named)
        .ifPresent(reading -> apply(unfinished, upload, reading));
  }

  /**
   * Takes back exactly what an import gave.
   *
   * @throws Refused when there is no such import, nothing of it is in, or the session counts and no
   *     reason is given
   */
  public Import undo(SessionKey session, String importId, String by, @Nullable String reason) {
    Held held = directory.session(session);
    Import found = find(session, importId);
    if (found.status() == Status.UNDONE) {
      return found;
    }
    if (found.status() == Status.APPLYING || found.status() == Status.QUARANTINED) {
      throw notYet(
          found.status() == Status.APPLYING
              ? "This import is still being brought in; try again in a moment."
              : "This file was never brought in; there is nothing to take back.");
    }
    String why = held.reasonToo(reason);
    Import undoing =
        imports.change(
            importId,
            current -> {
              Import is = current.orElseThrow();
              if (is.status() != Status.APPLIED) {
                return Decided.unchanged(is);
              }
              Import next = is.undoing(new Import.Undo(by, now(), why));
              return Decided.of(next, next);
            });
    return completeUndo(undoing);
  }

  Import completeUndo(Import undoing) {
    if (undoing.status() != Status.UNDOING) {
      return undoing;
    }
    Import.Undo undo = Objects.requireNonNull(undoing.undo());
    takeOut(undoing, Objects.requireNonNullElse(undo.reason(), "An import was taken back."));
    return finish(undoing.importId(), Status.UNDOING, each -> each.undone(now()));
  }

  /**
   * One import of a session.
   *
   * @throws Refused when there is none with this id
   */
  public Import find(SessionKey session, String importId) {
    return imports
        .find(importId)
        .filter(each -> each.session().equals(session))
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Reason.UNKNOWN_IMPORT,
                    "There is no import with this id in this session."));
  }

  private Import apply(Import begun, Upload upload, Reading reading) {
    SessionKey session = begun.session();
    String reason = Objects.requireNonNullElse(begun.reason(), LATER);
    List<Observation> about =
        gather.bringIn(
            session,
            Gather.byIdentity(
                reading.sightings().stream()
                    .map(each -> Observed.row(begun.importId(), each))
                    .toList()),
            (was, rows) -> was.given(begun.importId(), rows, reason),
            reason,
            done -> {});
    ImportReport report = ImportReport.of(reading, upload.text().encoding(), about);
    Import applied = finish(begun.importId(), Status.APPLYING, each -> each.applied(report, now()));
    uploads.drop(begun.importId());
    return applied;
  }

  private void takeOut(Import taken, String reason) {
    gather.takeOut(
        taken.session(),
        observations.ofImport(taken.importId()),
        is -> is.without(entry -> entry.origin().isOf(taken.importId()), reason),
        reason,
        done -> {});
  }

  /** Rows whose name has no letters and that carry nothing else are problems, not sightings. */
  private static Reading named(Reading reading) {
    List<Sighting> sightings = new ArrayList<>();
    List<RowProblem> problems = new ArrayList<>(reading.problems());
    for (Sighting each : reading.sightings()) {
      if (Observed.row("-", each).identity().isPresent()) {
        sightings.add(each);
      } else {
        problems.add(
            new RowProblem(
                each.row(),
                "name",
                "a name in letters, or an e-mail address",
                "Row " + each.row() + ": there is no name that can be read and no e-mail."));
      }
    }
    return new Reading(
        reading.format(),
        reading.rows(),
        sightings,
        reading.otherSessions(),
        reading.setAside(),
        problems,
        reading.notes());
  }

  private Import finish(String importId, Status from, Function<Import, Import> to) {
    return imports.change(
        importId,
        found -> {
          Import is = found.orElseThrow();
          if (is.status() != from) {
            return Decided.unchanged(is);
          }
          Import next = to.apply(is);
          return Decided.of(next, next);
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Refused notYet(String message) {
    return new Refused(Refused.Reason.IMPORT_NOT_APPLIED, message);
  }

  /**
   * What came of bringing a file.
   *
   * @param report the import
   * @param first whether this was the first time, not a repeat of an import that is in
   */
  public record Brought(Import report, boolean first) {}
}
