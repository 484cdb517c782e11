package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A database: its collections, their indexes, and the commands on them. The commands that the
 * library answers wrongly or only by reading everything are answered by {@link WriteCommands} and
 * {@link ReadCommands}.
 */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Key> {

  private static final String DOCUMENTS = "documents";
  private static final String INDEX = "index";
  private static final String SEPARATOR = "\u0001";

  private final StoreFiles files;
  private final LongAdder examined;
  private final ReadCommands reads;
  private final WriteCommands writes;

  StoreDatabase(
      String name, StoreFiles files, CursorRegistry cursors, OpenCursors open, LongAdder examined) {
    super(name, cursors);
    this.files = files;
    this.examined = examined;
    this.reads = new ReadCommands(this, files, open);
    this.writes = new WriteCommands(this);
    initializeNamespacesAndIndexes();
  }

  /** The names of the databases that have a table. */
  static List<String> namesIn(StoreFiles files) {
    return files.tableNames().stream()
        .map(table -> table.split(SEPARATOR, 3))
        .filter(parts -> parts.length == 3)
        .map(parts -> parts[1])
        .distinct()
        .toList();
  }

  @Override
  public Document handleCommand(
      @Nullable Channel channel,
      String command,
      Document query,
      DatabaseResolver resolver,
      Oplog oplog) {
    return switch (command.toLowerCase(Locale.ROOT)) {
      case "find" -> reads.find(query);
      case "aggregate" -> reads.aggregate(query, resolver, oplog);
      case "insert" -> writes.insert(query);
      case "update" -> writes.update(query, single -> one(channel, single, resolver, oplog));
      case "delete" -> writes.delete(query, oplog);
      case "dropindexes" -> dropIndexes(query);
      case "getlasterror", "reseterror" -> throw new NoSuchCommandException(command);
      case "createindexes" -> {
        refuseWhatIndexesCannotDo(query);
        yield super.handleCommand(channel, command, query, resolver, oplog);
      }
      case "listcollections" ->
          filtered(super.handleCommand(channel, command, query, resolver, oplog), query);
      default -> super.handleCommand(channel, command, query, resolver, oplog);
    };
  }

  private Document one(
      @Nullable Channel channel, Document single, DatabaseResolver resolver, Oplog oplog) {
    return super.handleCommand(channel, "update", single, resolver, oplog);
  }

  /** The collection, or null if there is none. */
  @Nullable StoreCollection collection(String name) {
    return (StoreCollection) resolveCollection(name, false);
  }

  /** The collection, which is made if there is none. */
  StoreCollection collectionForWriting(String name) {
    if (name.startsWith("system.")) {
      throw new MongoServerError(73, "InvalidNamespace", "cannot write to '" + name + "'");
    }
    return (StoreCollection) resolveOrCreateCollection(name);
  }

  /** The outcome of the last command is kept for {@code getLastError} only, which is gone. */
  @Override
  protected void clearLastStatus(@Nullable Channel channel) {
    // nothing is kept
  }

  @Override
  protected void putLastResult(@Nullable Channel channel, Document result) {
    // nothing is kept
  }

  private static Document filtered(Document answer, Document query) {
    if (answer.get("cursor") instanceof Document cursor
        && query.get("filter") instanceof Document filter
        && cursor.get("firstBatch") instanceof List<?> all) {
      DefaultQueryMatcher matcher = new DefaultQueryMatcher();
      cursor.put(
          "firstBatch",
          all.stream().filter(one -> matcher.matches((Document) one, filter)).toList());
    }
    return answer;
  }

  private static void refuseWhatIndexesCannotDo(Document query) {
    for (Object index : (List<?>) query.getOrDefault("indexes", List.of())) {
      Document description = (Document) index;
      for (String option : List.of("partialFilterExpression", "collation", "wildcardProjection")) {
        if (description.containsKey(option)) {
          throw cannotCreate("the option '" + option + "'");
        }
      }
      for (Map.Entry<String, Object> key : Fields.document(description, "key").entrySet()) {
        if (!(key.getValue() instanceof Number) || key.getKey().contains("$**")) {
          throw cannotCreate("an index of the kind '" + key.getValue() + "'");
        }
      }
    }
  }

  private static MongoServerError cannotCreate(String what) {
    return new MongoServerError(
        67, "CannotCreateIndex", "The embedded store has no support for " + what);
  }

  private Document dropIndexes(Document query) {
    StoreCollection collection = collection(Fields.text(query, "dropIndexes"));
    if (collection == null) {
      throw new MongoServerError(26, "NamespaceNotFound", "ns not found");
    }
    Object wanted = query.get("index");
    List<Index<Key>> dropped = new ArrayList<>();
    for (Index<Key> index : collection.getIndexes()) {
      boolean named = index.getName().equals(wanted);
      boolean described = wanted instanceof Document key && key.equals(keyOf(index));
      if (index instanceof SortedIndex && (named || described || "*".equals(wanted))) {
        dropped.add(index);
      } else if (index instanceof IdIndex && named) {
        throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
      }
    }
    if (dropped.isEmpty() && !"*".equals(wanted)) {
      throw new IndexNotFoundException("index not found with name [" + wanted + "]");
    }
    for (Index<Key> index : dropped) {
      dropIndex(collection, index.getName());
      Document description =
          new Document("ns", collection.getFullName()).append("name", index.getName());
      getOrCreateIndexesCollection().deleteDocuments(description, 0);
    }
    return new Document("ok", 1.0);
  }

  private static Document keyOf(Index<Key> index) {
    Document key = new Document();
    index.getKeys().forEach(field -> key.put(field.getKey(), field.isAscending() ? 1 : -1));
    return key;
  }

  /** The descriptions of the indexes that let documents expire. */
  List<Document> expiringIndexes() {
    List<Document> expiring = new ArrayList<>();
    MongoCollection<Key> descriptions = indexes.get();
    if (descriptions != null) {
      for (Document description : descriptions.queryAll()) {
        if (description.get("expireAfterSeconds") instanceof Number) {
          expiring.add(description);
        }
      }
    }
    return expiring;
  }

  @Override
  protected Index<Key> openOrCreateUniqueIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    if (keys.size() == 1 && keys.get(0).getKey().equals(IdIndex.ID)) {
      return new IdIndex(index, keys, files.table(documentsOf(collection)));
    }
    return sortedIndex(collection, index, keys, true, sparse);
  }

  @Override
  protected Index<Key> openOrCreateSecondaryIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    return sortedIndex(collection, index, keys, false, sparse);
  }

  private Index<Key> sortedIndex(
      String collection, String index, List<IndexKey> keys, boolean unique, boolean sparse) {
    for (Index<Key> existing : existingIndexes(collection)) {
      // A description that differs must not touch the table of the index that it clashes with.
      if (existing.getName().equals(index)) {
        return new SortedIndex(index, keys, unique, sparse, ((SortedIndex) existing).table());
      }
    }
    Table table = files.table(entriesOf(collection, index));
    return new SortedIndex(index, keys, unique, sparse, table);
  }

  private List<Index<Key>> existingIndexes(String collection) {
    StoreCollection existing = collection(collection);
    return existing == null ? List.of() : existing.getIndexes();
  }

  @Override
  protected void dropIndex(MongoCollection<Key> collection, String index) {
    boolean hasTable =
        collection.getIndexes().stream()
            .anyMatch(one -> one instanceof SortedIndex && one.getName().equals(index));
    super.dropIndex(collection, index);
    if (hasTable) {
      files.drop(entriesOf(collection.getCollectionName(), index));
    }
  }

  @Override
  protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
    Table documents = files.table(documentsOf(name));
    return new StoreCollection(this, name, options, cursorRegistry, documents, examined);
  }

  @Override
  public void dropCollection(String name, Oplog oplog) {
    super.dropCollection(name, oplog);
    files.drop(documentsOf(name));
  }

  private String documentsOf(String collection) {
    return String.join(SEPARATOR, DOCUMENTS, databaseName, collection);
  }

  private String entriesOf(String collection, String index) {
    return String.join(SEPARATOR, INDEX, databaseName, collection, index);
  }

  @Override
  protected long getStorageSize() {
    return files.size();
  }

  @Override
  protected long getFileSize() {
    return files.size();
  }
}
