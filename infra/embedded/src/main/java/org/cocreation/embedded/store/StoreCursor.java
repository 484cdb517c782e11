package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cocreation.embedded.store.StoreCollection.Found;

/**
 * The rest of a query's documents, read as the client asks for them. What is read from stays as it
 * was when the query was asked, until the cursor is closed.
 */
final class StoreCursor extends AbstractCursor {

  /** As much as one reply takes if the client does not say. */
  static final int BYTES_IN_A_REPLY = 4 << 20;

  private final Iterator<Found> rest;
  private final UnaryOperator<Document> projection;
  private final Runnable release;
  private volatile long lastUse = System.nanoTime();
  private boolean closed;

  StoreCursor(long id, Iterator<Found> rest, UnaryOperator<Document> projection, Runnable release) {
    super(id);
    this.rest = rest;
    this.projection = projection;
    this.release = release;
  }

  @Override
  public synchronized boolean isEmpty() {
    return closed || !rest.hasNext();
  }

  /** The next ones, as many as asked for; 0 leaves it to the size of a reply. */
  @Override
  public synchronized List<Document> takeDocuments(int numberToReturn) {
    lastUse = System.nanoTime();
    int most = numberToReturn == 0 ? Integer.MAX_VALUE : numberToReturn;
    List<Document> taken = closed ? List.of() : take(rest, most, projection);
    if (isEmpty()) {
      close();
    }
    return taken;
  }

  /** As many of the next ones as asked for, and no more than a reply takes. */
  static List<Document> take(Iterator<Found> found, int most, UnaryOperator<Document> projection) {
    List<Document> taken = new ArrayList<>();
    int bytes = 0;
    while (taken.size() < most && bytes < BYTES_IN_A_REPLY && found.hasNext()) {
      Found next = found.next();
      bytes += next.bytes().length;
      taken.add(projection.apply(next.document()));
    }
    return taken;
  }

  synchronized void close() {
    if (!closed) {
      closed = true;
      release.run();
    }
  }

  long nanosSinceLastUse() {
    return System.nanoTime() - lastUse;
  }
}
