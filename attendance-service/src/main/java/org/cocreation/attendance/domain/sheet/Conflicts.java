package org.cocreation.attendance.domain.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Interval;
import org.cocreation.attendance.domain.presence.Judge;
import org.cocreation.attendance.domain.presence.Mark;
import org.cocreation.attendance.domain.presence.Outcome;
import org.cocreation.attendance.domain.presence.Place;
import org.cocreation.attendance.domain.presence.Schedule;
import org.cocreation.attendance.domain.sheet.ReadSheet.Conflict;
import org.jspecify.annotations.Nullable;

/** Finds what does not go together in the evidence about one person. */
final class Conflicts {

  private Conflicts() {}

  static List<Conflict> in(Schedule schedule, Collection<Observation> about, @Nullable Mark mark) {
    List<Evidence> evidence = Assess.evidence(about);
    List<Conflict> conflicts = new ArrayList<>();
    Set<Place> places =
        evidence.stream()
            .filter(each -> each.marks(schedule.window()) || Judge.counted(schedule, each) > 0)
            .map(Evidence::place)
            .collect(Collectors.toSet());
    if (places.size() > 1) {
      conflicts.add(
          new Conflict(
              "venue-and-online",
              new Bilingual(
                  "Seen both at the venue and online.", "Visto tanto en la sede como en línea.")));
    }
    if (twoPlacesAtOnce(schedule, evidence)) {
      conflicts.add(
          new Conflict(
              "two-places-at-once",
              new Bilingual(
                  "Seen at the venue and online at the same moment.",
                  "Visto en la sede y en línea en el mismo momento.")));
    }
    if (mark != null) {
      Outcome without = Judge.judge(schedule, evidence, Optional.empty()).outcome();
      boolean agrees =
          without == Outcome.UNKNOWN || (without == Outcome.ATTENDED) == mark.attended();
      if (!agrees && !evidence.isEmpty()) {
        conflicts.add(
            new Conflict(
                "mark-against-evidence",
                new Bilingual(
                    "The coordinator's mark says otherwise than the lists.",
                    "La marca de coordinación dice lo contrario que las listas.")));
      }
    }
    return conflicts;
  }

  /** A stay or a scan at the venue that overlaps a stay online. */
  private static boolean twoPlacesAtOnce(Schedule schedule, List<Evidence> evidence) {
    List<Interval> online =
        evidence.stream()
            .filter(each -> each.place() == Place.ONLINE)
            .flatMap(each -> each.certain(schedule).stream())
            .toList();
    return evidence.stream()
        .filter(each -> each.place() == Place.VENUE)
        .anyMatch(each -> online.stream().anyMatch(stay -> overlap(schedule, each, stay)));
  }

  private static boolean overlap(Schedule schedule, Evidence venue, Interval online) {
    if (venue.kind() == Evidence.Kind.SCAN && venue.from() != null) {
      return !venue.from().isBefore(online.from()) && venue.from().isBefore(online.to());
    }
    return venue
        .certain(schedule)
        .filter(stay -> stay.from().isBefore(online.to()) && online.from().isBefore(stay.to()))
        .isPresent();
  }
}
