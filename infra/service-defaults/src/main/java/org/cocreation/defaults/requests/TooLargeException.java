package org.cocreation.defaults.requests;

import java.io.IOException;

/** A body grew beyond its limit while it was read. */
public final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  TooLargeException(long limit) {
    super("The body is larger than " + limit + " bytes");
  }
}
