package org.cocreation.attendance.domain.sheet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.feeds.Formats;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.sheet.Directory.Held;
import org.cocreation.attendance.domain.sheet.Import.Signed;
import org.cocreation.attendance.domain.sheet.Import.Status;
import org.jspecify.annotations.Nullable;

/**
 * Brings in an import that a coordinator accepts, and takes it out when it is undone.
 *
 * <p>That it is being done is a state of the import, each row is kept under the import's id, and
 * doing any of it again changes nothing; so what a crash cut short is completed later. A large
 * import is brought in by and by, and says how far it has come.
 */
public final class AcceptImport {

  private static final String UNDONE = "An import was taken back.";

  private final Directory directory;
  private final SessionFiles files;
  private final Books books;
  private final Gather gather;
  private final Later later;
  private final Clock clock;
  private final Duration keepFor;
  private final int atOnce;

  /**
   * @param keepFor how long the file is kept from the acceptance on
   * @param atOnce up to how many rows whoever accepts waits for it
   * @param batch how many observations are saved together
   */
  public AcceptImport(
      Directory directory,
      Formats formats,
      Books books,
      Rematch rematch,
      Assess assess,
      Later later,
      Clock clock,
      Duration keepFor,
      int atOnce,
      int batch) {
    this.directory = directory;
    this.files = new SessionFiles(formats, books.uploads());
    this.books = books;
    this.gather = new Gather(books.observations(), rematch, assess, batch);
    this.later = later;
    this.clock = clock;
    this.keepFor = keepFor;
    this.atOnce = atOnce;
  }

  /**
   * Accepts an import. Of two who accept it one does, and both are told how it stands.
   *
   * @return the import: applied, or being applied
   * @throws Refused when there is no such import, it was quarantined or is being taken out, its
   *     file is no longer kept, or the session counts and no reason is given
   */
  public Import accept(SessionKey session, String importId, String by, @Nullable String reason) {
    Held held = directory.session(session).takingPlace();
    Import found = find(session, importId);
    if (found.status() == Status.APPLIED || found.status() == Status.APPLYING) {
      return found;
    }
    refuse(
        found, Status.QUARANTINED, "No format recognised this file; there is nothing to accept.");
    refuse(found, Status.UNDOING, "This import is being taken back; try again in a moment.");
    Instant now = now();
    Signed acceptance = new Signed(by, now, held.reasonToo(reason));
    if (!books.uploads().keepUntil(importId, now.plus(keepFor))) {
      throw PreviewImport.gone();
    }
    return begin(
        importId,
        is ->
            is.status() == Status.PREVIEW || is.status() == Status.UNDONE
                ? is.accepted(acceptance)
                : is);
  }

  /**
   * Takes back exactly what an import gave.
   *
   * @return the import: undone, or being undone
   * @throws Refused when there is no such import, nothing of it is in, or the session counts and no
   *     reason is given
   */
  public Import undo(SessionKey session, String importId, String by, @Nullable String reason) {
    Held held = directory.session(session);
    Import found = find(session, importId);
    if (found.status() == Status.UNDONE || found.status() == Status.UNDOING) {
      return found;
    }
    String never = "This file was never brought in; there is nothing to take back.";
    refuse(found, Status.APPLYING, "This import is still being brought in; try again in a moment.");
    refuse(found, Status.QUARANTINED, never);
    refuse(found, Status.PREVIEW, never);
    Signed undo = new Signed(by, now(), held.reasonToo(reason));
    return begin(importId, is -> is.status() == Status.APPLIED ? is.undoing(undo) : is);
  }

  /** Goes on with what a crash cut short; an import whose file is gone is taken out. */
  void complete(Import unfinished) {
    Optional<Import> latest = books.imports().find(unfinished.importId());
    try {
      latest.filter(is -> is.status() == Status.UNDOING).ifPresent(this::takeOut);
      latest.filter(is -> is.status() == Status.APPLYING).ifPresent(this::bringIn);
    } catch (Overtaken overtaken) {
      // What was brought in after somebody undid it is taken out too.
      books
          .imports()
          .find(unfinished.importId())
          .filter(is -> is.status() != Status.APPLYING && is.status() != Status.APPLIED)
          .ifPresent(is -> takeOut(is, UNDONE, done -> {}));
    }
  }

