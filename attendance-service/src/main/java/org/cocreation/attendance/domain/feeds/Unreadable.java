package org.cocreation.attendance.domain.feeds;

/**
 * A file that goes beyond a limit or is not the kind of thing that can be read; the message says
 * what to do about it.
 */
public final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong with the file, in a sentence to act on. */
  public Unreadable(String message) {
    super(message);
  }
}
