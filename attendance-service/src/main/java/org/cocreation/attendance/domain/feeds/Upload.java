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
public record Upload(byte[] contents, Text text, @Nullable ColumnMapping mapping, Frame frame) {

  /** Brings a file for a session. */
  public static Upload of(byte[] contents, @Nullable ColumnMapping mapping, Frame frame) {
    return new Upload(contents.clone(), Text.of(contents), mapping, frame);
  }
}
