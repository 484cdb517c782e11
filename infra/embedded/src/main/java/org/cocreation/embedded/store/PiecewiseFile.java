package org.cocreation.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.h2.mvstore.WriteBuffer;

/**
 * The file of the tables, read and written a megabyte at a time. The JDK copies what goes to a file
 * through memory outside the heap, as much as is written at once, and keeps that for each thread
 * that ever wrote: a few clients whose checkpoints wrote 150 MB each would use up all of it, and
 * the store would end.
 */
class PiecewiseFile extends SingleFileStore {

  private static final String DOCUMENTS = "documents.mv";
  private static final int PIECE = 1 << 20;

  /** Megabytes of pages kept in memory at least, and the percent of the heap otherwise. */
  private static final int LEAST_CACHE = 16;

  private static final int CACHED = 18;

  /** The bytes of what is written next; a little more than it took in memory. */
  private volatile int expected;

  /** Moves nothing together by itself. */
  PiecewiseFile(int cacheMegabytes) {
    super(Map.of("cacheSize", cacheMegabytes, "autoCompactFillRate", 0));
  }

  /** Opens a file, or makes it, with that many megabytes of its pages in memory. */
  @FunctionalInterface
  interface Opener {
    PiecewiseFile open(Path file, int cacheMegabytes);
  }

  /** Opens the tables of a directory, or makes them. */
  static MVStore openStore(Path directory, Opener opener) {
    try {
      Files.createDirectories(directory);
      long heap = Runtime.getRuntime().maxMemory() >> 20;
      int cache = (int) Math.max(LEAST_CACHE, heap * CACHED / 100);
      MVStore opened =
          new MVStore.Builder()
              .autoCommitDisabled()
              .autoCommitBufferSize(0)
              .adoptFileStore(opener.open(directory.resolve(DOCUMENTS), cache))
              .open();
      // Gives it the threads that write what a checkpoint has taken. By itself it would take
      // something only after as many milliseconds without a checkpoint: 24 days.
      opened.setAutoCommitDelay(Integer.MAX_VALUE);
      return opened;
    } catch (MVStoreException e) {
      if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
        throw new StoreInUseException(directory, e);
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("The directory " + directory + " cannot be made", e);
    }
  }

  /** Opens the file, or makes it. */
  static PiecewiseFile open(Path file, int cacheMegabytes) {
    PiecewiseFile opened = new PiecewiseFile(cacheMegabytes);
    opened.open(file.toString(), false, null);
    return opened;
  }

  /** Says how many bytes the pages take in memory that are written next. */
  void expect(int unsavedMemory) {
    expected = (int) Math.min(Integer.MAX_VALUE / 2, unsavedMemory * 9L / 8 + PIECE);
  }

  /**
   * As large as what is written will be. One that begins small and becomes half as large again each
   * time would in the end have taken three times that much, in arrays so large that each hastens
   * the next collection of the heap.
   */
  @Override
  public WriteBuffer getWriteBuffer() {
    return new WriteBuffer(Math.max(PIECE, expected));
  }

  @Override
  public void releaseWriteBuffer(WriteBuffer buffer) {
    // not kept: what a checkpoint takes is too much to be held until the next one
  }

  @Override
  public ByteBuffer readFully(SFChunk chunk, long position, int length) {
    if (length <= PIECE) {
      return super.readFully(chunk, position, length);
    }
    ByteBuffer whole = ByteBuffer.allocate(length);
    while (whole.hasRemaining()) {
      int piece = Math.min(PIECE, whole.remaining());
      whole.put(super.readFully(chunk, position + whole.position(), piece));
    }
    return whole.flip();
  }

  @Override
  protected void writeFully(SFChunk chunk, long position, ByteBuffer whole) {
    long begin = position - whole.position();
    while (whole.hasRemaining()) {
      int from = whole.position();
      int length = Math.min(PIECE, whole.remaining());
      super.writeFully(chunk, begin + from, whole.duplicate().limit(from + length));
      whole.position(from + length);
    }
  }
}
