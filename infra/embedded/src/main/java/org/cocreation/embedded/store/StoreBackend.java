package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import io.netty.channel.Channel;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the commands of clients. In one database, commands that change something run one at a
 * time and apart from those that read; a change is kept before it is acknowledged, and so is
 * whatever a refused or idle command has seen.
 */
final class StoreBackend extends AbstractMongoBackend {

  private static final Logger LOG = LoggerFactory.getLogger(StoreBackend.class);

  private static final Set<String> READS =
      Set.of(
          "find",
          "count",
          "distinct",
          "listcollections",
          "listindexes",
          "dbstats",
          "collstats",
          "validate");
  private static final Set<String> WRITES =
      Set.of(
          "insert",
          "update",
          "delete",
          "findandmodify",
          "create",
          "createindexes",
          "drop",
          "dropindexes",
          "dropdatabase");
  private static final Set<String> DATABASES_OF_THE_SERVER = Set.of("admin", "local", "config");

  private final StoreFiles files;
  private final OpenCursors cursors = new OpenCursors(getCursorRegistry());
  private final LongAdder examined = new LongAdder();
  private final Map<String, StoreDatabase> opened = new ConcurrentHashMap<>();
  private final Map<String, ReentrantReadWriteLock> locks = new ConcurrentHashMap<>();

  StoreBackend(StoreFiles files) {
    this.files = files;
    StoreDatabase.namesIn(files).forEach(this::open);
  }

  /** The answer to a command, which its first field names; a failure is an answer too. */
  Document answer(String database, Document command) {
    try {
      return handleCommand(null, database, command.keySet().iterator().next(), command);
    } catch (MongoServerException e) {
      return refusal(e);
    } catch (UncheckedIOException e) {
      return outOfDiskSpace(e);
    } catch (RuntimeException e) {
      if (files.isBroken()) {
        return outOfDiskSpace(e);
      }
      // The command itself stays out of the log: it may hold personal data.
      LOG.error("A command failed", e);
      return failure(e);
    }
  }

  private static Document outOfDiskSpace(RuntimeException e) {
    LOG.error("The store cannot keep changes any more", e);
    return refusal(new MongoServerError(14031, "OutOfDiskSpace", String.valueOf(e.getMessage())));
  }

  /** The answer when something failed that should not have; it tells nothing of the data. */
  static Document failure(RuntimeException e) {
    return refusal(new MongoServerError(1, "InternalError", e.getClass().getSimpleName()));
  }

  static Document refusal(MongoServerException e) {
    Document refusal = new Document("ok", 0.0).append("errmsg", e.getMessageWithoutErrorCode());
    if (e instanceof MongoServerError error) {
      refusal.put("code", error.getCode());
      refusal.putIfNotNull("codeName", error.getCodeName());
    }
    return refusal;
  }

  @Override
  public Document handleCommand(
      @Nullable Channel channel, String database, String command, Document query) {
    String name = command.toLowerCase(Locale.ROOT);
    refuseUnsupported(name, query);
    Supplier<Document> answer = () -> super.handleCommand(channel, database, command, query);
    if (name.equals("hello") || name.equals("ismaster")) {
      return hello(super.handleCommand(channel, database, "ismaster", query));
    } else if (name.equals("listdatabases")) {
      return listDatabases();
    } else if (READS.contains(name) || (name.equals("aggregate") && !writes(query))) {
      open(database);
      return read(database, answer);
    } else if (WRITES.contains(name) || name.equals("aggregate")) {
      open(database);
      if (name.equals("insert")) {
        prepareInsert(database, query);
      }
      return write(database, answer);
    }
    return answer.get();
  }

  /** Does what of an insert can be done while others write. */
  private void prepareInsert(String database, Document query) {
    StoreDatabase existing = opened.get(database);
    if (existing != null
        && query.get("insert") instanceof String name
        && query.get("documents") instanceof Received received) {
      StoreCollection collection = existing.collection(name);
      if (collection != null) {
        received.prepareFor(collection);
      }
    }
  }

  private static void refuseUnsupported(String command, Document query) {
    if (command.equals("renamecollection")) {
      throw new MongoServerError(
          115, "CommandNotSupported", "The embedded store does not rename collections");
    }
    if (command.equals("whatsmyuri")) {
      throw new NoSuchCommandException(command);
    }
    if (query.containsKey("collation")) {
      throw new MongoServerError(
          72, "InvalidOptions", "The embedded store has no support for collations");
    }
    if (query.containsKey("startTransaction") || query.containsKey("txnNumber")) {
      throw new MongoServerError(
          20, "IllegalOperation", "The embedded store has no support for transactions");
    }
  }

