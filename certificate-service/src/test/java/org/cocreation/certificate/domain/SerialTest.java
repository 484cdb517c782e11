package org.cocreation.certificate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SerialTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private final Random random = new Random(7);

  @Test
  void isThreeGroupsOfFourWithoutLookAlikes() {
    for (int i = 0; i < 1000; i++) {
      assertThat(Serial.drawn(random).value())
          .matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");
    }
  }

  @Test
  void isNotDrawnTwice() {
    Set<Serial> drawn = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      assertThat(drawn.add(Serial.drawn(random))).isTrue();
    }
  }

  @Test
  void drawsEveryCharacterInEveryPlace() {
    RandomGenerator fair = new SplittableRandom(7);
    List<Set<Character>> seen = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      seen.add(new HashSet<>());
    }
    for (int i = 0; i < 1000; i++) {
      String digits = Serial.drawn(fair).value().replace("-", "");
      for (int place = 0; place < digits.length(); place++) {
        seen.get(place).add(digits.charAt(place));
      }
    }
    assertThat(seen).allSatisfy(characters -> assertThat(characters).hasSize(ALPHABET.length()));
  }

  @Test
  void findsEverySingleMistypedCharacter() {
    for (int round = 0; round < 20; round++) {
      String digits = Serial.drawn(random).value().replace("-", "");
      for (int i = 0; i < digits.length(); i++) {
        for (int k = 0; k < ALPHABET.length(); k++) {
          char other = ALPHABET.charAt(k);
          if (other != digits.charAt(i)) {
            assertThat(Serial.read(digits.substring(0, i) + other + digits.substring(i + 1)))
                .isEmpty();
          }
        }
      }
    }
  }

  @Test
  void findsEverySwapOfTwoCharacters() {
    for (int round = 0; round < 20; round++) {
      char[] digits = Serial.drawn(random).value().replace("-", "").toCharArray();
      for (int i = 0; i < digits.length; i++) {
        for (int j = i + 1; j < digits.length; j++) {
          if (digits[i] != digits[j]) {
            char[] swapped = digits.clone();
            swapped[i] = digits[j];
            swapped[j] = digits[i];
            assertThat(Serial.read(new String(swapped))).isEmpty();
          }
        }
      }
    }
  }

  @Test
  void forgivesCaseSpacesDashesAndLookAlikes() {
    Serial serial = withDigits('0', '1', 'V');
    String typed =
        " "
            + serial
                .value()
                .toLowerCase(java.util.Locale.ROOT)
                .replace("-", " – ")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('v', 'u');
    assertThat(Serial.read(typed)).contains(serial);
    assertThat(Serial.read(serial.value().replace('1', 'I'))).contains(serial);
  }

  private Serial withDigits(char... wanted) {
    while (true) {
      Serial serial = Serial.drawn(random);
      if (new String(wanted).chars().allMatch(c -> serial.value().indexOf(c) >= 0)) {
        return serial;
      }
    }
  }

  @Test
  void isNothingElse() {
    assertThat(Serial.read("")).isEmpty();
    assertThat(Serial.read("7K3M-Q9TF")).isEmpty();
    assertThat(Serial.read("x".repeat(10_000))).isEmpty();
    assertThatThrownBy(() -> new Serial("7K3M")).isInstanceOf(IllegalArgumentException.class);
    assertThat(Serial.tidied("a".repeat(100))).hasSize(19);
  }
}