  private void bringIn(Import begun) {
    Signed acceptance = Objects.requireNonNull(begun.acceptance());
    String reason = Objects.requireNonNullElse(acceptance.reason(), Observe.LATER);
    Optional<SessionFiles.Read> read =
        files.kept(directory.session(begun.session()), begun.importId());
    Optional<Reading> reading = read.flatMap(SessionFiles.Read::reading);
    if (reading.isEmpty()) {
      takeOut(begun, reason, done -> progressed(begun, done));
      finish(begun, is -> is.undone(now()));
      return;
    }
    List<Observation> about =
        gather.bringIn(
            begun.session(),
            Gather.byIdentity(read.get().observed(begun.importId())),
            (was, rows) -> was.given(begun.importId(), rows, reason),
            reason,
            done -> progressed(begun, done));
    ImportReport report =
        ImportReport.of(reading.get(), read.get().encoding(), about)
            .foreseeing(begun.report() == null ? null : begun.report().foreseen());
    books.happenings().tell(List.of(Happening.accepted(begun, acceptance)));
    finish(begun, is -> is.applied(report, now()));
  }

  private void takeOut(Import undoing) {
    Signed undo = Objects.requireNonNull(undoing.undo());
    takeOut(
        undoing,
        Objects.requireNonNullElse(undo.reason(), UNDONE),
        done -> progressed(undoing, done));
    books.happenings().tell(List.of(Happening.undone(undoing, undo)));
    finish(undoing, is -> is.undone(now()));
  }

  private void takeOut(Import taken, String reason, IntConsumer progress) {
    gather.takeOut(
        taken.session(),
        books.observations().ofImport(taken.importId()),
        is -> is.without(entry -> entry.origin().isOf(taken.importId()), reason),
        reason,
        progress);
  }

  /** Of several who begin the same, the one who changes the import's status does the work. */
  private Import begin(String importId, UnaryOperator<Import> change) {
    Begun begun =
        books
            .imports()
            .change(
                importId,
                found -> {
                  Import is = found.orElseThrow(PreviewImport::unknown);
                  Import next = change.apply(is);
                  return next.equals(is)
                      ? Decided.unchanged(new Begun(is, false))
                      : Decided.of(next, new Begun(next, true));
                });
    Import.Progress progress = begun.standing().progress();
    if (!begun.mine() || progress == null) {
      return begun.standing();
    }
    if (progress.total() > atOnce) {
      later.soon(() -> complete(begun.standing()));
      return begun.standing();
    }
    complete(begun.standing());
    return find(begun.standing().session(), importId);
  }

  private void progressed(Import begun, int done) {
    if (!finish(begun, is -> is.progressed(done, now()))) {
      throw new Overtaken();
    }
  }

  /** Changes the import, unless somebody else was faster and it is not the one begun any more. */
  private boolean finish(Import begun, UnaryOperator<Import> to) {
    return books
        .imports()
        .change(
            begun.importId(),
            found ->
                found.isPresent()
                        && found.get().status() == begun.status()
                        && found.get().times() == begun.times()
                    ? Decided.of(to.apply(found.get()), true)
                    : Decided.unchanged(false));
  }

  private Import find(SessionKey session, String importId) {
    return books
        .imports()
        .find(importId)
        .filter(each -> each.session().equals(session))
        .orElseThrow(PreviewImport::unknown);
  }

  /** Somebody else finished the same work meanwhile, and more may have happened since. */
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record Begun(Import standing, boolean mine) {}

  private static void refuse(Import found, Status status, String why) {
    if (found.status() == status) {
      throw new Refused(Refused.Reason.IMPORT_NOT_APPLIED, why);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
