package org.cocreation.submission.storage;

import java.security.SecureRandom;
import java.time.Clock;
import org.cocreation.defaults.KeyedRequest;
import org.cocreation.submission.domain.Ids;
import org.springframework.stereotype.Component;

/**
 * Ids of 26 characters that sort by the millisecond in which they were made: 48 bits of time and 80
 * random bits in Crockford's base 32, as ULIDs are written. A request under an Idempotency-Key is
 * given the same ids each time it comes.
 */
@Component
final class SortableIds implements Ids {

  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 16;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SortableIds(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String next() {
    return KeyedRequest.current()
        .map(request -> id(request.firstAskedAt().toEpochMilli(), request.drawn()))
        .orElseGet(() -> id(clock.millis(), random()));
  }

  private byte[] random() {
    byte[] bytes = new byte[RANDOM_DIGITS];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String id(long millis, byte[] random) {
    char[] id = new char[TIME_DIGITS + RANDOM_DIGITS];
    long time = millis;
    for (int i = TIME_DIGITS - 1; i >= 0; i--) {
      id[i] = DIGITS[(int) (time & 31)];
      time >>>= 5;
    }
    for (int i = 0; i < RANDOM_DIGITS; i++) {
      id[TIME_DIGITS + i] = DIGITS[random[i] & 31];
    }
    return new String(id);
  }
}
