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
    EMAIL('E'),
    /** The words of the whole name, in alphabetical order. */
    NAME('N'),
    /** One word of the name; good for suggestions only. */
    WORD('W'),
    /** Two words of the name; good for suggestions only. */
    PAIR('P'),
    /** A word of the name and the initial of another; good for suggestions only. */
    INITIAL('L'),
    /** A word of the name and how another begins or ends; good for suggestions only. */
    EDGE('D'),
    /** How two words of the name sound; good for suggestions only. */
    SOUND('S'),
    /** The letters of the name without its spaces; good for suggestions only. */
    JOINED('J'),
    /** The part of the e-mail address before the at sign; good for suggestions only. */
    MAILBOX('M'),
    /** The institution; good for suggestions only. */
    ORGANISATION('O'),
    /** The identity under which a feed saw somebody. */
    IDENTITY('I');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    /** Its short form where keys are kept; no two are the same, and none changes. */
    public char letter() {
      return letter;
    }
  }
}
