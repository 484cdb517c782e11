package org.cocreation.attendance.domain.matching.comparison;

/**
 * How similar two texts are by the measure of PHP's {@code similar_text}: the letters of the
 * longest stretch that they share, plus those of what is left of it and right of it by the same
 * measure; twice that in percent of both lengths.
 */
final class SimilarText {

  private SimilarText() {}

  static double percent(String one, String other) {
    int letters = one.length() + other.length();
    return letters == 0
        ? 0
        : shared(one, 0, one.length(), other, 0, other.length()) * 200.0 / letters;
  }

  private static int shared(String one, int a, int aEnd, String other, int b, int bEnd) {
    int longest = 0;
    int atOne = 0;
    int atOther = 0;
    for (int i = a; i + longest < aEnd; i++) {
      for (int j = b; j + longest < bEnd; j++) {
        int length = 0;
        while (i + length < aEnd
            && j + length < bEnd
            && one.charAt(i + length) == other.charAt(j + length)) {
          length++;
        }
        if (length > longest) {
          longest = length;
          atOne = i;
          atOther = j;
        }
      }
    }
    if (longest == 0) {
      return 0;
    }
    return longest
        + shared(one, a, atOne, other, b, atOther)
        + shared(one, atOne + longest, aEnd, other, atOther + longest, bEnd);
  }
}
