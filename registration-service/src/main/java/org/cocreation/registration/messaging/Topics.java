package org.cocreation.registration.messaging;

/** Where registration announces its facts, and under which types. */
final class Topics {
  static final String EVENTS = "registration.events";

  /** Compacted; the only one with personal data. */
  static final String CONTACTS = "registration.contacts";

  private Topics() {}

  static String type(String fact) {
    return "org.cocreation.registration." + fact + ".v1";
  }
}
