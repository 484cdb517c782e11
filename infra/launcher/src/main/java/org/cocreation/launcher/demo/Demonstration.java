package org.cocreation.launcher.demo;

import java.net.URI;
import org.cocreation.launcher.Terminal;

/**
 * Plays one whole programme through the public interfaces of a running platform, asserts its
 * outcome, and prints it. An implementation is found by {@link java.util.ServiceLoader}.
 */
public interface Demonstration {

  /**
   * Where the running platform is.
   *
   * @param portal the address that people open; {@code /api/**} below it are the services
   * @param issuer the identity provider
   * @param mailbox the embedded mailbox's pages and API
   */
  record Stage(URI portal, URI issuer, URI mailbox) {}

  /**
   * Plays it; it can be played again on the same data.
   *
   * @param json whether the outcome is printed as JSON only
   * @return whether the outcome is what it must be
   */
  boolean play(Stage stage, Terminal terminal, boolean json);
}
