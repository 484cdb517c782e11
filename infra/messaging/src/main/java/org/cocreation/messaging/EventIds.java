package org.cocreation.messaging;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Ids for events: UUIDs of version 7, so that they sort by when they were made. */
final class EventIds {

  private static final int BYTES_EACH = 10;
  private static final int DRAWN_AT_ONCE = 256;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ThreadLocal<ByteBuffer> DRAWN =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(BYTES_EACH * DRAWN_AT_ONCE).limit(0));

  private EventIds() {}

  static String at(long epochMilli) {
    ByteBuffer drawn = DRAWN.get();
    if (!drawn.hasRemaining()) {
      byte[] random = new byte[BYTES_EACH * DRAWN_AT_ONCE];
      RANDOM.nextBytes(random);
      drawn.clear().put(random).flip();
    }
    long high = (epochMilli << 16) | 0x7000L | (drawn.getShort() & 0x0FFFL);
    long low = (drawn.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }
}
