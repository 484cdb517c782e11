package org.cocreation.proof.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.cocreation.proof.speed.Rounds.Reading;
import org.cocreation.proof.speed.Rounds.Readings;
import org.cocreation.proof.speed.Rounds.Subject;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private final List<String> turns = new ArrayList<>();

  @Test
  void letsSubjectsTakeTurns() throws Exception {
    new Rounds(1, 2).of(List.of(subject("a", 1, 1, 1), subject("b", 1, 1, 1)));
    assertThat(turns).containsExactly("a0", "b0", "a1", "b1", "a2", "b2");
  }

  @Test
  void countsNothingThatWarmsUp() throws Exception {
    Readings readings = new Rounds(2, 3).of(List.of(subject("a", 1_000, 2_000, 7, 5, 6))).get(0);
    assertThat(readings.name()).isEqualTo("a");
    assertThat(readings.value()).isEqualTo(new Spread(6, 5, 7, 3));
    assertThat(readings.cpuMicrosPerFact().median()).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void holdsEachTurnAgainstTheOneInTheSameRound() throws Exception {
    List<Readings> readings =
        new Rounds(1, 3).of(List.of(subject("a", 9, 2, 3, 8), subject("b", 1, 1, 2, 2)));
    assertThat(readings.get(0).against(readings.get(1))).isEqualTo(new Spread(2, 1.5, 4, 3));
  }

  @Test
  void takesTheMiddleOfAnEvenNumber() {
    assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 100.0))).isEqualTo(new Spread(3.5, 1, 100, 4));
    assertThat(Spread.of(List.of(2.0))).isEqualTo(new Spread(2, 2, 2, 1));
  }

  @Test
  void wantsSomethingToCount() {
    assertThatThrownBy(() -> new Rounds(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private Subject subject(String name, double... values) {
    return new Subject() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Reading turn(int round) {
        turns.add(name + round);
        return new Reading(values[round], values[round] / 10);
      }
    };
  }
}
