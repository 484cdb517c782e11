package org.cocreation.proof.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void saysTheMedianOfEachAndAddsUpATurn() {
    Shares shares = new Shares();
    assertThat(shares.add(100, 50, 10)).isEqualTo(160);
    shares.add(300, 90, 30);
    shares.add(200, 70, 20);
    assertThat(shares.asNote()).isEqualTo("of a fact's us: own 200, store 70, broker 20");
  }
}
