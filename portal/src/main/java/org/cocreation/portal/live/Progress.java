package org.cocreation.portal.live;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * How far each programme has come, derived from the event streams alone.
 *
 * <p>Counts are sizes of sets of ids, so an event that arrives twice counts once; an older revision
 * of an attendance is ignored. Whoever reads all topics from their beginning arrives at the same
 * counts, which is how the live page is exact after a restart. Not safe for several writers;
 * readers may come from any thread.
 */
public final class Progress {

  /** The types of event that move a stage; everything else on the topics is left alone. */
  static final Set<String> TYPES =
      Set.of(
          "org.cocreation.registration.registered.v1",
          "org.cocreation.registration.registration-cancelled.v1",
          "org.cocreation.registration.registration-erased.v1",
          "org.cocreation.attendance.attendance-recorded.v1",
          "org.cocreation.attendance.attendance-corrected.v1",
          "org.cocreation.certificate.certificate-issued.v1",
          "org.cocreation.certificate.certificate-reinstated.v1",
          "org.cocreation.certificate.certificate-revoked.v1",
          "org.cocreation.submission.note-submitted.v1",
          "org.cocreation.submission.note-withdrawn.v1",
          "org.cocreation.submission.note-decided.v1");

  private final ConcurrentMap<String, Programme> programmes = new ConcurrentHashMap<>();

  /** How many of a programme have reached each stage at present. */
  public Map<Stage, Integer> of(String programmeId) {
    Programme programme = programmes.get(programmeId);
    Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      counts.put(stage, programme == null ? 0 : programme.count(stage));
    }
    return counts;
  }

  /** Takes in one fact; what it does not know it leaves alone. */
  public void apply(Fact fact) {
    if (fact.programmeId() == null || !TYPES.contains(fact.type())) {
      return;
    }
    programmes.computeIfAbsent(fact.programmeId(), id -> new Programme()).apply(fact);
  }

  /**
   * What is read of an event.
   *
   * @param type the event's full type
   * @param programmeId the programme that it belongs to
   * @param registrationId the person, where it is about one
   * @param noteId the concept note, where it is about one
   * @param sessionId the session, where it is about one
   * @param outcome the outcome of an attendance or of a decision
   * @param revision the revision of an attendance; zero elsewhere
   */
  public record Fact(
      String type,
      @Nullable String programmeId,
      @Nullable String registrationId,
      @Nullable String noteId,
      @Nullable String sessionId,
      @Nullable String outcome,
      int revision) {}

  private static final class Programme {
    private final Map<Stage, Set<String>> reached = new EnumMap<>(Stage.class);
    private final Set<String> gone = new HashSet<>();
    private final Map<String, Map<String, Attendance>> attendances = new HashMap<>();

    Programme() {
      for (Stage stage : Stage.values()) {
        reached.put(stage, ConcurrentHashMap.newKeySet());
      }
    }

    int count(Stage stage) {
      return set(stage).size();
    }

    void apply(Fact fact) {
      String person = fact.registrationId();
      String note = fact.noteId();
      switch (fact.type()) {
        case "org.cocreation.registration.registered.v1" -> {
          if (person != null && !gone.contains(person)) {
            set(Stage.REGISTERED).add(person);
          }
        }
        case "org.cocreation.registration.registration-cancelled.v1",
            "org.cocreation.registration.registration-erased.v1" -> {
          if (person != null) {
            gone.add(person);
            set(Stage.REGISTERED).remove(person);
          }
        }
        case "org.cocreation.attendance.attendance-recorded.v1",
            "org.cocreation.attendance.attendance-corrected.v1" ->
            attended(fact);
        case "org.cocreation.certificate.certificate-issued.v1",
            "org.cocreation.certificate.certificate-reinstated.v1" ->
            put(Stage.CERTIFIED, person, true);
        case "org.cocreation.certificate.certificate-revoked.v1" ->
            put(Stage.CERTIFIED, person, false);
        case "org.cocreation.submission.note-submitted.v1" -> put(Stage.SUBMITTED, note, true);
        case "org.cocreation.submission.note-withdrawn.v1" -> {
          put(Stage.SUBMITTED, note, false);
          put(Stage.SELECTED, note, false);
        }
        case "org.cocreation.submission.note-decided.v1" ->
            put(Stage.SELECTED, note, "selected".equals(fact.outcome()));
        default -> throw new IllegalStateException("not a type that moves a stage: " + fact.type());
      }
    }

    private void attended(Fact fact) {
      String person = fact.registrationId();
      String session = fact.sessionId();
      if (person == null || session == null) {
        return;
      }
      Map<String, Attendance> sessions =
          attendances.computeIfAbsent(person, id -> new LinkedHashMap<>());
      Attendance known = sessions.get(session);
      if (known != null && known.revision() >= fact.revision()) {
        return;
      }
      sessions.put(session, new Attendance(fact.revision(), "attended".equals(fact.outcome())));
      put(Stage.PRESENT, person, sessions.values().stream().anyMatch(Attendance::attended));
    }

    private void put(Stage stage, @Nullable String id, boolean reachedNow) {
      if (id == null) {
        return;
      }
      if (reachedNow) {
        set(stage).add(id);
      } else {
        set(stage).remove(id);
      }
    }

    private Set<String> set(Stage stage) {
      return java.util.Objects.requireNonNull(reached.get(stage));
    }

    private record Attendance(int revision, boolean attended) {}
  }
}
