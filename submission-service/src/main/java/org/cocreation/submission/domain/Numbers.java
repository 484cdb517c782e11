package org.cocreation.submission.domain;

/**
 * Hands out the short numbers that people call things by, each once for a programme and a series.
 *
 * <p>A number may be left out (a submission that fails at the last moment), never given twice.
 */
public interface Numbers {

  /** What is numbered. */
  enum Series {
    NOTES("CN-%03d"),
    COMMITMENTS("C-%02d");

    private final String format;

    Series(String format) {
      this.format = format;
    }

    /** The number as people write it: {@code CN-001}, {@code C-01}. */
    public String written(long number) {
      return format.formatted(number);
    }
  }

  /** The next number of the series, as people write it. */
  String next(ProgrammeId programme, Series series);
}
