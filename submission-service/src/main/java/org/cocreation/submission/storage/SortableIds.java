package org.cocreation.submission.storage;

import java.security.SecureRandom;
import java.time.Clock;
import org.cocreation.submission.domain.Ids;
import org.springframework.stereotype.Component;

/**
 * Ids of 26 characters that sort by the millisecond in which they were made: 48 bits of time and 80
 * random bits in Crockford's base 32, as ULIDs are written.
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
    char[] id = new char[TIME_DIGITS + RANDOM_DIGITS];
    long time = clock.millis();
    for (int i = TIME_DIGITS - 1; i >= 0; i--) {
      id[i] = DIGITS[(int) (time & 31)];
      time >>>= 5;
    }
    for (int i = TIME_DIGITS; i < id.length; i++) {
      id[i] = DIGITS[random.nextInt(DIGITS.length)];
    }
    return new String(id);
  }
}
