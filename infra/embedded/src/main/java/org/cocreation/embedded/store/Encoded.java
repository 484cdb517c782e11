package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.wire.BsonConstants;

/**
 * A value that is BSON already and is written as it is: a document of a reply, or a part of a
 * document that nobody looks into. The array is shared and never changed.
 */
final class Encoded {

  final byte type;
  final byte[] bytes;
  final int from;
  final int length;

  /** A document. */
  Encoded(byte[] document) {
    this(BsonConstants.TYPE_EMBEDDED_DOCUMENT, document, 0, document.length);
  }

  Encoded(byte type, byte[] bytes, int from, int length) {
    this.type = type;
    this.bytes = bytes;
    this.from = from;
    this.length = length;
  }
}
