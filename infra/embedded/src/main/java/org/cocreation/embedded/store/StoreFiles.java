package org.cocreation.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables and how they outlive the process. A command's changes go to the tables in memory and,
 * as one record, to the {@link Journal}; from time to time a checkpoint writes the tables to the
 * file and begins a new journal. Commands wait while it takes the tables as they are, which are
 * moments, and go on while it writes them. After a crash the file is as the last whole checkpoint
 * left it, and the journals from then on are played back: a command is there whole or not at all.
 */
final class StoreFiles implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StoreFiles.class);
  private static final String GENERATION = "generation";

  /** 1: each entry of an index has its document's position as its value. */
  private static final int FORMAT = 2;

  /** In milliseconds; a request gives a store no longer than half as much again. */
  private static final long LONG_WAIT = 1_000;

  /** How often a journal may be as long as makes a checkpoint due, until commands wait for one. */
  private static final int JOURNALS_WHILE_WRITING = 3;

  /** Percent of the file, or of its chunks, in use, below which data is moved together. */
  private static final int HALF = 50;

  private static final int SPARSE_CHUNKS = 70;
  private static final int ALL_OF_IT = 101;
  private static final int LEAST_FULLNESS = 10;

  /** Bytes of data; under load as many times more as the file is sparser than half full. */
  private static final int MOVED_AT_ONCE = 16 << 20;

  private final @Nullable Journals journals;
  private final Durability durability;
  private final long journalLimit;
  private final MVStore store;
  private final @Nullable MVMap<String, Long> state;
  private final Map<String, Table> tables = new HashMap<>();

  /** A thread runs one command of one store at a time. */
  private static final ThreadLocal<@Nullable Changes> RUNNING = new ThreadLocal<>();

  /** What commands before have noted their changes in, to be used again. */
  private final Queue<Changes> spare = new ConcurrentLinkedQueue<>();

  /** Shared by commands that change something, exclusive while the tables are taken as they are. */
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

  /** Whoever writes to the file; before the gate, if both. */
  private final ReentrantLock writing = new ReentrantLock();

  private final long unsavedLimit = Runtime.getRuntime().maxMemory() / 8;
  private long generation;
  private @Nullable Journal journal;
  private volatile boolean unsaved;
  private volatile boolean closing;

  /** The tables in memory hold a change that no journal holds: nobody may see them any more. */
  private volatile boolean ahead;

  private volatile long lastChange = System.nanoTime();

  /** On files in a directory, or in memory only if it is null. */
  StoreFiles(@Nullable Path directory, Tuning tuning) {
    this(directory, tuning, PiecewiseFile::open);
  }

  StoreFiles(@Nullable Path directory, Tuning tuning, PiecewiseFile.Opener opener) {
    this.durability = tuning.durability();
    this.journalLimit = tuning.journalLimit();
    this.journals = directory == null ? null : new Journals(directory, durability);
    this.store =
        directory == null
            ? new MVStore.Builder().autoCommitDisabled().autoCommitBufferSize(0).open()
            : PiecewiseFile.openStore(directory, opener);
    store.setVersionsToKeep(0);
    store.setRetentionTime(0);
    if (directory == null || journals == null) {
      state = null;
      return;
    }
    try {
      checkFormat(directory);
      state =
          store.openMap(
              "state",
              new MVMap.Builder<String, Long>()
                  .keyType(StringDataType.INSTANCE)
                  .valueType(LongDataType.INSTANCE));
      recover(journals);
    } catch (IOException e) {
      store.closeImmediately();
      throw new UncheckedIOException("The store in " + directory + " cannot be opened", e);
    }
  }

  private void checkFormat(Path where) throws IOException {
    int format = store.getStoreVersion();
    if (format > FORMAT) {
      throw new IOException(
          "The store in " + where + " was written by a later version (format " + format + ")");
    }
    store.setStoreVersion(FORMAT);
  }

  private void recover(Journals left) throws IOException {
    long from = Objects.requireNonNullElse(Objects.requireNonNull(state).get(GENERATION), 0L);
    SortedMap<Long, Path> found = left.found();
    Map<Integer, MVMap<byte[], byte[]>> byNumber = new HashMap<>();
    for (String name : tableNames()) {
      MVMap<byte[], byte[]> map = openMap(name);
      byNumber.put(map.getId(), map);
    }
    Journal.Replay replay =
        new Journal.Replay() {
          @Override
          public void put(int table, Key key, byte[] value) {
            MVMap<byte[], byte[]> map = byNumber.get(table);
            if (map != null) {
              map.put(key.bytes, value);
            }
          }

          @Override
          public void remove(int table, Key key) {
            MVMap<byte[], byte[]> map = byNumber.get(table);
            if (map != null) {
              map.remove(key.bytes);
            }
          }
        };
    for (Path path : found.tailMap(from).values()) {
      Journal.replay(path, replay);
    }
    generation = found.isEmpty() ? from : Math.max(from, found.lastKey());
    awaitWritten(beginJournal(left));
    for (Path old : found.values()) {
      Files.delete(old);
    }
  }

  /**
   * Takes the tables as they are, with the number of the journal that goes on from there, and
   * begins to write them.
   *
   * @return the version that is being written
   */
  private long beginJournal(Journals kept) throws IOException {
    Journal next = kept.begin(generation + 1);
    Objects.requireNonNull(state).put(GENERATION, generation + 1);
    ((PiecewiseFile) store.getFileStore()).expect(store.getUnsavedMemory());
    long version = store.tryCommit();
    while (version < 0) {
      if (store.isClosed()) {
        throw new IOException("The file is closed");
      }
      // whoever has just stopped reading holds the store for a moment
      LockSupport.parkNanos(50_000);
      version = store.tryCommit();
    }
    generation++;
    journal = next;
    unsaved = false;
    return version;
  }

  /** Waits until a version is in the file, whole. */
  private void awaitWritten(long version) {
    while (store.getFileStore().lastChunkVersion() < version) {
      store.executeFilestoreOperation(() -> {});
    }
    if (durability == Durability.POWER_LOSS) {
      store.sync();
    }
  }

  /** The names of the tables that exist. */
  List<String> tableNames() {
    return store.getMapNames().stream().filter(name -> !name.equals("state")).toList();
  }

  /** Opens a table, which is made if there is none of that name. */
  synchronized Table table(String name) {
    Table known = tables.get(name);
    if (known != null) {
      return known;
    }
    if (!store.hasMap(name)) {
      changes().structural();
    }
    Table opened = new Table(openMap(name), this);
    tables.put(name, opened);
    return opened;
  }

  /** Drops a table with all that it holds. */
  synchronized void drop(String name) {
    changes().structural();
    tables.remove(name);
    store.removeMap(openMap(name));
  }

  private MVMap<byte[], byte[]> openMap(String name) {
    return store.openMap(
        name,
        new MVMap.Builder<byte[], byte[]>().keyType(new KeyType()).valueType(ValueType.INSTANCE));
  }

  /** The changes of the command that runs on this thread. */
  Changes changes() {
    Changes changes = RUNNING.get();
    if (changes == null) {
      throw new IllegalStateException("A table was changed outside of a command");
    }
    return changes;
  }

  /**
   * Runs a command that may change tables, and keeps its changes. It must not throw; two commands
   * on the same tables must not run at once.
   *
   * @return what to wait for before the command is acknowledged
   */
  Kept change(Runnable command) {
    Changes changes = Objects.requireNonNullElseGet(spare.poll(), Changes::new);
    Kept kept;
    gate.readLock().lock();
    try {
      refuseWhenBroken();
      RUNNING.set(changes);
      try {
        command.run();
      } finally {
        RUNNING.remove();
      }
      kept = keep(changes);
    } finally {
      gate.readLock().unlock();
    }
    boolean structural = changes.isStructural();
    changes.clear();
    spare.add(changes);
    if (structural) {
      checkpoint();
      // Without one, for somebody else's change could not be kept, this one is not kept either.
      refuseWhenBroken();
    } else if (isJournalFull()) {
      long began = System.nanoTime();
      checkpoint();
      warnOfLongWait(began);
    }
    return kept;
  }

  private Kept keep(Changes changes) {
    if (!changes.isEmpty()) {
      lastChange = System.nanoTime();
      unsaved = true;
    }
    Journal current = journal;
    if (current == null) {
      return () -> {};
    }
    // A new table is unknown to the file until the checkpoint, which keeps these changes too.
    try {
      long length =
          changes.isEmpty() || changes.isStructural() ? current.length() : current.add(changes);
      return () -> awaitForced(current, length);
    } catch (RuntimeException notKept) {
      ahead = true;
      throw notKept;
    }
  }

  private void awaitForced(Journal current, long length) {
    try {
      current.awaitForced(length);
    } catch (RuntimeException notKept) {
      ahead = true;
      throw notKept;
    }
  }

  /**
   * Whoever read what no journal holds could act on it, and it will be gone after the next start:
   * an event would be taken for done that is not.
   */
  private void refuseWhenBroken() {
    if (isBroken()) {
      throw new UncheckedIOException(
          new IOException("The store could not keep a change and ends; nothing can be read now"));
    }
  }

  /** Keeps what a reader sees until it is done, even if a checkpoint replaces it meanwhile. */
  MVStore.TxCounter beginRead() {
    refuseWhenBroken();
    return store.registerVersionUsage();
  }

  void endRead(MVStore.TxCounter reading) {
    store.deregisterVersionUsage(reading);
  }

  boolean isCheckpointDue() {
    return holdsMoreThan(1, 1);
  }

  /** More is changed than the file takes. */
  private boolean isJournalFull() {
    return holdsMoreThan(JOURNALS_WHILE_WRITING, 2);
  }

  private boolean holdsMoreThan(int journals, int timesUnsaved) {
    Journal current = journal;
    return current != null
        && unsaved
        && (current.length() > journals * journalLimit
            || store.getUnsavedMemory() > timesUnsaved * unsavedLimit);
  }

  /** True once the file could not be written: nothing more can be kept until a new start. */
  boolean isBroken() {
    return !closing && (ahead || store.getPanicException() != null || store.isClosed());
  }

  boolean hasUnsavedChanges() {
    return unsaved;
  }

  long nanosSinceLastChange() {
    return System.nanoTime() - lastChange;
  }

  /** Writes the tables to the file, and lets go of the journal. */
  void checkpoint() {
    if (journals == null) {
      return;
    }
    writing.lock();
    try {
      long before = generation;
      Journal old = journal;
      long version = take(journals);
      if (old != null && version >= 0) {
        awaitWritten(version);
        old.settle();
        journals.delete(before);
      }
    } catch (MVStoreException e) {
      // It has closed itself, and the journals have all that was kept.
      throw new UncheckedIOException(new IOException("The file cannot be written", e));
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoint failed: " + e.getMessage(), e);
    } finally {
      writing.unlock();
    }
  }

  /** Takes the tables as they are and begins to write them; -1 if there is nothing to take. */
  private long take(Journals kept) throws IOException {
    long began = System.nanoTime();
    gate.writeLock().lock();
    try {
      Journal old = journal;
      if (old == null || !unsaved || ahead) {
        return -1;
      }
      // What comes after it must not be kept for longer than what it holds.
      awaitForced(old, old.length());
      return beginJournal(kept);
    } finally {
      gate.writeLock().unlock();
      warnOfLongWait(began);
    }
  }

  private static void warnOfLongWait(long began) {
    long millis = (System.nanoTime() - began) / 1_000_000;
    if (millis > LONG_WAIT) {
      LOG.warn("Commands waited for {} ms for a checkpoint", millis);
    }
  }

  /**
   * Marks a part of the data to be written anew by the next checkpoint, to where there is room, so
   * that what it leaves behind is free and the file becomes shorter when its end is free. It
   * appends and never overwrites what the last checkpoint needs; MVStore's own moving of chunks is
   * not used, because an assertion of it fails under this load. Commands go on meanwhile.
   *
   * @param quiet nobody writes at the moment, so that the file may be made as small as it can be
   * @return whether there was anything to be moved
   */
  boolean moveTogether(boolean quiet) {
    if (journals == null) {
      return false;
    }
    writing.lock();
    try {
      refuseWhenBroken();
      int fullness = Math.max(LEAST_FULLNESS, store.getFileStore().getChunksFillRate());
      int bytes = quiet ? MOVED_AT_ONCE : MOVED_AT_ONCE * HALF / fullness;
      boolean moved = store.compact(quiet ? fullnessWhenQuiet() : HALF, bytes);
      if (moved) {
        unsaved = true;
      }
      return moved;
    } finally {
      writing.unlock();
    }
  }

  private int fullnessWhenQuiet() {
    return store.getFillRate() < HALF ? ALL_OF_IT : SPARSE_CHUNKS;
  }

  /** The size of the file in bytes, without the journal. */
  long size() {
    return journals == null ? 0 : store.getFileStore().size();
  }

  @Override
  public void close() {
    closing = true;
    if (!store.isClosed()) {
      checkpoint();
    }
    gate.writeLock().lock();
    try {
      Journal last = journal;
      if (last != null) {
        last.settle();
      }
      if (ahead) {
        store.closeImmediately();
      } else {
        store.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The store cannot be closed", e);
    } finally {
      gate.writeLock().unlock();
    }
  }

  /** What has to happen before a command is acknowledged. */
  @FunctionalInterface
  interface Kept {
    /** Returns when the changes survive what they are to survive. */
    void await();
  }
}
