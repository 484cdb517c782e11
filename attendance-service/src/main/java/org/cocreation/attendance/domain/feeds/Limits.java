package org.cocreation.attendance.domain.feeds;

/**
 * How much a file may hold.
 *
 * @param rows data rows
 * @param lineLength characters in one line
 */
public record Limits(int rows, int lineLength) {

  /** Refuses limits that let nothing through. */
  public Limits {
    if (rows < 1 || lineLength < 1) {
      throw new IllegalArgumentException("a limit lets something through");
    }
  }
}
