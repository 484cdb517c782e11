package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentsTest {

  private record Fact(String key, String type, int position) {}

  private static List<Fact> poll(String... facts) {
    List<Fact> poll = new ArrayList<>();
    for (String fact : facts) {
      poll.add(new Fact(fact.substring(0, 1), fact.substring(1), poll.size()));
    }
    return poll;
  }

  private static List<String> shape(List<Fact> poll) {
    return Segments.of(poll, Fact::key, Fact::type).stream()
        .map(
            segment ->
                segment.stream().map(fact -> fact.key() + fact.type()).reduce("", String::concat))
        .toList();
  }

  @Test
  void onePollOfOneTypeIsOneSegment() {
    assertThat(shape(poll("aR", "bR", "aR"))).containsExactly("aRbRaR");
  }

  @Test
  void typesOfDifferentKeysNeedOnlyOneSegmentEach() {
    assertThat(shape(poll("aR", "bC", "cR", "dC"))).containsExactly("aRcR", "bCdC");
  }

  @Test
  void aKeyThatChangesItsTypeWaitsForTheNextRound() {
    assertThat(shape(poll("aR", "aC", "bR", "bC", "aR"))).containsExactly("aRbR", "aCbC", "aR");
  }

  @Test
  void nothingIsNoSegment() {
    assertThat(shape(List.of())).isEmpty();
  }

  @Test
  void whateverThePollEveryRecordComesOnceAndEachKeyKeepsItsOrder() {
    Random random = new Random(42);
    for (int round = 0; round < 500; round++) {
      List<Fact> poll = new ArrayList<>();
      int size = random.nextInt(60);
      for (int i = 0; i < size; i++) {
        poll.add(new Fact("k" + random.nextInt(6), "t" + random.nextInt(4), i));
      }

      List<List<Fact>> segments = Segments.of(poll, Fact::key, Fact::type);

      List<Fact> handedOver = segments.stream().flatMap(List::stream).toList();
      assertThat(handedOver).containsExactlyInAnyOrderElementsOf(poll);
      assertThat(segments)
          .allSatisfy(
              segment ->
                  assertThat(segment).extracting(Fact::type).containsOnly(segment.get(0).type()));
      Map<String, Integer> last = new HashMap<>();
      for (Fact fact : handedOver) {
        assertThat(fact.position()).isGreaterThan(last.getOrDefault(fact.key(), -1));
        last.put(fact.key(), fact.position());
      }
    }
  }
}
