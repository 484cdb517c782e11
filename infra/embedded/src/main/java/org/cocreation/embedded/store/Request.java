package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A message of a client: a command for a database. Drivers send {@code OP_MSG}; the first message
 * of a connection may still be an {@code OP_QUERY}.
 *
 * @param id what the reply refers to
 * @param legacy whether the reply has to be an {@code OP_REPLY}
 * @param answered whether the client waits for a reply
 * @param command its first field names it
 * @see <a href="https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/">MongoDB's
 *     wire protocol</a>
 */
record Request(int id, boolean legacy, boolean answered, String database, Document command) {

  static final int HEADER = 4 * Integer.BYTES;
  static final int MOST_BYTES = 48_000_000;

  static final int OP_REPLY = 1;
  static final int OP_QUERY = 2004;
  static final int OP_MSG = 2013;

  private static final int CHECKSUM_PRESENT = 1;
  private static final int MORE_TO_COME = 1 << 1;
  private static final int TO_BE_UNDERSTOOD = 0xFFFF;

  private static final String COMMANDS = ".$cmd";

  /** The documents of an insert, which are kept as they came. */
  private static final String DOCUMENTS = "documents";

  private static final String UPDATES = "updates";

  /** The number by which the client knows the message. */
  static int idOf(byte[] message) {
    return BsonReader.int32(message, Integer.BYTES);
  }

  static boolean isLegacy(byte[] message) {
    return operation(message) == OP_QUERY;
  }

  private static int operation(byte[] message) {
    return BsonReader.int32(message, 3 * Integer.BYTES);
  }

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException if it holds something that is not BSON
   * @throws IOException if it is of a kind that is not known here
   */
  static Request read(byte[] message, int length) throws IOException {
    return switch (operation(message)) {
      case OP_MSG -> readMessage(message, length);
      case OP_QUERY -> readQuery(message, length);
      default -> throw new IOException("The operation " + operation(message) + " is not known");
    };
  }

  private static Request readMessage(byte[] message, int length) throws IOException {
    int flags = BsonReader.int32(message, HEADER);
    if ((flags & TO_BE_UNDERSTOOD & ~(CHECKSUM_PRESENT | MORE_TO_COME)) != 0) {
      throw new IOException("The flags " + flags + " are not known");
    }
    int end = (flags & CHECKSUM_PRESENT) == 0 ? length : length - Integer.BYTES;
    BsonReader reader = new BsonReader(message, HEADER + Integer.BYTES, end);
    Document body = null;
    Document sequences = new Document();
    while (!reader.atEnd()) {
      byte kind = reader.int8();
      if (kind == 0 && body == null) {
        body = reader.document();
      } else if (kind == 1) {
        reader = readSequence(reader, message, end, sequences);
      } else {
        throw new IllegalArgumentException("A message has a section of the kind " + kind);
      }
    }
    if (body == null || body.isEmpty() || !(body.get("$db") instanceof String database)) {
      throw new IllegalArgumentException("A message has no command for a database");
    }
    body.putAll(sequences);
    return new Request(idOf(message), false, (flags & MORE_TO_COME) == 0, database, body);
  }

  /** Reads documents that belong to a field of the command, and returns what reads on. */
  private static BsonReader readSequence(
      BsonReader reader, byte[] message, int end, Document sequences) {
    int start = reader.position();
    int size = reader.int32();
    if (size < Integer.BYTES || size > end - start) {
      throw new IllegalArgumentException("A section says that it has " + size + " bytes");
    }
    String field = reader.text();
    BsonReader documents = new BsonReader(message, reader.position(), start + size);
    List<Document> read =
        switch (field) {
          case DOCUMENTS -> Received.read(documents, message);
          case UPDATES -> readAll(documents, BsonReader::statement);
          default -> readAll(documents, BsonReader::document);
        };
    sequences.put(field, read);
    return new BsonReader(message, start + size, end);
  }

  private static List<Document> readAll(BsonReader reader, Function<BsonReader, Document> next) {
    List<Document> documents = new ArrayList<>();
    while (!reader.atEnd()) {
      documents.add(next.apply(reader));
    }
    return documents;
  }

  private static Request readQuery(byte[] message, int length) throws IOException {
    BsonReader reader = new BsonReader(message, HEADER + Integer.BYTES, length);
    String namespace = reader.text();
    if (!namespace.endsWith(COMMANDS)) {
      throw new IOException("Queries other than commands are not known");
    }
    reader.int32();
    reader.int32();
    Document command = reader.document();
    if (command.get("$query") instanceof Document wrapped) {
      command = wrapped;
    }
    if (command.isEmpty()) {
      throw new IllegalArgumentException("A message has no command");
    }
    String database = namespace.substring(0, namespace.length() - COMMANDS.length());
    return new Request(idOf(message), true, true, database, command);
  }
}
