package org.cocreation.proof.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who used the processors for one fact, turn by turn. */
final class Shares {

  private final List<Double> own = new ArrayList<>();
  private final List<Double> store = new ArrayList<>();
  private final List<Double> broker = new ArrayList<>();

  /** One turn, in microseconds for each fact; what was used by all of them together. */
  double add(double ownMicros, double storeMicros, double brokerMicros) {
    own.add(ownMicros);
    store.add(storeMicros);
    broker.add(brokerMicros);
    return ownMicros + storeMicros + brokerMicros;
  }

  /** The medians in words. */
  String asNote() {
    return String.format(
        Locale.ROOT,
        "of a fact's us: own %.0f, store %.0f, broker %.0f",
        Spread.of(own).median(),
        Spread.of(store).median(),
        Spread.of(broker).median());
  }
}
