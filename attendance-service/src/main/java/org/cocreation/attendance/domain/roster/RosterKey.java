package org.cocreation.attendance.domain.roster;

/**
 * Something by which a person in a programme can be looked up exactly.
 *
 * @param programmeId the programme
 * @param kind what is compared
 * @param value its normalised form
 */
public record RosterKey(String programmeId, Kind kind, String value) {

  /** What is compared. */
  public enum Kind {
    /** The whole e-mail address. */
    EMAIL,
    /** The whole name. */
    NAME,
    /** One word of the name; good for suggestions only. */
    WORD,
    /** The part of the e-mail address before the at sign; good for suggestions only. */
    MAILBOX,
    /** The identity under which a feed saw somebody. */
    IDENTITY
  }
}
