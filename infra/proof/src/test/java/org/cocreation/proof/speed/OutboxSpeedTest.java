package org.cocreation.proof.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxSpeedTest {

  @Test
  void drawsLatenciesFromTheMiddleToTheSlowest() {
    Figure.Line line =
        OutboxSpeed.curve(IntStream.range(0, 1_000).mapToObj(i -> (double) i).toList())
            .lines()
            .get(0);

    assertThat(line.xs()).isSorted().startsWith(2.0, 3.0, 4.5).endsWith(1_000.0);
    assertThat(line.ys()).isSorted().startsWith(500.0, 666.0).endsWith(999.0);
  }
}
