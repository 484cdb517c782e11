package org.cocreation.attendance.domain.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cocreation.attendance.domain.feeds.Recognition.NearMiss;
import org.cocreation.attendance.domain.feeds.Recognition.Recognised;

/**
 * All formats that are known, asked in order: the first that recognises a file reads it.
 *
 * @param known the formats, the most particular first
 */
public record Formats(List<Format> known) {

  private static final int LONGEST_SEEN = 900;

  /** Keeps its own copy. */
  public Formats {
    known = List.copyOf(known);
  }

  /**
   * Reads a file.
   *
   * @return empty when no format recognises it
   * @throws Unreadable when it goes beyond the limits
   */
  public Optional<Reading> read(Upload upload) {
    return ask(upload).reading();
  }

  /**
   * Asks every format until one recognises the file.
   *
   * @throws Unreadable when it goes beyond the limits
   */
  public Answer ask(Upload upload) {
    List<NearMiss> nearMisses = new ArrayList<>();
    for (Format format : known) {
      Recognition recognition = format.read(upload);
      if (recognition instanceof Recognised recognised) {
        return new Answer(Optional.of(recognised.reading()), "");
      }
      if (recognition instanceof NearMiss nearMiss) {
        nearMisses.add(nearMiss);
      }
    }
    return new Answer(Optional.empty(), seen(upload.text(), nearMisses));
  }

  /** The names of the formats, for a person to whom a file came back. */
  public List<String> names() {
    return known.stream().map(Format::name).toList();
  }

  private static String seen(Text text, List<NearMiss> nearMisses) {
    StringBuilder seen = new StringBuilder(text.firstLine());
    for (NearMiss each : nearMisses) {
      seen.append(seen.isEmpty() ? "" : " – ").append(each.sentence());
    }
    return seen.length() > LONGEST_SEEN ? seen.substring(0, LONGEST_SEEN) + "…" : seen.toString();
  }

  /**
   * What the formats make of a file.
   *
   * @param reading what it says; empty when no format recognises it
   * @param seen what an unrecognised file begins with, and what it looks like without being it;
   *     empty for one that was recognised
   */
  public record Answer(Optional<Reading> reading, String seen) {}
}
