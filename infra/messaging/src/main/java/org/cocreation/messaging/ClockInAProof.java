package org.cocreation.messaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that the fault proof can put wrong while the process runs: by the duration ({@code PT1H},
 * {@code PT-1H}) in the file {@code SERVICE.CLOCK} of its directory. Without the file it is right.
 */
final class ClockInAProof extends Clock {

  private static final long LOOK_NANOS = 200_000_000L;

  private final Path file;
  private final Clock right;
  private volatile Duration offset = Duration.ZERO;
  private volatile long looked;

  ClockInAProof(Path directory, String service, Clock right) {
    this.file = directory.resolve(service + ".CLOCK");
    this.right = right;
    this.looked = System.nanoTime() - LOOK_NANOS;
  }

  @Override
  public Instant instant() {
    if (System.nanoTime() - looked >= LOOK_NANOS) {
      looked = System.nanoTime();
      offset = look();
    }
    return right.instant().plus(offset);
  }

  private Duration look() {
    try {
      return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
    } catch (IOException | DateTimeException halfWritten) {
      return offset;
    }
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("a service's clock is in UTC");
  }
}
