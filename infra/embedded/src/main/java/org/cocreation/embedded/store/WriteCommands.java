package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The commands that change documents. An ordered one stops at its first error, an unordered one
 * goes on; the reply counts what was done and names every error by its place in the command.
 */
final class WriteCommands {

  private final StoreDatabase database;

  WriteCommands(StoreDatabase database) {
    this.database = database;
  }

  Document insert(Document command) {
    StoreCollection collection = database.collectionForWriting(Fields.text(command, "insert"));
    List<Document> documents = documents(command, "documents");
    List<Document> errors = new ArrayList<>();
    int done = 0;
    try (Inserts inserts = collection.inserts()) {
      for (int i = 0; i < documents.size(); i++) {
        try {
          inserts.insert(
              documents instanceof Received received
                  ? received.insertion(i, collection)
                  : collection.prepare(documents.get(i), null));
          done++;
        } catch (MongoServerException e) {
          errors.add(error(i, e));
          if (isOrdered(command)) {
            break;
          }
        }
      }
    }
    return reply(new Document("n", done), errors);
  }

  /**
   * Updates.
   *
   * @param withArrayFilters answers a command of one update that names elements by array filters
   */
  Document update(Document command, UnaryOperator<Document> withArrayFilters) {
    String name = Fields.text(command, "update");
    List<Document> updates = documents(command, "updates");
    List<Document> upserted = new ArrayList<>();
    List<Document> errors = new ArrayList<>();
    int matched = 0;
    int modified = 0;
    for (int i = 0; i < updates.size(); i++) {
      try {
        Document result = update(name, updates.get(i), withArrayFilters);
        matched += Fields.number(result, "n");
        modified += Fields.number(result, "nModified");
        if (result.containsKey("upserted")) {
          upserted.add(new Document("index", i).append("_id", result.get("upserted")));
        }
      } catch (MongoServerException e) {
        errors.add(error(i, e));
        if (isOrdered(command)) {
          break;
        }
      }
    }
    Document reply = new Document("n", matched + upserted.size()).append("nModified", modified);
    if (!upserted.isEmpty()) {
      reply.put("upserted", upserted);
    }
    return reply(reply, errors);
  }

  private Document update(String name, Document update, UnaryOperator<Document> withArrayFilters) {
    if (!(update.get("u") instanceof Document change)) {
      throw new MongoServerError(
          9, "FailedToParse", "The embedded store has no support for updates by a pipeline");
    }
    refuseCollation(update);
    boolean upsert = Boolean.TRUE.equals(update.get("upsert"));
    StoreCollection existing = database.collection(name);
    if (existing == null && !upsert) {
      return new Document("n", 0).append("nModified", 0);
    }
    StoreCollection collection = database.collectionForWriting(name);
    if (update.get("arrayFilters") instanceof List<?> filters && !filters.isEmpty()) {
      return withArrayFilters(name, Encoded.decoded(update), withArrayFilters);
    }
    return collection.updateDocuments(
        Fields.document(update, "q"),
        change,
        ArrayFilters.empty(),
        Boolean.TRUE.equals(update.get("multi")),
        upsert,
        NoopOplog.get());
  }

  private static Document withArrayFilters(
      String name, Document update, UnaryOperator<Document> answer) {
    Document single =
        new Document("update", name).append("updates", List.of(update)).append("ordered", true);
    Document reply = answer.apply(single);
    if (reply.get("writeErrors") instanceof List<?> errors && !errors.isEmpty()) {
      Document error = (Document) errors.get(0);
      throw new MongoServerError(
          error.get("code") instanceof Integer code ? code : 2,
          String.valueOf(error.get("codeName")),
          String.valueOf(error.get("errmsg")));
    }
    if (reply.get("upserted") instanceof List<?> upserted) {
      Object id = ((Document) upserted.get(0)).get("_id");
      return new Document("n", 0).append("nModified", 0).append("upserted", id);
    }
    return reply;
  }

  Document delete(Document command, Oplog oplog) {
    StoreCollection collection = database.collection(Fields.text(command, "delete"));
    List<Document> errors = new ArrayList<>();
    int deleted = 0;
    List<Document> deletes = documents(command, "deletes");
    for (int i = 0; i < deletes.size() && collection != null; i++) {
      try {
        refuseCollation(deletes.get(i));
        Document query = Fields.document(deletes.get(i), "q");
        int limit = Fields.number(deletes.get(i), "limit", 0);
        deleted += collection.deleteDocuments(query, limit, oplog);
      } catch (MongoServerException e) {
        errors.add(error(i, e));
        if (isOrdered(command)) {
          break;
        }
      }
    }
    return reply(new Document("n", deleted), errors);
  }

  private static void refuseCollation(Document part) {
    if (part.containsKey("collation")) {
      throw new MongoServerError(
          72, "InvalidOptions", "The embedded store has no support for collations");
    }
  }

  private static boolean isOrdered(Document command) {
    return !Boolean.FALSE.equals(command.get("ordered"));
  }

  @SuppressWarnings("unchecked")
  private static List<Document> documents(Document command, String field) {
    return (List<Document>) command.getOrDefault(field, List.of());
  }

  private static Document reply(Document reply, List<Document> errors) {
    if (!errors.isEmpty()) {
      reply.put("writeErrors", errors);
    }
    return reply.append("ok", 1.0);
  }

  private static Document error(int index, MongoServerException e) {
    Document error = new Document("index", index);
    if (e instanceof MongoServerError known) {
      error.put("code", known.getCode());
      error.putIfNotNull("codeName", known.getCodeName());
    } else {
      error.put("code", 2);
    }
    @Nullable String message = e.getMessageWithoutErrorCode();
    return error.append("errmsg", message == null ? "" : message);
  }
}
