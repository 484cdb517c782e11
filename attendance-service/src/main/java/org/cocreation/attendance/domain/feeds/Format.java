package org.cocreation.attendance.domain.feeds;

/**
 * One kind of file that coordinators bring.
 *
 * <p>A format knows its files by their shape, never by their name, and is honest: a file of another
 * shape is not its own, a line that it cannot read is a problem with its row and column, and
 * everything else becomes a sighting. It changes nothing and keeps nothing.
 */
public interface Format {

  /** Its name on the wire, such as {@code zoom-meeting}. */
  String name();

  /**
   * Reads a file of this format.
   *
   * @return what it says; or that the file has another shape, and in what it comes near
   * @throws Unreadable when the file goes beyond the limits
   */
  Recognition read(Upload upload);
}
