package org.cocreation.attendance.domain.matching.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cocreation.attendance.domain.Trials;
import org.cocreation.attendance.domain.matching.comparison.Comparison.Result;
import org.cocreation.attendance.domain.roster.Person;
import org.junit.jupiter.api.Test;

/**
 * Zero wrong credits is the bar. The table is written to {@code target/matching-comparison.md};
 * with {@code -Dcomparison.full=true} it has rosters of ten thousand as well.
 */
class ComparisonTest {

  private static final boolean FULL = Boolean.getBoolean("comparison.full");
  private static final long SEED = 20_200_213;

  @Test
  void creditsNobodyWronglyWhereSimilarityDoes() throws IOException {
    List<Result> all = new ArrayList<>();
    List<Integer> sizes = FULL ? List.of(60, 300, 1_000, 10_000) : List.of(60, 300);
    for (int size : sizes) {
      List<Person> roster = Population.people(new Random(SEED), size);
      int rows = FULL ? 2_000 : 300;
      List<Result> ours = Comparison.play(new Ours(roster), roster, SEED, rows);
      List<Result> similarity = Comparison.play(new Similarity(roster), roster, SEED, rows);
      all.addAll(ours);
      all.addAll(similarity);
      assertThat(ours).allSatisfy(each -> assertThat(each.wrong()).isEmpty());
      assertThat(ours).allSatisfy(each -> assertThat(each.missed()).isEmpty());
      assertThat(similarity.stream().mapToInt(each -> each.wrong().size()).sum()).isPositive();
    }
    String table = Comparison.table(all);
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "matching-comparison.md"), table);
    if (FULL) {
      System.out.print(table);
    }
  }

  @Test
  void creditsNobodyWronglyInAnyOfManyProgrammes() {
    Trials.of(
        FULL ? 400 : 40,
        random -> {
          long seed = random.nextLong();
          List<Person> roster = Population.people(random, 20 + random.nextInt(400));
          for (Result each : Comparison.play(new Ours(roster), roster, seed, 400)) {
            assertThat(each.wrong()).isEmpty();
            assertThat(each.missed()).isEmpty();
          }
        });
  }

  /** The planted violation: were suggestions answers, the same people would be credited wrongly. */
  @Test
  void seesTheWrongCreditsOfALooserRule() {
    List<Person> roster = Population.people(new Random(SEED), 300);

    List<Result> results = Comparison.play(new Looser(roster, 60), roster, SEED, 300);

    assertThat(results.stream().mapToInt(each -> each.wrong().size()).sum()).isPositive();
  }

  @Test
  void measuresSimilarityAsItIsDescribed() {
    assertThat(SimilarText.percent("World", "Word")).isCloseTo(88.89, within(0.01));
    assertThat(SimilarText.percent("test", "wert")).isEqualTo(25);
    assertThat(SimilarText.percent("wert", "test")).isEqualTo(50);
    assertThat(SimilarText.percent("ana cal", "ana cal")).isEqualTo(100);
    assertThat(SimilarText.percent("", "")).isZero();
    assertThat(SimilarText.percent("abc", "xyz")).isZero();
  }
}
