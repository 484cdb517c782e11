package org.cocreation.launcher.demo;

/**
 * The demonstration could not go on; the message says at which step and what the platform answered.
 */
public final class DemonstrationFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemonstrationFailed(String message) {
    super(message);
  }

  DemonstrationFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
