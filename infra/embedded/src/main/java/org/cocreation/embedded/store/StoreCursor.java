package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/** The rest of a query's documents, as they were when it was asked. */
final class StoreCursor extends AbstractCursor {

  /** As much as one reply takes if the client does not say. */
  static final int BYTES_IN_A_REPLY = 4 << 20;

  private final Deque<byte[]> rest;
  private final UnaryOperator<Document> projection;
  private volatile long lastUse = System.nanoTime();

  StoreCursor(long id, List<byte[]> rest, UnaryOperator<Document> projection) {
    super(id);
    this.rest = new ArrayDeque<>(rest);
    this.projection = projection;
  }

  @Override
  public synchronized boolean isEmpty() {
    return rest.isEmpty();
  }

  /** The next ones, as many as asked for; 0 leaves it to the size of a reply. */
  @Override
  public synchronized List<Document> takeDocuments(int numberToReturn) {
    lastUse = System.nanoTime();
    List<Document> taken = new ArrayList<>();
    int bytes = 0;
    while (!rest.isEmpty()
        && bytes < BYTES_IN_A_REPLY
        && (numberToReturn == 0 || taken.size() < numberToReturn)) {
      byte[] document = rest.remove();
      bytes += document.length;
      taken.add(projection.apply(Bson.decode(document)));
    }
    return taken;
  }

  long nanosSinceLastUse() {
    return System.nanoTime() - lastUse;
  }
}
