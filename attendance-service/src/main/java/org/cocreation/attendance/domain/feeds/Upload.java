package org.cocreation.attendance.domain.feeds;

import org.jspecify.annotations.Nullable;

/**
 * A file as a coordinator brought it, for one session.
 *
 * @param contents its bytes
 * @param text the same as text, for formats that are text
 * @param mapping which column holds what; null when the coordinator left that to be recognised
 * @param frame the session
 */
public record Upload(Contents contents, Text text, @Nullable ColumnMapping mapping, Frame frame) {

  /** Brings a file for a session. */
  public static Upload of(Contents contents, @Nullable ColumnMapping mapping, Frame frame) {
    return new Upload(contents, contents.text(), mapping, frame);
  }
}
