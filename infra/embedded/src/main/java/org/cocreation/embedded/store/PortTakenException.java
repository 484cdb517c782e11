package org.cocreation.embedded.store;

/** Something else listens at the port already. */
public final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PortTakenException(String host, int port, Throwable cause) {
    super(
        "Port " + port + " of " + host + " is taken. Stop what uses it, or choose another.", cause);
  }
}
