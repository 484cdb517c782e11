package org.cocreation.attendance.domain.sheet;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a piece of evidence stands: one row of a file, or one thing that a feed without files told.
 * The same thing told again has the same origin.
 *
 * @param channel by which way it came
 * @param source the import, or whoever tells: never blank
 * @param position the row, or the id that the source gives: unique in the source
 */
public record Origin(Channel channel, String source, String position)
    implements Comparable<Origin> {

  // Rows are numbers without leading zeros, so that shorter comes first.
  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::channel)
          .thenComparing(Origin::source)
          .thenComparing(origin -> origin.position().length())
          .thenComparing(Origin::position);

  /** Refuses what names nothing. */
  public Origin {
    if (source.isBlank() || position.isBlank()) {
      throw new IllegalArgumentException("a source tells it, and says which thing it is");
    }
  }

  /**
   * A row of an import.
   *
   * @param row its line in the file, the first being 1
   */
  public static Origin row(String importId, int row) {
    return new Origin(Channel.FILE, importId, String.valueOf(row));
  }

  /** Whether it came with this import. */
  public boolean isOf(String importId) {
    return channel == Channel.FILE && source.equals(importId);
  }

  /** The import, if a file gave it. */
  public @Nullable String importId() {
    return channel == Channel.FILE ? source : null;
  }

  /** The line in that file. */
  public @Nullable Integer row() {
    return channel == Channel.FILE ? Integer.valueOf(position) : null;
  }

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }

  /** By which way evidence comes. */
  public enum Channel {
    /** A file that a coordinator imported. */
    FILE("file"),
    /** A connector that tells what it observes as it happens. */
    FEED("feed"),
    /** A phone at the door. */
    SCAN("scan"),
    /** The personal link to the online room. */
    JOIN_LINK("join-link");

    private final String word;

    Channel(String word) {
      this.word = word;
    }

    /** Its name on the wire. */
    public String word() {
      return word;
    }
  }
}
