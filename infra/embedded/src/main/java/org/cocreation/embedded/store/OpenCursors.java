package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The cursors that clients have not read to their end; a forgotten one is closed after a while. */
final class OpenCursors {

  private final CursorRegistry registry;
  private final Map<Long, StoreCursor> open = new ConcurrentHashMap<>();

  OpenCursors(CursorRegistry registry) {
    this.registry = registry;
  }

  /** Opens a cursor, which calls {@code release} when it is closed. */
  long open(Iterator<Found> rest, Function<Found, Object> form, Runnable release) {
    StoreCursor cursor = new StoreCursor(registry.generateCursorId(), rest, form, release);
    registry.add(cursor);
    open.put(cursor.getId(), cursor);
    return cursor.getId();
  }

  void close(Collection<?> ids) {
    for (Object id : ids) {
      StoreCursor cursor = open.remove(id);
      if (cursor != null) {
        cursor.close();
      }
    }
  }

  /** Closes those that were read to their end, and those that nobody has read from for so long. */
  void closeForgotten(Duration idle) {
    open.values()
        .removeIf(
            cursor -> {
              boolean done = cursor.isEmpty() || cursor.nanosSinceLastUse() > idle.toNanos();
              if (done) {
                registry.remove(cursor.getId());
                cursor.close();
              }
              return done;
            });
  }
}
