package org.cocreation.attendance.domain.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What coordinators decided about an identity, remembered for the other sessions of the same
 * programme. Each session teaches its own lesson, and un-teaches exactly that one when its decision
 * is taken back; while the lessons contradict one another, nothing follows from them.
 *
 * @param programmeId the programme
 * @param identity under what somebody was seen
 * @param lessons what was decided, one for each session, in order of session
 */
public record Alias(String programmeId, Identity identity, List<Lesson> lessons) {

  private static final Identity FORGOTTEN = new Identity(Identity.Kind.REGISTRATION, "forgotten");

  /** Keeps the lessons in order. */
  public Alias {
    lessons = lessons.stream().sorted(Comparator.comparing(Lesson::sessionId)).toList();
  }

  /** Nothing decided yet. */
  public static Alias none(String programmeId, Identity identity) {
    return new Alias(programmeId, identity, List.of());
  }

  /** The id under which the decisions about an identity are remembered in a programme. */
  public static String idOf(String programmeId, Identity identity) {
    return identity.idWithin(programmeId);
  }

  /**
   * Whether a decision about an identity is remembered at all: nothing about a device, and "nobody"
   * of an address only, as a name may be somebody's next time.
   */
  public static boolean lasting(Identity identity, Match.State decided) {
    return identity.worthRemembering()
        && identity.kind() != Identity.Kind.REGISTRATION
        && (decided != Match.State.NOBODY || identity.kind() == Identity.Kind.EMAIL);
  }

  /** With what was decided in one session, in place of what was decided there before. */
  public Alias taught(Identity about, Lesson lesson) {
    List<Lesson> all = new ArrayList<>(lessons);
    all.removeIf(each -> each.sessionId().equals(lesson.sessionId()));
    all.add(lesson);
    return new Alias(programmeId, about, all);
  }

  /** Without what was decided in one session; with the last lesson the identity goes too. */
  public Alias untaught(String sessionId) {
    List<Lesson> left =
        lessons.stream().filter(each -> !each.sessionId().equals(sessionId)).toList();
    return left.isEmpty() ? forget() : new Alias(programmeId, identity, left);
  }

  /** Without anything that was decided: for erasure. */
  public Alias forget() {
    return new Alias(programmeId, FORGOTTEN, List.of());
  }

  /** What all lessons agree on: the earliest session that says it; empty when they do not. */
  public Optional<Lesson> agreed() {
    return lessons.stream().allMatch(each -> each.saysTheSameAs(lessons.get(0)))
        ? lessons.stream().findFirst()
        : Optional.empty();
  }

  /** Whether it was decided differently in different sessions. */
  public boolean contradicts() {
    return !lessons.isEmpty() && agreed().isEmpty();
  }

  /** Everybody whom a lesson names. */
  public List<String> people() {
    return lessons.stream().flatMap(each -> each.registrationIds().stream()).distinct().toList();
  }

  /**
   * What was decided in one session.
   *
   * @param sessionId the session
   * @param state what was decided; never waiting
   * @param registrationIds the people it stands for, when it is a match
   * @param under the name, normalised, that stood there then; empty when none did
   * @param by the coordinator
   * @param at when
   */
  public record Lesson(
      String sessionId,
      Match.State state,
      List<String> registrationIds,
      String under,
      String by,
      Instant at) {

    /** Keeps its own copy. */
    public Lesson {
      registrationIds = List.copyOf(registrationIds);
    }

    private boolean saysTheSameAs(Lesson other) {
      return state == other.state
          && Set.copyOf(registrationIds).equals(Set.copyOf(other.registrationIds));
    }
  }
}
