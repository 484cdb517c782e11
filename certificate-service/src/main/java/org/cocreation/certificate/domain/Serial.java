package org.cocreation.certificate.domain;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A certificate's number: unguessable, yet fit to be read aloud and typed. Eleven random characters
 * of Crockford's base 32 (55 bits) and a check character, in groups of four: {@code
 * 7K3M-Q9TF-X2HD}.
 *
 * <p>The check character makes the sum of all characters, each weighted with a power of a generator
 * of GF(32), zero; it therefore finds every single mistyped character and every swap of two.
 *
 * @param value the canonical form with dashes
 */
public record Serial(String value) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 12;
  private static final int[] WEIGHTS = weights();

  public Serial {
    String digits = understood(value);
    if (!fits(digits) || !value.equals(grouped(digits))) {
      throw new IllegalArgumentException("not a serial");
    }
  }

  /** Draws a new serial. */
  public static Serial drawn(RandomGenerator random) {
    StringBuilder digits = new StringBuilder();
    // 55 of these 64 bits: a cryptographic source takes as long for one character as for all.
    long bits = random.nextLong();
    for (int i = 0; i < LENGTH - 1; i++) {
      digits.append(ALPHABET.charAt((int) (bits & 31)));
      bits >>>= 5;
    }
    digits.append(ALPHABET.charAt(sum(digits)));
    return new Serial(grouped(digits.toString()));
  }

  /**
   * What a person meant by this: case, spaces and dashes don't matter, O is read as 0, I and L as
   * 1, U as V. Empty when it can't be a serial, for instance because its check character does not
   * fit.
   */
  public static Optional<Serial> read(String typed) {
    String digits = understood(typed);
    return fits(digits) ? Optional.of(new Serial(grouped(digits))) : Optional.empty();
  }

  /** The typed text in canonical form, whether or not it is a serial; at most 20 characters. */
  public static String tidied(String typed) {
    String digits = understood(typed);
    return grouped(digits.length() > 16 ? digits.substring(0, 16) : digits);
  }

  private static String understood(String typed) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < typed.length(); i++) {
      char upper = Character.toUpperCase(typed.charAt(i));
      char digit =
          switch (upper) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            case 'U' -> 'V';
            default -> upper;
          };
      if (ALPHABET.indexOf(digit) >= 0) {
        digits.append(digit);
      }
    }
    return digits.toString();
  }

  private static String grouped(String digits) {
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && i % 4 == 0) {
        groups.append('-');
      }
      groups.append(digits.charAt(i));
    }
    return groups.toString();
  }

  private static boolean fits(String digits) {
    return digits.length() == LENGTH && ALPHABET.indexOf(digits.charAt(LENGTH - 1)) == sum(digits);
  }

  private static int sum(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum ^= product(ALPHABET.indexOf(digits.charAt(i)), WEIGHTS[i]);
    }
    return sum;
  }

  /** The powers 1 to 11 of x in GF(32); power 0 belongs to the check character. */
  private static int[] weights() {
    int[] weights = new int[LENGTH - 1];
    int power = 1;
    for (int i = 0; i < weights.length; i++) {
      power = product(power, 2);
      weights[i] = power;
    }
    return weights;
  }

  /** Multiplication in GF(32), modulo x^5 + x^2 + 1. */
  private static int product(int a, int b) {
    int product = 0;
    int factor = a;
    for (int bits = b; bits != 0; bits >>= 1) {
      if ((bits & 1) != 0) {
        product ^= factor;
      }
      factor <<= 1;
      if ((factor & 32) != 0) {
        factor ^= 0b100101;
      }
    }
    return product;
  }

  @Override
  public String toString() {
    return value;
  }
}
