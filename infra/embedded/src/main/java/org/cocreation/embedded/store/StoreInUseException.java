package org.cocreation.embedded.store;

import java.nio.file.Path;

/** The directory belongs to a store that is running, in this process or in another. */
public final class StoreInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreInUseException(Path directory, Throwable cause) {
    super(
        "The directory "
            + directory
            + " is in use by another document store. Stop that one, or choose another directory.",
        cause);
  }
}
