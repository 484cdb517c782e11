package org.cocreation.embedded.store;

/**
 * A document of a reply that is BSON already, so that it goes to the client as it is kept. The
 * array is shared and never changed.
 */
final class Encoded {

  final byte[] bytes;

  Encoded(byte[] bytes) {
    this.bytes = bytes;
  }
}
