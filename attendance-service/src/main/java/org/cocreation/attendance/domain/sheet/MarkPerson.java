package org.cocreation.attendance.domain.sheet;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Mark;
import org.cocreation.attendance.domain.presence.Place;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.sheet.Directory.Held;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator's own word about one person at one session, with its reason; it stands above all
 * other evidence.
 */
public final class MarkPerson {

  private static final int ATTEMPTS = 20;

  private final Directory directory;
  private final Roster roster;
  private final Attendances attendances;
  private final Assess assess;
  private final Clock clock;

  /** Marks people of this roster. */
  public MarkPerson(Directory directory, Books books, Assess assess, Clock clock) {
    this.directory = directory;
    this.roster = books.roster();
    this.attendances = books.attendances();
    this.assess = assess;
    this.clock = clock;
  }

  /**
   * Marks somebody, or takes a mark back.
   *
   * @param attended whether they attended; null takes the mark back
   * @param place where, when they did
   * @throws Refused when there is no such session or person, or no reason
   */
  public void mark(
      SessionKey session,
      String registrationId,
      @Nullable Boolean attended,
      Place place,
      @Nullable String reason,
      String by) {
    String why = Held.requireReason(reason);
    directory.session(session).takingPlace();
    Optional<Person> person =
        roster
            .find(registrationId)
            .filter(each -> each.programmeId().equals(session.programmeId()) && each.rostered());
    if (person.isEmpty()) {
      throw new Refused(
          Refused.Reason.UNKNOWN_REGISTRATION,
          "This registration is not on the roster of this programme.",
          Map.of("registrationId", registrationId));
    }
    Import.Signed signed =
        new Import.Signed(by, clock.instant().truncatedTo(ChronoUnit.MILLIS), why);
    Mark mark = attended == null ? null : new Mark(attended, place, why, by, signed.at());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Sheet sheet = directory.session(session).sheet();
      if (sheet.counting()) {
        assess.changing(sheet, registrationId, why, is -> is.marked(mark, signed));
        return;
      }
      Optional<Attendance> done =
          attendances.change(
              Attendance.idOf(session, registrationId),
              found -> {
                Attendance is = found.orElseGet(() -> Attendance.none(session, registrationId));
                if (is.recorded() != null) {
                  // Closing was faster: the mark is a correction now.
                  return Decided.unchanged(Optional.empty());
                }
                Attendance marked = is.marked(mark, signed);
                return marked.equals(is)
                    ? Decided.unchanged(Optional.of(is))
                    : Decided.of(marked, Optional.of(marked));
              });
      if (done.isPresent()) {
        assess.tell(List.of(done.get()));
        return;
      }
    }
    throw new IllegalStateException("the session is being closed without end");
  }
}
