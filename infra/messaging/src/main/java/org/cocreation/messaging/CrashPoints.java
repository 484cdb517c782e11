package org.cocreation.messaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends the process, as a SIGKILL does, at a milestone that the fault proof has named: by a file
 * {@code SERVICE.MILESTONE} in its directory, which is removed first, so that the process started
 * next lives on. {@code SERVICE.DURING_SAVE} ends it a moment after a write was begun; {@code
 * SERVICE.HANDLED_LATE} only keeps a batch that is handled back, for the milliseconds in the file.
 *
 * <p>It works in a proof only: a process that is told of such a directory but does not have the
 * system property {@value #IN_A_PROOF} does not start.
 */
final class CrashPoints implements Milestones {

  /** Set by the proof for every process that it may break. */
  static final String IN_A_PROOF = "cocreation.proof";

  static final String DURING_SAVE = "DURING_SAVE";

  static final String HANDLED_LATE = "HANDLED_LATE";

  private static final long LONGEST_WRITE_NANOS = 3_000_000L;

  private final Path directory;
  private final String service;
  private final Runnable end;

  CrashPoints(Path directory, String service, Runnable end) {
    this.directory = directory;
    this.service = service;
    this.end = end;
  }

  /**
   * The points of one service.
   *
   * @throws IllegalStateException outside of a proof
   */
  static CrashPoints in(Path directory, String service) {
    if (!Boolean.getBoolean(IN_A_PROOF)) {
      throw new IllegalStateException(
          "cocreation.messaging.crash-at makes this process die at named points. It is for the fault"
              + " proof (./platform prove faults) alone: remove it");
    }
    return new CrashPoints(directory, service, () -> Runtime.getRuntime().halt(137));
  }

  @Override
  public void reached(Milestone milestone) {
    if (taken(milestone.name())) {
      end.run();
    }
    if (milestone == Milestone.HANDLED) {
      wait(HANDLED_LATE);
    }
    if (milestone == Milestone.BEFORE_SAVE && taken(DURING_SAVE)) {
      long moment = ThreadLocalRandom.current().nextLong(LONGEST_WRITE_NANOS);
      Thread thread =
          new Thread(
              () -> {
                LockSupport.parkNanos(moment);
                end.run();
              },
              "crash-during-save");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void wait(String point) {
    Path file = directory.resolve(service + "." + point);
    try {
      if (Files.exists(file)) {
        String millis = Files.readString(file).strip();
        if (Files.deleteIfExists(file)) {
          Thread.sleep(Long.parseLong(millis));
        }
      }
    } catch (IOException | NumberFormatException unreadable) {
      // Nobody has said how long.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean taken(String point) {
    try {
      return Files.deleteIfExists(directory.resolve(service + "." + point));
    } catch (IOException e) {
      return false;
    }
  }
}
