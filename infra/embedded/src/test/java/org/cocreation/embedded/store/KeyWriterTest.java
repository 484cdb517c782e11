package org.cocreation.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyWriterTest {

  /** In MongoDB's order, each less than the next. */
  private static final List<@Nullable Object> ASCENDING =
      Arrays.asList(
          MinKey.getInstance(),
          KeyWriter.NO_ELEMENT,
          null,
          Double.NaN,
          Double.NEGATIVE_INFINITY,
          Long.MIN_VALUE,
          -9007199254740993L,
          -9007199254740992L,
          -1.5,
          -1,
          0,
          Double.MIN_VALUE,
          1,
          1.5,
          2L,
          9007199254740992L,
          9007199254740993L,
          Long.MAX_VALUE,
          Double.POSITIVE_INFINITY,
          "",
          "\u0000",
          "\u0000a",
          "a",
          "a\u0000",
          "a\u0000\u0000",
          "aa",
          "b",
          "é",
          "\uFFFD",
          "😀",
          new Document(),
          new Document("a", 1),
          new Document("a", 1).append("b", 1),
          new Document("a", 2),
          new Document("b", 1),
          new Document("a", "x"),
          List.of(),
          List.of(1),
          List.of(1, 1),
          List.of(2),
          new BinData(new byte[] {9}),
          new BinData(new byte[] {0, 0}),
          new ObjectId("000000000000000000000001"),
          new ObjectId("ff0000000000000000000000"),
          false,
          true,
          Instant.ofEpochMilli(-1),
          Instant.EPOCH,
          Instant.ofEpochSecond(1),
          MaxKey.getInstance());

  @Test
  void keysCompareAsTheirValuesDo() {
    for (int i = 0; i < ASCENDING.size(); i++) {
      for (int j = 0; j < ASCENDING.size(); j++) {
        Key one = KeyWriter.of(ASCENDING.get(i));
        Key other = KeyWriter.of(ASCENDING.get(j));
        assertThat(Integer.signum(one.compareTo(other)))
            .as("%s and %s", ASCENDING.get(i), ASCENDING.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void numbersOfAllTypesAreTheSameKeyWhenTheyAreTheSameNumber() {
    assertThat(KeyWriter.of(7)).isEqualTo(KeyWriter.of(7L)).isEqualTo(KeyWriter.of(7.0));
    assertThat(KeyWriter.of(-0.0)).isEqualTo(KeyWriter.of(0));
  }

  @Test
  void severalValuesCompareOneAfterTheOtherEachInItsDirection() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      int[] one = {random.nextInt(ASCENDING.size()), random.nextInt(ASCENDING.size())};
      int[] other = {
        random.nextInt(3) == 0 ? random.nextInt(ASCENDING.size()) : one[0],
        random.nextInt(ASCENDING.size())
      };
      int expected =
          one[0] != other[0]
              ? Integer.compare(other[0], one[0])
              : Integer.compare(one[1], other[1]);
      assertThat(Integer.signum(compound(one).compareTo(compound(other)))).isEqualTo(expected);
    }
  }

  private static Key compound(int[] values) {
    return new KeyWriter()
        .append(ASCENDING.get(values[0]), false)
        .append(ASCENDING.get(values[1]), true)
        .key();
  }

  @Test
  void whatBeginsWithAKeyComesBeforeWhatIsAfterAllThatDo() {
    List<Key> keys = new ArrayList<>();
    for (Object value : ASCENDING) {
      keys.add(new KeyWriter().append("x", true).append(value, true).key());
    }
    Key beyond = KeyWriter.of("x").afterAllThatBeginSo();
    assertThat(beyond).isNotNull();
    assertThat(Collections.max(keys)).isLessThan(beyond);
    assertThat(KeyWriter.of("xa")).isLessThan(KeyWriter.of("y")).isGreaterThan(KeyWriter.of("x"));
    assertThat(new Key(new byte[] {-1, -1}).afterAllThatBeginSo()).isNull();
  }
}
