package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds documents by the order of some of their fields. */
interface Lookup {

  /** The fields, in the order in which they are sorted by. */
  List<IndexKey> fields();

  /** True if no two documents have the same values in the fields. */
  boolean unique();

  /** True if documents that have none of the fields are not to be found here. */
  boolean leavesOutMissing();

  /** A bit for each field, set if some document has an array on the way to it. */
  int arrays();

  /** The documents whose keys are in the range; one with arrays may come more than once. */
  Iterator<Candidate> candidates(KeyRange range, boolean backwards);

  /**
   * A document that may match: its key in the table of documents, and its bytes unless they have to
   * be fetched.
   */
  final class Candidate {
    private final Key position;
    private final byte @Nullable [] document;

    Candidate(Key position, byte @Nullable [] document) {
      this.position = position;
      this.document = document;
    }

    Key position() {
      return position;
    }

    byte @Nullable [] document() {
      return document;
    }
  }
}
