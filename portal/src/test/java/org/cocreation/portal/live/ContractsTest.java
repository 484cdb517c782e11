package org.cocreation.portal.live;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Set;
import org.cocreation.portal.live.Progress.Fact;
import org.cocreation.testing.contracts.Contract;
import org.cocreation.testing.contracts.Wiring;
import org.junit.jupiter.api.Test;

/** The live page reads what the contracts declare for it, all of it, and nothing else. */
class ContractsTest {

  @Test
  void readsEveryExampleOfWhatItCounts() {
    Progress.TYPES.forEach(type -> Contract.assertReads(type, EventStreams.Body.class));
  }

  @Test
  void isWiredAsDeclared() {
    Wiring.of("portal").assertReceives(Set.copyOf(EventStreams.TOPICS), Progress.TYPES, Set.of());
  }

  @Test
  void knowsWhatToDoWithEveryTypeThatItReads() {
    Progress progress = new Progress();
    for (String type : Progress.TYPES) {
      assertThatCode(() -> progress.apply(new Fact(type, "p", "r", "n", "s", "attended", 1)))
          .as(type)
          .doesNotThrowAnyException();
    }
  }
}
