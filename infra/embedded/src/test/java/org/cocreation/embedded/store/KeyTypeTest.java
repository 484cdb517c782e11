package org.cocreation.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyTypeTest {

  private static final int PAGES = 300;

  private final Random random = new Random(20201014);
  private final KeyType type = new KeyType();

  @Test
  void findsEveryKeyAndEveryGapWhereverItBegins() {
    for (int page = 0; page < PAGES; page++) {
      byte[][] keys = page(random.nextInt(49));
      for (int i = 0; i < 60; i++) {
        byte[] wanted = keys.length > 0 && i < 30 ? keys[i % keys.length] : key();
        int expected = Arrays.binarySearch(keys, wanted, Arrays::compareUnsigned);
        for (boolean inOrder : new boolean[] {false, true}) {
          type.expectInOrder(inOrder);
          int guess = random.nextInt(keys.length + 3) - 1;
          assertThat(type.binarySearch(wanted, keys, keys.length, guess))
              .as("%s, begun at %d, in order %s", Arrays.toString(wanted), guess, inOrder)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void findsAscendingKeysOneBehindTheOther() {
    byte[][] keys = page(48);
    type.expectInOrder(true);
    List<Integer> found =
        IntStream.range(0, keys.length)
            .mapToObj(i -> type.binarySearch(keys[i], keys, keys.length, i))
            .toList();
    assertThat(found).isEqualTo(IntStream.range(0, keys.length).boxed().toList());
  }

  private byte[][] page(int most) {
    TreeSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
    while (keys.size() < most) {
      keys.add(key());
    }
    return keys.toArray(byte[][]::new);
  }

  /** Of few different bytes, some of them negative, so that many begin alike. */
  private byte[] key() {
    byte[] key = new byte[random.nextInt(40)];
    Arrays.fill(key, (byte) 'a');
    for (int i = 0; i < key.length; i++) {
      if (random.nextInt(10) == 0) {
        key[i] = (byte) random.nextInt(256);
      }
    }
    return key;
  }
}
