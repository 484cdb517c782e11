package org.cocreation.attendance.domain.feeds;

import java.util.List;

/** What a format says to a file. */
public sealed interface Recognition {

  /** The file is of this format, and this is what it says. */
  static Recognition of(Reading reading) {
    return new Recognised(reading);
  }

  /** The file has another shape. */
  static Recognition none() {
    return new Other();
  }

  /**
   * The file is of this format.
   *
   * @param reading what it says
   */
  record Recognised(Reading reading) implements Recognition {}

  /**
   * The file looks much like this format, but something that cannot be done without is missing.
   *
   * @param format the format's name
   * @param found the headers by which it looks like it, as they stand in the file
   * @param missing the columns or sections that are missing, as the format's own program calls them
   */
  record NearMiss(String format, List<String> found, List<String> missing) implements Recognition {

    /** Keeps its own copies. */
    public NearMiss {
      found = List.copyOf(found);
      missing = List.copyOf(missing);
    }

    /** A sentence to act on. */
    public String sentence() {
      return "It looks like "
          + format
          + " ("
          + quoted(found)
          + "), but "
          + quoted(missing)
          + (missing.size() == 1 ? " is missing." : " are missing.");
    }

    private static String quoted(List<String> words) {
      return String.join(", ", words.stream().map(each -> "“" + each + "”").toList());
    }
  }

  /** The file has another shape. */
  record Other() implements Recognition {}
}
