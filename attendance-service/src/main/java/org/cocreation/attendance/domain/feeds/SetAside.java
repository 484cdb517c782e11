package org.cocreation.attendance.domain.feeds;

/**
 * A row that was read and says nothing about presence.
 *
 * @param row the line of the file, the first being 1
 * @param reason why
 */
public record SetAside(int row, Reason reason) {

  /** Why a row says nothing about presence. */
  public enum Reason {
    /** The person was kept in the waiting room. */
    WAITING_ROOM("waiting-room"),
    /** The person is listed but did not sign. */
    NOT_SIGNED("not-signed");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    /** Its name on the wire. */
    public String word() {
      return word;
    }
  }
}
