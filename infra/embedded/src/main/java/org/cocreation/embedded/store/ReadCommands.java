package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The commands that read a collection by its indexes: find, and aggregations that begin with a
 * match.
 */
final class ReadCommands {

  /** How many documents the first reply takes if the client does not say. */
  private static final int FIRST_BATCH = 1_000;

  private final StoreDatabase database;
  private final StoreFiles files;
  private final OpenCursors cursors;

  ReadCommands(StoreDatabase database, StoreFiles files, OpenCursors cursors) {
    this.database = database;
    this.files = files;
    this.cursors = cursors;
  }

  Document find(Document command) {
    String name = Fields.text(command, "find");
    StoreCollection collection = database.collection(name);
    if (collection == null) {
      return reply(name, List.of(), 0);
    }
    Function<Found, Object> form = form(collection, (Document) command.get("projection"));
    MVStore.TxCounter reading = files.beginRead();
    Runnable release = () -> files.endRead(reading);
    boolean kept = false;
    try {
      Iterator<Found> found =
          collection.find(
              (Document) command.getOrDefault("filter", new Document()),
              (Document) command.get("sort"),
              Fields.number(command, "skip", 0),
              Math.abs(Fields.number(command, "limit", 0)));
      int most = Fields.number(command, "batchSize", FIRST_BATCH);
      List<Object> batch = StoreCursor.take(found, most, form);
      kept = !Boolean.TRUE.equals(command.get("singleBatch")) && found.hasNext();
      return reply(name, batch, kept ? cursors.open(found, form, release) : 0);
    } finally {
      if (!kept) {
        release.run();
      }
    }
  }

  /** What of a document goes into the reply: itself as it is kept, or what a projection leaves. */
  private static Function<Found, Object> form(
      StoreCollection collection, @Nullable Document projection) {
    if (projection == null || projection.isEmpty()) {
      return found -> new Encoded(found.bytes());
    }
    Inclusion inclusion = Inclusion.of(projection);
    return inclusion != null
        ? found -> inclusion.of(found.bytes())
        : found -> collection.project(found.document(), projection);
  }

  Document aggregate(Document command, DatabaseResolver resolver, Oplog oplog) {
    if (!(command.get("aggregate") instanceof String name)) {
      throw new MongoServerError(
          73, "InvalidNamespace", "The embedded store aggregates collections only");
    }
    StoreCollection collection = database.collection(name);
    if (collection == null) {
      return reply(name, List.of(), 0);
    }
    List<Document> pipeline = Aggregation.parse(command.get("pipeline"));
    if (!pipeline.isEmpty() && pipeline.get(0).containsKey("$changeStream")) {
      throw new MongoServerError(
          40573, "Location40573", "The $changeStream stage is only supported on replica sets");
    }
    Document counted = count(collection, pipeline);
    if (counted != null) {
      return reply(name, counted.isEmpty() ? List.of() : List.of(counted), 0);
    }
    Aggregation aggregation =
        Aggregation.fromPipeline(pipeline, resolver, database, collection, oplog);
    aggregation.validate(command);
    Stream<Document> source = source(collection, pipeline).map(Found::document);
    List<Document> result = aggregation.runStagesAsStream(source).toList();
    return reply(name, result, 0);
  }

  /** What the first stages of the pipeline let through, looked up as a find would. */
  private static Stream<Found> source(StoreCollection collection, List<Document> pipeline) {
    Document query = new Document();
    Document orderBy = null;
    if (!pipeline.isEmpty() && pipeline.get(0).get("$match") instanceof Document match) {
      query = match;
      if (pipeline.size() > 1 && pipeline.get(1).get("$sort") instanceof Document sort) {
        orderBy = sort;
      }
    }
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(collection.find(query, orderBy, 0, 0), 0), false);
  }

  /** The answer to what drivers send for countDocuments; null if the pipeline is something else. */
  private static @Nullable Document count(StoreCollection collection, List<Document> pipeline) {
    Document query = new Document();
    int skip = 0;
    int limit = 0;
    for (int i = 0; i < pipeline.size(); i++) {
      Map.Entry<String, Object> stage = pipeline.get(i).entrySet().iterator().next();
      Object argument = stage.getValue();
      if (stage.getKey().equals("$match") && i == 0 && argument instanceof Document match) {
        query = match;
      } else if (stage.getKey().equals("$skip") && limit == 0 && skip == 0) {
        skip = ((Number) argument).intValue();
      } else if (stage.getKey().equals("$limit") && limit == 0) {
        limit = ((Number) argument).intValue();
      } else if (i == pipeline.size() - 1
          && stage.getKey().equals("$group")
          && argument instanceof Document group
          && group.keySet().equals(java.util.Set.of("_id", "n"))
          && group.get("_id") instanceof Number
          && Objects.equals(group.get("n"), new Document("$sum", 1))) {
        int count = collection.count(query, skip, limit);
        return count == 0
            ? new Document()
            : new Document("_id", group.get("_id")).append("n", count);
      } else {
        return null;
      }
    }
    return null;
  }

  private Document reply(String collection, List<?> batch, long cursor) {
    Document contents =
        new Document("id", cursor)
            .append("ns", database.getDatabaseName() + "." + collection)
            .append("firstBatch", batch);
    return new Document("cursor", contents).append("ok", 1.0);
  }
}
