package org.cocreation.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SFChunk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to commands, and to what they change, while a checkpoint writes the file. */
class CheckpointTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Tuning TUNING = Tuning.of(Durability.PROCESS_DEATH);
  private static final String TABLE = "things";

  private final Path directory;
  private final Path copies;

  CheckpointTest(@TempDir Path temporary) {
    directory = temporary.resolve("store");
    copies = temporary.resolve("copies");
  }

  /** A file that can be made to take no more. */
  private static final class HeldFile extends PiecewiseFile {
    private volatile @Nullable CountDownLatch held;
    private final AtomicInteger waiting = new AtomicInteger();

    HeldFile(int cacheMegabytes) {
      super(cacheMegabytes);
    }

    @Override
    protected void writeFully(SFChunk chunk, long position, ByteBuffer whole) {
      CountDownLatch latch = held;
      if (latch == null || whole.remaining() < 2 << 20) {
        super.writeFully(chunk, position, whole);
        return;
      }
      ByteBuffer half = whole.duplicate();
      half.limit(whole.remaining() / 2);
      super.writeFully(chunk, position, half);
      waiting.incrementAndGet();
      try {
        if (!latch.await(60, TimeUnit.SECONDS)) {
          throw new IllegalStateException("held for too long");
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      super.writeFully(chunk, position, whole);
    }
  }

  @Test
  void commandsGoOnWhileItWritesAndNothingIsLostWheneverTheStoreDies() throws Exception {
    HeldFile[] opened = new HeldFile[1];
    StoreFiles files =
        new StoreFiles(
            directory,
            TUNING,
            (file, cache) -> {
              HeldFile made = new HeldFile(cache);
              made.open(file.toString(), false, null);
              opened[0] = made;
              return made;
            });
    HeldFile file = opened[0];
    put(files, "first", 1);
    for (int i = 0; i < 40; i++) {
      put(files, "large-" + i, 100_000);
    }
    CountDownLatch latch = new CountDownLatch(1);
    file.held = latch;
    CompletableFuture<Void> checkpoint = CompletableFuture.runAsync(files::checkpoint);
    await().atMost(SOON).until(() -> file.waiting.get() == 1);

    CompletableFuture<Void> command =
        CompletableFuture.runAsync(
            () -> {
              put(files, "meanwhile", 10);
              put(files, "first", 2);
            });
    assertThat(command).succeedsWithin(SOON);
    assertThat(CompletableFuture.supplyAsync(() -> length(files, "first")))
        .succeedsWithin(SOON)
        .isEqualTo(2);
    assertThat(checkpoint).isNotDone();
    assertThat(journals()).hasSize(2);
    assertHasAll(copy("half-written"));

    file.held = null;
    latch.countDown();
    assertThat(checkpoint).succeedsWithin(SOON);
    assertThat(journals()).hasSize(1);
    assertHasAll(copy("written"));
    files.close();
    assertHasAll(directory);
  }

  /** As when somebody writes without a pause, so that the file is never left alone. */
  @Test
  void theFileStaysSmallHoweverOftenItIsWritten() {
    int documents = 4_000;
    int size = 2_000;
    StoreFiles files = new StoreFiles(directory, TUNING);
    Random random = new Random(20_200_213);
    long largest = 0;
    for (int round = 0; round < 80; round++) {
      files
          .change(
              () -> {
                for (int i = 0; i < documents / 3; i++) {
                  byte[] value = new byte[size];
                  random.nextBytes(value);
                  files.table(TABLE).put(key("document-" + random.nextInt(documents)), value);
                }
              })
          .await();
      files.moveTogether(false);
      files.checkpoint();
      largest = Math.max(largest, files.size());
    }
    files.close();
    assertThat(largest).isLessThan(5L * documents * size);
  }

  private static void put(StoreFiles files, String key, int length) {
    byte[] value = new byte[length];
    Arrays.fill(value, (byte) length);
    files.change(() -> files.table(TABLE).put(key(key), value)).await();
  }

  private static int length(StoreFiles files, String key) {
    MVStore.TxCounter reading = files.beginRead();
    try {
      byte[] value = files.table(TABLE).get(key(key));
      return value == null ? -1 : value.length;
    } finally {
      files.endRead(reading);
    }
  }

  private static Key key(String text) {
    return new Key(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertHasAll(Path where) {
    StoreFiles files = new StoreFiles(where, TUNING);
    assertThat(length(files, "first")).isEqualTo(2);
    assertThat(length(files, "meanwhile")).isEqualTo(10);
    for (int i = 0; i < 40; i++) {
      assertThat(length(files, "large-" + i)).isEqualTo(100_000);
    }
    files.close();
  }

  private List<Path> journals() throws IOException {
    try (Stream<Path> found = Files.list(directory)) {
      return found.filter(file -> file.getFileName().toString().startsWith("journal-")).toList();
    }
  }

  /** What a process that died now would leave behind. */
  private Path copy(String name) throws IOException {
    Path copy = Files.createDirectories(copies.resolve(name));
    try (Stream<Path> found = Files.list(directory)) {
      found.forEach(
          file -> {
            try {
              Files.copy(file, copy.resolve(file.getFileName()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return copy;
  }
}
