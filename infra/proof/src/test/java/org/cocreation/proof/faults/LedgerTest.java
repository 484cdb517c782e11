package org.cocreation.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.cocreation.proof.faults.Entry.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path directory;

  @Test
  void readsBackWhatItsFileSaysAboutOneProgramme() {
    Entry ana =
        new Entry(
            Instant.parse("2020-02-13T16:30:00.123Z"),
            Kind.REGISTERED,
            "p-1",
            "ana@load.example",
            Map.of("first", "online"));
    Entry other = new Entry(Instant.EPOCH, Kind.SET_UP, "p-2", "", Map.of());
    Path file = directory.resolve("new/ledger.jsonl");
    try (Ledger ledger = new Ledger(file)) {
      ledger.write(ana);
      ledger.write(other);
      assertThat(ledger.read("p-1")).as("while it is written").containsExactly(ana);
    }
    try (Ledger again = new Ledger(file)) {
      again.write(ana);
      assertThat(again.read("p-1")).containsExactly(ana, ana);
      assertThat(again.read("p-2")).containsExactly(other);
    }
  }
}
