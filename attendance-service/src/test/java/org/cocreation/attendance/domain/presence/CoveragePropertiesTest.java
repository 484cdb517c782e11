package org.cocreation.attendance.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Interval arithmetic against the plainest model there is: which minutes of the day are covered.
 */
class CoveragePropertiesTest {

  private static final Instant DAY = Instant.parse("2020-02-13T00:00:00Z");
  private static final int MINUTES = 240;

  @Provide
  Arbitrary<Interval> interval() {
    Arbitrary<Integer> minute = Arbitraries.integers().between(0, MINUTES);
    return Combinators.combine(minute, minute)
        .as((a, b) -> new Interval(at(Math.min(a, b)), at(Math.max(a, b))));
  }

  @Provide
  Arbitrary<List<Interval>> intervals() {
    return interval().list().ofMaxSize(12);
  }

  @Property(tries = 500)
  void coversExactlyTheMinutesThatSomeIntervalCovers(@ForAll("intervals") List<Interval> some) {
    assertThat(minutes(Coverage.of(some))).containsExactly(model(some));
  }

  @Property(tries = 300)
  void doesNotDependOnTheOrder(@ForAll("intervals") List<Interval> some, @ForAll long seed) {
    List<Interval> shuffled = new ArrayList<>(some);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(Coverage.of(shuffled)).isEqualTo(Coverage.of(some));
  }

  @Property(tries = 300)
  void coveringTwiceIsCoveringOnce(@ForAll("intervals") List<Interval> some) {
    List<Interval> twice = new ArrayList<>(some);
    twice.addAll(some);
    assertThat(Coverage.of(twice)).isEqualTo(Coverage.of(some));
    assertThat(Coverage.of(Coverage.of(some).stretches())).isEqualTo(Coverage.of(some));
  }

  @Property(tries = 300)
  void oneMoreIntervalNeverShortensIt(
      @ForAll("intervals") List<Interval> some, @ForAll("interval") Interval one) {
    List<Interval> more = new ArrayList<>(some);
    more.add(one);
    assertThat(Coverage.of(more).length()).isGreaterThanOrEqualTo(Coverage.of(some).length());
  }

  @Property(tries = 300)
  void clippingBeforeOrAfterMergingIsTheSame(
      @ForAll("intervals") List<Interval> some, @ForAll("interval") Interval window) {
    List<Interval> clipped = some.stream().flatMap(each -> each.within(window).stream()).toList();
    assertThat(Coverage.of(some).within(window)).isEqualTo(Coverage.of(clipped));
    assertThat(Coverage.of(some).within(window).length()).isLessThanOrEqualTo(window.length());
  }

  @Property(tries = 300)
  void stretchesAreInOrderAndApart(@ForAll("intervals") List<Interval> some) {
    List<Interval> stretches = Coverage.of(some).stretches();
    for (int i = 1; i < stretches.size(); i++) {
      assertThat(stretches.get(i).from()).isAfter(stretches.get(i - 1).to());
    }
    assertThat(stretches).noneMatch(stretch -> stretch.length().isZero());
  }

  private static Instant at(int minute) {
    return DAY.plusSeconds(60L * minute);
  }

  private static boolean[] model(List<Interval> some) {
    boolean[] covered = new boolean[MINUTES];
    for (Interval each : some) {
      for (int i = 0; i < MINUTES; i++) {
        covered[i] |= !at(i).isBefore(each.from()) && at(i).isBefore(each.to());
      }
    }
    return covered;
  }

  private static boolean[] minutes(Coverage coverage) {
    return model(coverage.stretches());
  }
}
