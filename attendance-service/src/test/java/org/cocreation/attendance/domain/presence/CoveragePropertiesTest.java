package org.cocreation.attendance.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cocreation.attendance.domain.Trials;
import org.junit.jupiter.api.Test;

/**
 * Interval arithmetic against the plainest model there is: which minutes of the day are covered.
 */
class CoveragePropertiesTest {

  private static final Instant DAY = Instant.parse("2020-02-13T00:00:00Z");
  private static final int MINUTES = 240;

  @Test
  void coversExactlyTheMinutesThatSomeIntervalCovers() {
    Trials.of(
        500,
        random -> {
          List<Interval> some = intervals(random);
          assertThat(minutes(Coverage.of(some))).containsExactly(model(some));
        });
  }

  @Test
  void lastsAsLongAsTheMinutesThatItCovers() {
    Trials.of(
        300,
        random -> {
          List<Interval> some = intervals(random);
          int covered = 0;
          for (boolean minute : model(some)) {
            covered += minute ? 1 : 0;
          }
          assertThat(Coverage.of(some).length()).isEqualTo(Duration.ofMinutes(covered));
        });
  }

  @Test
  void doesNotDependOnTheOrder() {
    Trials.of(
        300,
        random -> {
          List<Interval> some = intervals(random);
          List<Interval> shuffled = new ArrayList<>(some);
          Collections.shuffle(shuffled, random);
          assertThat(Coverage.of(shuffled)).isEqualTo(Coverage.of(some));
        });
  }

  @Test
  void coveringTwiceIsCoveringOnce() {
    Trials.of(
        300,
        random -> {
          List<Interval> some = intervals(random);
          List<Interval> twice = new ArrayList<>(some);
          twice.addAll(some);
          assertThat(Coverage.of(twice)).isEqualTo(Coverage.of(some));
          assertThat(Coverage.of(Coverage.of(some).stretches())).isEqualTo(Coverage.of(some));
        });
  }

  @Test
  void mergingInPartsIsMergingAtOnce() {
    Trials.of(
        300,
        random -> {
          List<Interval> some = intervals(random);
          List<Interval> others = intervals(random);
          List<Interval> all = new ArrayList<>(some);
          all.addAll(others);
          List<Interval> parts = new ArrayList<>(Coverage.of(some).stretches());
          parts.addAll(Coverage.of(others).stretches());
          assertThat(Coverage.of(parts)).isEqualTo(Coverage.of(all));
        });
  }

  @Test
  void aConnectionThatBreaksAndIsBackAtOnceCountsAsIfItHadHeld() {
    Trials.of(
        300,
        random -> {
          Interval whole = interval(random);
          int minutes = (int) whole.length().toMinutes();
          Instant broken = whole.from().plusSeconds(60L * random.nextInt(minutes + 1));
          assertThat(
                  Coverage.of(
                      List.of(
                          new Interval(whole.from(), broken), new Interval(broken, whole.to()))))
              .isEqualTo(Coverage.of(List.of(whole)));
        });
  }

  @Test
  void oneMoreIntervalNeverShortensIt() {
    Trials.of(
        300,
        random -> {
          List<Interval> some = intervals(random);
          List<Interval> more = new ArrayList<>(some);
          more.add(interval(random));
          assertThat(Coverage.of(more).length()).isGreaterThanOrEqualTo(Coverage.of(some).length());
        });
  }

  @Test
  void clippingBeforeOrAfterMergingIsTheSame() {
    Trials.of(
        300,
        random -> {
          List<Interval> some = intervals(random);
          Interval window = interval(random);
          List<Interval> clipped =
              some.stream().flatMap(each -> each.within(window).stream()).toList();
          assertThat(Coverage.of(some).within(window)).isEqualTo(Coverage.of(clipped));
          assertThat(Coverage.of(some).within(window).within(window))
              .isEqualTo(Coverage.of(some).within(window));
          assertThat(Coverage.of(some).within(window).length())
              .isLessThanOrEqualTo(window.length());
        });
  }

  @Test
  void stretchesAreInOrderAndApart() {
    Trials.of(
        300,
        random -> {
          List<Interval> stretches = Coverage.of(intervals(random)).stretches();
          for (int i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).from()).isAfter(stretches.get(i - 1).to());
          }
          assertThat(stretches).noneMatch(stretch -> stretch.length().isZero());
        });
  }

  private static Interval interval(Random random) {
    int one = random.nextInt(MINUTES + 1);
    int other = random.nextInt(MINUTES + 1);
    return new Interval(at(Math.min(one, other)), at(Math.max(one, other)));
  }

  private static List<Interval> intervals(Random random) {
    return Trials.some(random, 12, CoveragePropertiesTest::interval);
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
