package org.cocreation.registration.domain.registration;

import java.security.SecureRandom;
import java.time.Clock;
import org.cocreation.registration.domain.RegistrationId;

/**
 * Makes registration ids: 10 characters of time in milliseconds, 16 random ones, in an alphabet
 * that sorts (Crockford's).
 */
public final class RegistrationIds {
  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int TIME_CHARACTERS = 10;
  private static final int RANDOM_CHARACTERS = 16;

  private final Clock clock;
  private final SecureRandom random;

  public RegistrationIds(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  public RegistrationId next() {
    char[] text = new char[TIME_CHARACTERS + RANDOM_CHARACTERS];
    long time = clock.millis();
    for (int i = TIME_CHARACTERS - 1; i >= 0; i--) {
      text[i] = ALPHABET[(int) (time & 31)];
      time >>>= 5;
    }
    byte[] bytes = new byte[RANDOM_CHARACTERS];
    random.nextBytes(bytes);
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      text[TIME_CHARACTERS + i] = ALPHABET[bytes[i] & 31];
    }
    return new RegistrationId(new String(text));
  }
}
