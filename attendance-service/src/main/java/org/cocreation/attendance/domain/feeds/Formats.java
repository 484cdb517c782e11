package org.cocreation.attendance.domain.feeds;

import java.util.List;
import java.util.Optional;

/**
 * All formats that are known, asked in order: the first that recognises a file reads it.
 *
 * @param known the formats, the most particular first
 */
public record Formats(List<Format> known) {

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
    for (Format format : known) {
      Optional<Reading> reading = format.read(upload);
      if (reading.isPresent()) {
        return reading;
      }
    }
    return Optional.empty();
  }

  /** The names of the formats, for a person to whom a file came back. */
  public List<String> names() {
    return known.stream().map(Format::name).toList();
  }
}
