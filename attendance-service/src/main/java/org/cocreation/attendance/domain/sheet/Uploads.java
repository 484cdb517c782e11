package org.cocreation.attendance.domain.sheet;

import java.time.Instant;
import java.util.Optional;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Contents;
import org.jspecify.annotations.Nullable;

/**
 * Files as they were brought: kept while an import is being applied, so that a crash does not lose
 * it, and for a time when no format recognised them.
 */
public interface Uploads {

  /** Keeps a file under its import's id; again, the same. */
  void keep(String importId, Stored upload);

  /** The file of an import, if it is still kept. */
  Optional<Stored> find(String importId);

  /** Lets a file go. */
  void drop(String importId);

  /** Lets go of what was kept before a time. */
  void dropKeptBefore(Instant time);

  /**
   * A file.
   *
   * @param contents its bytes
   * @param mapping how to read its columns; null when that is left to be recognised
   * @param keptAt when it was kept
   */
  record Stored(Contents contents, @Nullable ColumnMapping mapping, Instant keptAt) {}
}
