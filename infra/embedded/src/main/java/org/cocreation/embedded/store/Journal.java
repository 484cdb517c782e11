package org.cocreation.embedded.store;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * A file to which the changes of each command are added before the command is acknowledged. One
 * record is one command: its length, its checksum, its changes; a record that a crash cut short is
 * not read back, nor anything after it. Once adding has failed, nothing more is accepted, because
 * what would follow could not be read back.
 */
final class Journal {

  private static final int HEADER = 2 * Integer.BYTES;
  private static final int LATER_BUFFER = 4 << 20;

  private final RandomAccessFile file;
  private final Durability durability;
  private final Object forcing = new Object();
  private byte[] record = new byte[64 << 10];
  private ByteBuffer postponed = ByteBuffer.allocate(0);
  private long written;
  private volatile long forced;
  private boolean failed;

  Journal(Path path, Durability durability) throws IOException {
    this.durability = durability;
    this.file = new RandomAccessFile(path.toFile(), "rw");
    file.setLength(0);
    if (durability == Durability.LATER) {
      postponed = ByteBuffer.allocate(LATER_BUFFER);
    }
  }

  /**
   * Adds a command's changes.
   *
   * @return the length of the journal with them, to wait for with {@link #awaitForced}
   */
  synchronized long add(Changes changes) {
    if (failed) {
      throw new UncheckedIOException(new IOException("The journal could not be written before"));
    }
    int length = HEADER + changes.size();
    if (record.length < length) {
      record = new byte[length];
    }
    CRC32C checksum = new CRC32C();
    checksum.update(changes.bytes(), 0, changes.size());
    ByteBuffer.wrap(record)
        .putInt(changes.size())
        .putInt((int) checksum.getValue())
        .put(changes.bytes(), 0, changes.size());
    if (postponed.remaining() >= length) {
      postponed.put(record, 0, length);
    } else {
      failed = true;
      try {
        file.write(record, 0, length);
      } catch (IOException e) {
        throw new UncheckedIOException("The journal cannot be written: " + e.getMessage(), e);
      }
      failed = false;
    }
    written += length;
    return written;
  }

  /** Waits until the journal is on the disk up to a length; those who wait together share it. */
  void awaitForced(long length) {
    if (durability != Durability.POWER_LOSS || forced >= length) {
      return;
    }
    synchronized (forcing) {
      if (forced >= length) {
        return;
      }
      long reached = length();
      try {
        file.getChannel().force(false);
      } catch (IOException e) {
        fail();
        throw new UncheckedIOException("The journal cannot be forced: " + e.getMessage(), e);
      }
      forced = reached;
    }
  }

  synchronized long length() {
    return written;
  }

  private synchronized void fail() {
    failed = true;
  }

  /** Closes it: what it holds is kept elsewhere now, so nobody has to wait for it any more. */
  void settle() throws IOException {
    synchronized (forcing) {
      forced = Long.MAX_VALUE;
      file.close();
    }
  }

  /** Reads a journal back, as far as it is whole. */
  static void replay(Path path, Replay replay) throws IOException {
    try (InputStream stream = Files.newInputStream(path);
        DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(stream))) {
      long left = Files.size(path);
      while (left >= HEADER) {
        int length = in.readInt();
        int expected = in.readInt();
        left -= HEADER + (long) length;
        if (length < 0 || left < 0) {
          return;
        }
        byte[] changes = in.readNBytes(length);
        CRC32C checksum = new CRC32C();
        checksum.update(changes);
        if ((int) checksum.getValue() != expected) {
          return;
        }
        replay(ByteBuffer.wrap(changes), replay);
      }
    } catch (EOFException cutShort) {
      // the last record was being written when the process died: nobody was told that it is kept
    }
  }

  private static void replay(ByteBuffer changes, Replay replay) {
    while (changes.hasRemaining()) {
      int kind = changes.get();
      int table = changes.getInt();
      Key key = new Key(block(changes));
      if (kind == Changes.PUT) {
        replay.put(table, key, block(changes));
      } else {
        replay.remove(table, key);
      }
    }
  }

  private static byte[] block(ByteBuffer changes) {
    byte[] block = new byte[changes.getInt()];
    changes.get(block);
    return block;
  }

  /** Receives the changes of a journal in their order. */
  interface Replay {
    void put(int table, Key key, byte[] value);

    void remove(int table, Key key);
  }
}
