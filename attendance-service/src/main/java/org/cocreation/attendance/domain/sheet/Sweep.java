package org.cocreation.attendance.domain.sheet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Completes what a crash cut short: closings, imports, undos, and what follows from decisions; lets
 * go of previews and files whose time is over. Doing it where nothing was cut short does no harm.
 */
public final class Sweep {

  private static final Duration AT_WORK = Duration.ofSeconds(30);
  private static final int SOME = 200;

  private final CloseSession closing;
  private final PreviewImport previewing;
  private final AcceptImport importing;
  private final Decide deciding;
  private final Assess assess;
  private final Books books;
  private final Clock clock;

  /** Completes what these began. */
  public Sweep(
      CloseSession closing,
      PreviewImport previewing,
      AcceptImport importing,
      Decide deciding,
      Assess assess,
      Books books,
      Clock clock) {
    this.closing = closing;
    this.previewing = previewing;
    this.importing = importing;
    this.deciding = deciding;
    this.assess = assess;
    this.books = books;
    this.clock = clock;
  }

  /**
   * Looks once for unfinished work, leaving alone what somebody may be at work on.
   *
   * @return what went wrong with single pieces of work; they are tried again the next time
   */
  public List<RuntimeException> once() {
    Instant now = clock.instant();
    List<RuntimeException> troubles = new ArrayList<>();
    for (Sheet sheet : books.sheets().closing()) {
      Instant since = sheet.closingSince();
      if (since == null || since.isBefore(now.minus(AT_WORK))) {
        attempt(troubles, () -> closing.proceed(sheet.session()));
      }
    }
    for (Import unfinished : books.imports().unfinished(now.minus(AT_WORK))) {
      attempt(troubles, () -> importing.complete(unfinished));
    }
    for (String id : books.observations().unsettled(SOME)) {
      attempt(troubles, () -> deciding.settle(id));
    }
    attempt(troubles, () -> assess.tell(books.attendances().untold(SOME)));
    attempt(troubles, previewing::expire);
    attempt(troubles, () -> books.uploads().dropExpired(now));
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
