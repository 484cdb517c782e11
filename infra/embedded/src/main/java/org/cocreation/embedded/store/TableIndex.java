package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * An index that a {@link Table} is, as the library knows it. The collection chooses by itself what
 * it looks up where, so the library is told that no query can be answered here.
 */
abstract class TableIndex extends Index<Key> implements Lookup {

  TableIndex(String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
  }

  @Override
  public final boolean isUnique() {
    return unique();
  }

  @Override
  public final boolean leavesOutMissing() {
    return isSparse();
  }

  @Override
  public final boolean canHandle(Document query) {
    return false;
  }

  @Override
  public final Iterable<Key> getPositions(Document query) {
    throw new UnsupportedOperationException("The collection chooses what it looks up");
  }

  @Override
  public final long getDataSize() {
    return getCount();
  }

  @Override
  public final void drop() {
    // the database drops the table
  }
}
