package org.cocreation.submission.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cocreation.submission.domain.World.TestClock;
import org.junit.jupiter.api.Test;

class SortableIdsTest {

  private final TestClock clock = new TestClock();
  private final SortableIds ids = new SortableIds(clock);

  @Test
  void sortsByTheMomentInWhichTheyWereMade() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      made.add(ids.next());
      clock.pass(Duration.ofMillis(1));
    }
    assertThat(made).isSorted().allMatch(id -> id.matches("[0-9A-HJKMNP-TV-Z]{26}"));
  }

  @Test
  void neverMakesTheSameTwice() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      made.add(ids.next());
    }
    assertThat(made).doesNotHaveDuplicates();
  }
}
