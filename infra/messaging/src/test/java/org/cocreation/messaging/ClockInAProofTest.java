package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockInAProofTest {

  private final Clock right = Clock.fixed(StoreFixture.NOW, ZoneOffset.UTC);

  @Test
  void isRightUntilItIsPutWrong(@TempDir Path directory) throws IOException {
    assertThat(new ClockInAProof(directory, "certificate", right).instant())
        .isEqualTo(StoreFixture.NOW);

    Files.writeString(directory.resolve("certificate.CLOCK"), "PT-1H");

    assertThat(new ClockInAProof(directory, "certificate", right).instant())
        .isEqualTo(StoreFixture.NOW.minusSeconds(3600));
    assertThat(new ClockInAProof(directory, "attendance", right).instant())
        .isEqualTo(StoreFixture.NOW);
  }

  @Test
  void goesOnAsBeforeWhereTheFileSaysNothing(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("certificate.CLOCK"), "an hour");

    assertThat(new ClockInAProof(directory, "certificate", right).instant())
        .isEqualTo(StoreFixture.NOW);
  }
}
