package org.cocreation.attendance.domain.sheet;

import java.time.Instant;
import java.util.Optional;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Contents;
import org.jspecify.annotations.Nullable;

/**
 * Files as they were sent: kept until a coordinator has decided about them and for a while after,
 * so that a crash does not lose one that is being brought in and one that was taken back can be
 * accepted again.
 */
public interface Uploads {

  /** Keeps a file under its import's id; again, the same. */
  void keep(String importId, Stored upload);

  /** The file of an import, if it is still kept. */
  Optional<Stored> find(String importId);

  /**
   * Keeps a file that is kept for longer.
   *
   * @return whether it is kept
   */
  boolean keepUntil(String importId, Instant until);

  /** Lets a file go. */
  void drop(String importId);

  /** Lets go of some of what was to be kept until before a time. */
  void dropExpired(Instant now);

  /**
   * A file.
   *
   * @param contents its bytes
   * @param mapping how to read its columns; null when that is left to be recognised
   * @param until until when it is kept
   */
  record Stored(Contents contents, @Nullable ColumnMapping mapping, Instant until) {}
}
