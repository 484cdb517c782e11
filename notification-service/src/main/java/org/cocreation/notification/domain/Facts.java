package org.cocreation.notification.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an e-mail tells, as facts; which of them there are depends on the template. Everything else
 * (names, links, times of sessions) is looked up when the e-mail is written, so that it says what
 * is true then.
 *
 * @param at when it happened
 * @param choices what the person has in each session
 * @param withdrawn sessions for which an earlier invitation is taken back
 * @param changes sessions that it is about, and what happened to them
 * @param reference a serial or a number that people quote
 * @param title title of a note or a plan
 * @param outcome {@code selected} or {@code not-selected}, {@code attended} or {@code not-attended}
 * @param reason why
 */
public record Facts(
    Instant at,
    List<Choice> choices,
    List<String> withdrawn,
    List<Change> changes,
    @Nullable String reference,
    @Nullable Words title,
    @Nullable String outcome,
    @Nullable Words reason) {

  /** What happened to a session. */
  public enum What {
    /** Nothing: it is only named. */
    NAMED,
    MOVED,
    CANCELLED,
    RESTORED,
    /** Another venue or another room. */
    PLACE,
    /** The person is recorded as not attending it. */
    MISSED,
    /** Its attendance is not closed yet. */
    OPEN
  }

  /**
   * A session that the e-mail is about.
   *
   * @param before when it was to start before it was moved, else null
   */
  public record Change(String sessionId, What what, @Nullable Instant before) {}

  public Facts {
    choices = List.copyOf(choices);
    withdrawn = List.copyOf(withdrawn);
    changes = List.copyOf(changes);
  }

  /** Only that something happened. */
  public static Facts at(Instant at) {
    return new Facts(at, List.of(), List.of(), List.of(), null, null, null, null);
  }

  public Facts choices(List<Choice> all, List<String> takenBack) {
    return new Facts(at, all, takenBack, changes, reference, title, outcome, reason);
  }

  public Facts about(List<Change> sessions) {
    return new Facts(at, choices, withdrawn, sessions, reference, title, outcome, reason);
  }

  public Facts about(String sessionId) {
    return about(List.of(new Change(sessionId, What.NAMED, null)));
  }

  public Facts named(String number, @Nullable Words name) {
    return new Facts(at, choices, withdrawn, changes, number, name, outcome, reason);
  }

  public Facts decided(@Nullable String result, @Nullable Words why) {
    return new Facts(at, choices, withdrawn, changes, reference, title, result, why);
  }
}
