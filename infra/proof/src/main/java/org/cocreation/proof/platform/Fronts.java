package org.cocreation.proof.platform;

import org.cocreation.launcher.Ports;

/**
 * The ports under which the platform finds its backing services: their own, or those of something
 * that a proof puts in between.
 *
 * @param store of the document store
 * @param broker also the only address that the broker gives its clients
 * @param smtp of the mail server
 */
public record Fronts(int store, int broker, int smtp) {

  /** Nothing in between. */
  public static Fronts none(Ports ports) {
    return new Fronts(
        ports.of(Ports.Name.STORE), ports.of(Ports.Name.BROKER), ports.of(Ports.Name.SMTP));
  }
}
