package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * The rest of a query's documents, read as the client asks for them. What is read from stays as it
 * was when the query was asked, until the cursor is closed.
 */
final class StoreCursor extends AbstractCursor {

  /** As much as one reply takes if the client does not say. */
  static final int BYTES_IN_A_REPLY = 4 << 20;

  private final Iterator<Found> rest;
  private final Function<Found, Object> form;
  private final Runnable release;
  private volatile long lastUse = System.nanoTime();
  private boolean closed;

  StoreCursor(long id, Iterator<Found> rest, Function<Found, Object> form, Runnable release) {
    super(id);
    this.rest = rest;
    this.form = form;
    this.release = release;
  }

  @Override
  public synchronized boolean isEmpty() {
    return closed || !rest.hasNext();
  }

  @Override
  public List<Document> takeDocuments(int numberToReturn) {
    throw new UnsupportedOperationException("They are taken as they are sent");
  }

  /** The next ones, as many as asked for; 0 leaves it to the size of a reply. */
  synchronized List<Object> take(int numberToReturn) {
    lastUse = System.nanoTime();
    int most = numberToReturn == 0 ? Integer.MAX_VALUE : numberToReturn;
    List<Object> taken = closed ? List.of() : take(rest, most, form);
    if (isEmpty()) {
      close();
    }
    return taken;
  }

  /** As many of the next ones as asked for, and no more than a reply takes, in the form given. */
  static List<Object> take(Iterator<Found> found, int most, Function<Found, Object> form) {
    List<Object> taken = new ArrayList<>();
    int bytes = 0;
    while (taken.size() < most && bytes < BYTES_IN_A_REPLY && found.hasNext()) {
      Found next = found.next();
      bytes += next.bytes().length;
      taken.add(form.apply(next));
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
