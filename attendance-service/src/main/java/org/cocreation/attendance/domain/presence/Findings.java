package org.cocreation.attendance.domain.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The evidence about one person, sorted out and clipped to the session's window.
 *
 * @param online the time covered online
 * @param venue the time covered at the venue
 * @param covered the time covered anywhere, counted once
 * @param totals totals without times, each at most the window, the greatest first
 * @param openStays stays of unknown length that may touch the window
 * @param countedToTheEnd whether a stay without an end was counted to the session's end
 * @param signatures marks at the venue: signatures, and scans at the door inside the window
 * @param places where the person was seen
 * @param outside how many pieces of evidence lie wholly outside the window
 * @param clicked whether the personal join link was opened, which is no presence by itself
 */
record Findings(
    Coverage online,
    Coverage venue,
    Coverage covered,
    List<Evidence> totals,
    List<Evidence> openStays,
    boolean countedToTheEnd,
    List<Evidence> signatures,
    Set<Place> places,
    int outside,
    boolean clicked) {

  static Findings of(Schedule schedule, Collection<Evidence> evidence) {
    Interval window = schedule.window();
    Coverage online = coverage(schedule, evidence, Place.ONLINE);
    Coverage venue = coverage(schedule, evidence, Place.VENUE);
    List<Evidence> totals =
        evidence.stream()
            .filter(each -> each.sureMinutes(window) > 0)
            .map(each -> Evidence.total(each.place(), each.sureMinutes(window)))
            .sorted(Comparator.comparing((Evidence each) -> minutes(each.minutes())).reversed())
            .toList();
    List<Evidence> openStays =
        evidence.stream()
            .filter(each -> each.openIn(schedule) && mayTouch(window, each))
            .sorted(
                Comparator.comparing(
                    Evidence::from, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList();
    List<Evidence> signatures = evidence.stream().filter(each -> each.marks(window)).toList();
    Set<Place> places = EnumSet.noneOf(Place.class);
    if (!online.stretches().isEmpty()) {
      places.add(Place.ONLINE);
    }
    if (!venue.stretches().isEmpty() || !signatures.isEmpty()) {
      places.add(Place.VENUE);
    }
    totals.forEach(each -> places.add(each.place()));
    openStays.forEach(each -> places.add(each.place()));
    boolean countedToTheEnd =
        evidence.stream()
            .anyMatch(
                each ->
                    each.ofUnknownLength()
                        && !each.openIn(schedule)
                        && countsIn(schedule, each).isPresent());
    int outside =
        (int)
            evidence.stream()
                .filter(
                    each ->
                        each.openIn(schedule)
                            ? !mayTouch(window, each)
                            : each.kind() == Evidence.Kind.SCAN
                                ? !each.marks(window)
                                : tellsTimes(each) && countsIn(schedule, each).isEmpty())
                .count();
    Coverage covered =
        Coverage.of(
            Stream.concat(online.stretches().stream(), venue.stretches().stream()).toList());
    boolean clicked = evidence.stream().anyMatch(each -> each.kind() == Evidence.Kind.JOIN_LINK);
    return new Findings(
        online,
        venue,
        covered,
        totals,
        openStays,
        countedToTheEnd,
        signatures,
        places,
        outside,
        clicked);
  }

  /** The minutes that are certain: intervals together, or the greatest total if that is more. */
  int knownMinutes() {
    int total = totals.isEmpty() ? 0 : minutes(totals.get(0).minutes());
    return Math.max((int) covered.length().toMinutes(), total);
  }

  /** Whether the greatest total says more than the intervals. */
  boolean totalDecides() {
    return !totals.isEmpty() && minutes(totals.get(0).minutes()) > covered.length().toMinutes();
  }

  /** When the person's code was scanned at the door, the first time first. */
  List<Instant> scans() {
    return signatures.stream()
        .filter(each -> each.kind() == Evidence.Kind.SCAN)
        .flatMap(each -> Stream.ofNullable(each.from()))
        .sorted()
        .toList();
  }

  int sumOfTotals() {
    return totals.stream().mapToInt(each -> minutes(each.minutes())).sum();
  }

  /** Whether anything tells a duration. */
  boolean timed() {
    return !covered.stretches().isEmpty() || !totals.isEmpty();
  }

  boolean nothing() {
    return !timed() && openStays.isEmpty() && signatures.isEmpty();
  }

  private static Coverage coverage(Schedule schedule, Collection<Evidence> evidence, Place place) {
    return Coverage.of(
            evidence.stream()
                .filter(each -> each.place() == place)
                .flatMap(each -> each.certain(schedule).stream())
                .toList())
        .within(schedule.window());
  }

  private static Optional<Interval> countsIn(Schedule schedule, Evidence evidence) {
    return evidence.certain(schedule).flatMap(part -> part.within(schedule.window()));
  }

  private static boolean tellsTimes(Evidence evidence) {
    return evidence.ofUnknownLength() || evidence.interval().isPresent();
  }

  private static boolean mayTouch(Interval window, Evidence stay) {
    boolean begun = stay.from() == null || stay.from().isBefore(window.to());
    boolean notOver = stay.to() == null || stay.to().isAfter(window.from());
    return begun && notOver;
  }

  private static int minutes(@Nullable Integer minutes) {
    return minutes == null ? 0 : minutes;
  }
}
