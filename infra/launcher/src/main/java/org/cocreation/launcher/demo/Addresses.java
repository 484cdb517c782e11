package org.cocreation.launcher.demo;

import java.net.URI;

/**
 * Where the demonstration finds the running platform.
 *
 * @param portal the one address that people open; the API is below {@code /api}
 * @param identity the issuer that staff sign in at
 * @param mailbox the web address of the embedded mailbox, where the personal links are read
 */
public record Addresses(URI portal, URI identity, URI mailbox) {}
