package org.cocreation.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PiecewiseFileTest {

  private static final int MEGABYTE = 1 << 20;
  private static final int VALUES = 64;

  @Test
  void aLargeWriteKeepsNextToNothingOutsideTheHeap(@TempDir Path directory) throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);
    MVStore store = PiecewiseFile.openStore(directory, PiecewiseFile::open);
    fill(store);
    long before = outsideTheHeap();
    Thread client =
        new Thread(
            () -> {
              store.commit();
              written.countDown();
              awaitUnchecked(seen);
            });
    client.start();
    written.await();

    assertThat(outsideTheHeap() - before).isLessThan(8 * MEGABYTE);
    seen.countDown();
    client.join();
    store.close();
  }

  @Test
  void whatIsLargeComesBackAsItWas(@TempDir Path directory) {
    MVStore store = PiecewiseFile.openStore(directory, PiecewiseFile::open);
    fill(store);
    store.commit();
    store.close();

    MVStore again = PiecewiseFile.openStore(directory, PiecewiseFile::open);
    MVMap<Integer, byte[]> map = again.openMap("large");
    for (int i = 0; i < VALUES; i++) {
      assertThat(map.get(i)).isEqualTo(value(i));
    }
    again.close();
  }

  private static void fill(MVStore store) {
    MVMap<Integer, byte[]> map = store.openMap("large");
    for (int i = 0; i < VALUES; i++) {
      map.put(i, value(i));
    }
  }

  /** Larger than a piece, and no multiple of one. */
  private static byte[] value(int number) {
    byte[] value = new byte[MEGABYTE + 4_321];
    for (int i = 0; i < value.length; i++) {
      value[i] = (byte) (i * 31 + number);
    }
    return value;
  }

  private static long outsideTheHeap() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
