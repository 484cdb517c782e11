package org.cocreation.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private final Path path;

  JournalTest(@TempDir Path directory) {
    path = directory.resolve("journal-1.log");
  }

  private static Changes changes(int number) {
    Changes changes = new Changes();
    changes.put(number, KeyWriter.of("k" + number), new byte[] {(byte) number, 0});
    changes.remove(number, KeyWriter.of("gone"));
    return changes;
  }

  private Journal written(int commands) throws IOException {
    Journal journal = new Journal(path, Durability.PROCESS_DEATH);
    for (int i = 0; i < commands; i++) {
      journal.add(changes(i));
    }
    return journal;
  }

  private List<String> readBack() throws IOException {
    List<String> read = new ArrayList<>();
    Journal.replay(
        path,
        new Journal.Replay() {
          @Override
          public void put(int table, Key key, byte[] value) {
            assertThat(key).isEqualTo(KeyWriter.of("k" + table));
            read.add("put " + table + " " + value[0]);
          }

          @Override
          public void remove(int table, Key key) {
            assertThat(key).isEqualTo(KeyWriter.of("gone"));
            read.add("remove " + table);
          }
        });
    return read;
  }

  @Test
  void readsBackWhatWasAddedInItsOrder() throws IOException {
    written(3).settle();
    assertThat(readBack())
        .containsExactly("put 0 0", "remove 0", "put 1 1", "remove 1", "put 2 2", "remove 2");
  }

  @Test
  void leavesOutACommandThatWasCutShortAnywhere() throws IOException {
    written(2).settle();
    byte[] whole = Files.readAllBytes(path);
    for (int length = whole.length / 2; length < whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      assertThat(readBack()).as("%d of %d bytes", length, whole.length).hasSize(2);
    }
  }

  @Test
  void leavesOutWhatIsDamagedAndAllThatFollows() throws IOException {
    written(3).settle();
    byte[] damaged = Files.readAllBytes(path);
    damaged[damaged.length / 2]++;
    Files.write(path, damaged);
    assertThat(readBack()).containsExactly("put 0 0", "remove 0");
  }

  @Test
  void acceptsNothingMoreOnceWritingHasFailed() throws IOException {
    Journal journal = written(1);
    journal.settle();
    assertThatThrownBy(() -> journal.add(changes(1))).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> journal.add(changes(2)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("before");
  }
}
