package org.cocreation.attendance.domain.sheet;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.presence.Coverage;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Interval;
import org.cocreation.attendance.domain.presence.Judge;
import org.cocreation.attendance.domain.presence.Mark;
import org.cocreation.attendance.domain.presence.Outcome;
import org.cocreation.attendance.domain.presence.Place;
import org.cocreation.attendance.domain.presence.Schedule;
import org.jspecify.annotations.Nullable;

/** Finds what does not go together in the evidence about one person at one session. */
final class Conflicts {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final Schedule schedule;
  private final List<Conflict> found = new ArrayList<>();

  private Conflicts(Schedule schedule) {
    this.schedule = schedule;
  }

  static List<Conflict> of(Schedule schedule, Collection<Observation> about, @Nullable Mark mark) {
    Conflicts conflicts = new Conflicts(schedule);
    List<Evidence> evidence = Assess.evidence(about);
    conflicts.venueAndOnline(evidence);
    conflicts.twoPlacesAtOnce(evidence);
    conflicts.twoConnectionsAtOnce(about);
    conflicts.markAgainstEvidence(evidence, mark);
    return List.copyOf(conflicts.found);
  }

  private void venueAndOnline(List<Evidence> evidence) {
    Set<Place> places =
        evidence.stream()
            .filter(each -> each.marks(schedule.window()) || Judge.counted(schedule, each) > 0)
            .map(Evidence::place)
            .collect(Collectors.toSet());
    if (places.size() > 1) {
      add(
          "venue-and-online",
          "Seen both at the venue and online.",
          "Visto tanto en la sede como en línea.");
    }
  }

  /** A stay or a scan at the venue during a stay online. */
  private void twoPlacesAtOnce(List<Evidence> evidence) {
    Coverage online = certain(evidence.stream(), Place.ONLINE);
    Coverage both = common(certain(evidence.stream(), Place.VENUE), online);
    String scans =
        evidence.stream()
            .filter(each -> each.kind() == Evidence.Kind.SCAN)
            .flatMap(each -> Optional.ofNullable(each.from()).stream())
            .filter(at -> online.stretches().stream().anyMatch(stretch -> inside(stretch, at)))
            .sorted()
            .map(this::clock)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!both.stretches().isEmpty()) {
      add(
          "two-places-at-once",
          "At the venue and online at the same time (" + times(both) + ").",
          "En la sede y en línea al mismo tiempo (" + times(both) + ").");
    } else if (!scans.isEmpty()) {
      add(
          "two-places-at-once",
          "Scanned at the door (" + scans + ") while connected online.",
          "Escaneado en la puerta (" + scans + ") mientras estaba conectado en línea.");
    }
  }

  /** One person is connected twice, as two: perhaps two people share what is taken for one. */
  private void twoConnectionsAtOnce(Collection<Observation> about) {
    List<Observation> all = List.copyOf(about);
    List<Interval> twice = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Coverage one = connected(all.get(i));
      for (Observation other : all.subList(i + 1, all.size())) {
        twice.addAll(common(one, connected(other)).stretches());
      }
    }
    Coverage union = Coverage.of(twice);
    if (!union.stretches().isEmpty()) {
      add(
          "two-connections-at-once",
          "Connected under different names at the same time (" + times(union) + ").",
          "Conectado con nombres distintos al mismo tiempo (" + times(union) + ").");
    }
  }

  private void markAgainstEvidence(List<Evidence> evidence, @Nullable Mark mark) {
    if (mark == null || evidence.isEmpty()) {
      return;
    }
    Outcome without = Judge.judge(schedule, evidence, Optional.empty()).outcome();
    if (without != Outcome.UNKNOWN && (without == Outcome.ATTENDED) != mark.attended()) {
      add(
          "mark-against-evidence",
          "The coordinator's mark says otherwise than the lists.",
          "La marca de coordinación dice lo contrario que las listas.");
    }
  }

  private Coverage connected(Observation observation) {
    return certain(observation.entries().stream().map(Entry::evidence), Place.ONLINE);
  }

  private Coverage certain(Stream<Evidence> evidence, Place place) {
    return Coverage.of(
            evidence
                .filter(each -> each.place() == place)
                .flatMap(each -> each.certain(schedule).stream())
                .toList())
        .within(schedule.window());
  }

  private static Coverage common(Coverage one, Coverage other) {
    return Coverage.of(
        one.stretches().stream()
            .flatMap(stretch -> other.within(stretch).stretches().stream())
            .toList());
  }

  private static boolean inside(Interval stretch, Instant at) {
    return !at.isBefore(stretch.from()) && at.isBefore(stretch.to());
  }

  private String times(Coverage coverage) {
    return coverage.stretches().stream()
        .map(stretch -> clock(stretch.from()) + "–" + clock(stretch.to()))
        .collect(Collectors.joining(", "));
  }

  private String clock(Instant at) {
    ZoneId zone = schedule.zone();
    return CLOCK.format(at.atZone(zone));
  }

  private void add(String kind, String en, String es) {
    found.add(new Conflict(kind, new Bilingual(en, es)));
  }
}
