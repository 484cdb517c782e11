package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashPointsTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path directory;

  private final AtomicInteger ends = new AtomicInteger();

  @Test
  void endsTheProcessOnceAtThePointThatIsNamed() throws IOException {
    CrashPoints points = new CrashPoints(directory, "attendance", ends::incrementAndGet);
    Files.createFile(directory.resolve("attendance.ACKNOWLEDGED"));

    points.reached(Milestone.BEFORE_SEND);
    assertThat(ends).hasValue(0);
    points.reached(Milestone.ACKNOWLEDGED);
    assertThat(ends).hasValue(1);
    points.reached(Milestone.ACKNOWLEDGED);
    assertThat(ends).as("the process that is started next lives on").hasValue(1);
  }

  @Test
  void leavesOtherServicesAlone() throws IOException {
    CrashPoints points = new CrashPoints(directory, "certificate", ends::incrementAndGet);
    Files.createFile(directory.resolve("attendance.HANDLED"));

    points.reached(Milestone.HANDLED);

    assertThat(ends).hasValue(0);
    assertThat(directory.resolve("attendance.HANDLED")).exists();
  }

  @Test
  void endsTheProcessAMomentAfterAWriteWasBegun() throws IOException {
    CrashPoints points = new CrashPoints(directory, "attendance", ends::incrementAndGet);
    Files.createFile(directory.resolve("attendance.DURING_SAVE"));

    points.reached(Milestone.BEFORE_SAVE);

    await().until(() -> ends.get() == 1);
  }

  @Test
  void isRefusedOutsideOfAProof() {
    assertThatThrownBy(() -> CrashPoints.in(directory, "attendance"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("crash-at")
        .hasMessageContaining("remove it");
  }

  @Test
  void keepsAHandledBatchBackAsLongAsTheFileSaysAndOnce(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("attendance." + CrashPoints.HANDLED_LATE);
    Files.writeString(file, "150");
    CrashPoints points = new CrashPoints(directory, "attendance", () -> {});

    long started = System.nanoTime();
    points.reached(Milestone.HANDLED);

    assertThat(System.nanoTime() - started).isGreaterThanOrEqualTo(150_000_000L);
    assertThat(file).doesNotExist();
  }
}
