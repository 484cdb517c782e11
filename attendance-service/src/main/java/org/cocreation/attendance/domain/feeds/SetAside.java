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
    NOT_SIGNED("not-signed"),
    /** The person registered with the platform that held the session, and never came. */
    NO_SHOW("no-show"),
    /** The row sums up people whom the tool does not name. */
    ANONYMOUS("anonymous"),
    /** The row tells of something else than coming or going. */
    OTHER_ACTION("other-action");

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
