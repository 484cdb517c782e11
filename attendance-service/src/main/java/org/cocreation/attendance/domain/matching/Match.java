package org.cocreation.attendance.domain.matching;

import java.util.List;
import java.util.Objects;
import org.cocreation.attendance.domain.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody in a feed is taken for.
 *
 * @param state whether that is settled, and how
 * @param by what settled it; null while waiting
 * @param registrationIds the people credited, in order; empty unless matched
 * @param note what a coordinator should know about it; null when there is nothing to say
 */
public record Match(
    State state, @Nullable By by, List<String> registrationIds, @Nullable Bilingual note) {

  /** Keeps its own copy, and refuses a match with nobody. */
  public Match {
    registrationIds = List.copyOf(registrationIds);
    if ((state == State.MATCHED) == registrationIds.isEmpty()) {
      throw new IllegalArgumentException("people are credited when, and only when, it is a match");
    }
    if ((state == State.WAITING) != (by == null)) {
      throw new IllegalArgumentException("what is settled was settled by something");
    }
  }

  /** Matched to one person. */
  public static Match to(String registrationId, By by) {
    return new Match(State.MATCHED, by, List.of(registrationId), null);
  }

  /** Waiting for a coordinator, for this reason. */
  public static Match waiting(Bilingual note) {
    return new Match(State.WAITING, null, List.of(), Objects.requireNonNull(note));
  }

  /** How far it is settled. */
  public enum State {
    /** Waits for a coordinator's decision. */
    WAITING("waiting"),
    /** One or several people are credited. */
    MATCHED("matched"),
    /** Staff or a speaker: nobody is credited. */
    STAFF("staff"),
    /** Nobody who is registered: nobody is credited. */
    NOBODY("nobody");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** Its name on the wire. */
    public String word() {
      return word;
    }
  }

  /** What settled it. */
  public enum By {
    /** The row itself carries the registration id. */
    REGISTRATION_ID("registration-id"),
    /** The e-mail address. */
    EMAIL("email"),
    /** The exact name, unique in the programme. */
    NAME("name"),
    /** The list itself says that they are host, speaker or helper. */
    ROLE("role"),
    /** A decision about the same identity in another session. */
    REMEMBERED("remembered"),
    /** A coordinator's decision in this session. */
    DECISION("decision");

    private final String word;

    By(String word) {
      this.word = word;
    }

    /** Its name on the wire. */
    public String word() {
      return word;
    }
  }
}
