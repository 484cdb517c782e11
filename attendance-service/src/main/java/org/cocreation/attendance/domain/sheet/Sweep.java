package org.cocreation.attendance.domain.sheet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Completes what a crash cut short: closings, imports, undos, and what follows from decisions.
 * Doing it where nothing was cut short does no harm.
 */
public final class Sweep {

  private static final Duration AT_WORK = Duration.ofSeconds(30);
  private static final int SOME = 200;

  private final CloseSession closing;
  private final ImportFile importing;
  private final Decide deciding;
  private final Sheets sheets;
  private final Imports imports;
  private final Observations observations;
  private final Uploads uploads;
  private final Clock clock;
  private final Duration keepQuarantined;

  /**
   * @param keepQuarantined how long the contents of a file that no format recognised are kept
   */
  public Sweep(
      CloseSession closing,
      ImportFile importing,
      Decide deciding,
      Sheets sheets,
      Imports imports,
      Observations observations,
      Uploads uploads,
      Clock clock,
      Duration keepQuarantined) {
    this.closing = closing;
    this.importing = importing;
    this.deciding = deciding;
    this.sheets = sheets;
    this.imports = imports;
    this.observations = observations;
    this.uploads = uploads;
    this.clock = clock;
    this.keepQuarantined = keepQuarantined;
  }

  /**
   * Looks once for unfinished work, leaving alone what somebody may be at work on.
   *
   * @return what went wrong with single pieces of work; they are tried again the next time
   */
  public List<RuntimeException> once() {
    Instant now = clock.instant();
    List<RuntimeException> troubles = new ArrayList<>();
    for (Sheet sheet : sheets.closing()) {
      Instant since = sheet.closingSince();
      if (since == null || since.isBefore(now.minus(AT_WORK))) {
        attempt(troubles, () -> closing.proceed(sheet.session()));
      }
    }
    for (Import unfinished : imports.unfinished(now.minus(AT_WORK))) {
      attempt(
          troubles,
          () -> {
            if (unfinished.status() == Import.Status.UNDOING) {
              importing.completeUndo(unfinished);
            } else {
              importing.complete(unfinished);
            }
          });
    }
    for (String id : observations.unsettled(SOME)) {
      attempt(troubles, () -> deciding.settle(id));
    }
    attempt(troubles, () -> uploads.dropKeptBefore(now.minus(keepQuarantined)));
    return troubles;
  }

  private static void attempt(List<RuntimeException> troubles, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException trouble) {
      troubles.add(trouble);
    }
  }
}