  private static boolean writes(Document aggregate) {
    return aggregate.get("pipeline") instanceof List<?> stages
        && stages.stream()
            .anyMatch(
                stage ->
                    stage instanceof Document document
                        && (document.containsKey("$out") || document.containsKey("$merge")));
  }

  private static Document hello(Document answer) {
    return answer
        .append("helloOk", true)
        .append("isWritablePrimary", true)
        .append("readOnly", false);
  }

  private Document listDatabases() {
    List<Document> databases = new ArrayList<>();
    opened.keySet().stream()
        .filter(name -> !DATABASES_OF_THE_SERVER.contains(name))
        .sorted()
        .forEach(name -> databases.add(new Document("name", name).append("empty", false)));
    return new Document("databases", databases).append("totalSize", files.size()).append("ok", 1.0);
  }

  @Override
  public Document getServerStatus() {
    Document status = super.getServerStatus();
    Fields.document(status, "metrics")
        .put("queryExecutor", new Document("scannedObjects", examined.sum()));
    return status;
  }

  private ReentrantReadWriteLock lock(String database) {
    return locks.computeIfAbsent(database, name -> new ReentrantReadWriteLock());
  }

  private Document read(String database, Supplier<Document> command) {
    ReentrantReadWriteLock lock = lock(database);
    lock.readLock().lock();
    MVStore.TxCounter reading = files.beginRead();
    try {
      return command.get();
    } finally {
      files.endRead(reading);
      lock.readLock().unlock();
    }
  }

  private Document write(String database, Supplier<Document> command) {
    AtomicReference<@Nullable Document> answer = new AtomicReference<>();
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    StoreFiles.Kept kept;
    ReentrantReadWriteLock lock = lock(database);
    lock.writeLock().lock();
    try {
      kept =
          files.change(
              () -> {
                try {
                  answer.set(command.get());
                } catch (RuntimeException e) {
                  failure.set(e);
                }
              });
    } finally {
      lock.writeLock().unlock();
    }
    kept.await();
    RuntimeException thrown = failure.get();
    Document result = answer.get();
    if (thrown != null || result == null) {
      throw thrown != null ? thrown : new IllegalStateException("A command had no answer");
    }
    return result;
  }

  private void open(String database) {
    if (!opened.containsKey(database)) {
      write(
          database,
          () -> {
            resolveDatabase(database);
            return new Document();
          });
    }
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return opened.computeIfAbsent(
        name, n -> new StoreDatabase(n, files, getCursorRegistry(), cursors, examined));
  }

  @Override
  public void dropDatabase(String name) {
    super.dropDatabase(name);
    opened.remove(name);
  }

  /** Deletes what has expired by an index with {@code expireAfterSeconds}. */
  void deleteExpired(Instant now) {
    opened.forEach(
        (name, database) -> {
          List<Document> expiring = new ArrayList<>();
          read(
              name,
              () -> {
                expiring.addAll(database.expiringIndexes());
                return new Document();
              });
          for (Document index : expiring) {
            deleteExpired(name, index, now);
          }
        });
  }

  private void deleteExpired(String database, Document index, Instant now) {
    String collection = Fields.text(index, "ns").substring(database.length() + 1);
    String field = Fields.document(index, "key").keySet().iterator().next();
    long seconds = Fields.number(index, "expireAfterSeconds");
    Document expired = new Document(field, new Document("$lte", now.minusSeconds(seconds)));
    Document delete = new Document("q", expired).append("limit", 0);
    handleCommand(
        null,
        database,
        "delete",
        new Document("delete", collection).append("deletes", List.of(delete)));
  }

  @Override
  protected Document handleGetMore(String database, String command, Document query) {
    if (!(query.get(command) instanceof Long id)) {
      throw new MongoServerError(14, "TypeMismatch", "A cursor is a number of 64 bits");
    }
    if (!(getCursorRegistry().getCursor(id) instanceof StoreCursor cursor)) {
      return super.handleGetMore(database, command, query);
    }
    List<Object> batch = cursor.take(Fields.number(query, "batchSize", 0));
    boolean done = cursor.isEmpty();
    if (done) {
      getCursorRegistry().remove(cursor);
    }
    Document contents =
        new Document("id", done ? 0L : id)
            .append("ns", database + "." + Fields.text(query, "collection"))
            .append("nextBatch", batch);
    return new Document("cursor", contents).append("ok", 1.0);
  }

  @Override
  protected Document handleKillCursors(Document query) {
    cursors.close((List<?>) query.getOrDefault("cursors", List.of()));
    return super.handleKillCursors(query);
  }

  void closeForgottenCursors(Duration idle) {
    cursors.closeForgotten(idle);
  }

  @Override
  public void close() {
    super.close();
    files.close();
  }
}
