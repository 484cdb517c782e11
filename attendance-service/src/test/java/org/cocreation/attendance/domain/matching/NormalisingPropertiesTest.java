package org.cocreation.attendance.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.cocreation.attendance.domain.Trials;
import org.cocreation.attendance.domain.matching.PersonName.Reading;
import org.junit.jupiter.api.Test;

/** What holds for whatever people type. */
class NormalisingPropertiesTest {

  @Test
  void foldingTwiceIsFoldingOnce() {
    Trials.of(
        1_000,
        random -> {
          String once = PersonName.fold(Trials.text(random, 60));
          assertThat(PersonName.fold(once)).isEqualTo(once);
          assertThat(once).doesNotContain("  ").isEqualTo(once.strip());
        });
  }

  @Test
  void readsAFewLettersTheSameWayAsAnyLetters() {
    Trials.of(
        500,
        random -> {
          StringBuilder text = new StringBuilder();
          for (int i = 0; i < 30; i++) {
            text.append((char) random.nextInt(0x250));
          }
          // A letter of another script takes the way for any text; it is cut off again.
          String any = PersonName.fold(text + " \u4e2d");
          assertThat(PersonName.fold(text.toString()))
              .isEqualTo(any.substring(0, any.length() - 1).strip());
        });
  }

  @Test
  void readsAnythingWithoutFailingAndTheSameWayTwice() {
    Trials.of(
        1_000,
        random -> {
          String typed = Trials.text(random, 260);
          String institution = Trials.text(random, 30);
          PersonName once = PersonName.read(typed, institution);
          assertThat(PersonName.read(typed, institution)).isEqualTo(once);
          assertThat(PersonName.fold(once.key())).isEqualTo(once.key());
          assertThat(PersonName.keyOf(typed)).isEqualTo(PersonName.read(typed).key());
          for (Reading reading : once.readings()) {
            assertThat(reading.text()).isNotEmpty();
            assertThat(PersonName.fold(reading.text())).isEqualTo(reading.text());
          }
        });
  }

  @Test
  void theOrderOfTheWordsDoesNotMatterToTheKeyOfAName() {
    Trials.of(
        500,
        random -> {
          List<String> words =
              new java.util.ArrayList<>(
                  Trials.some(random, 5, each -> "w" + (char) ('a' + each.nextInt(26))));
          String sorted = Reading.sorted(String.join(" ", words));
          java.util.Collections.shuffle(words, random);
          assertThat(Reading.sorted(String.join(" ", words))).isEqualTo(sorted);
        });
  }

  @Test
  void readsAnyAddressWithoutFailing() {
    Trials.of(
        1_000,
        random -> {
          Optional<EmailAddress> address =
              EmailAddress.read(Trials.text(random, 100) + "@civic.example");
          address.ifPresent(
              each -> assertThat(EmailAddress.read(each.key())).isEqualTo(Optional.of(each)));
        });
  }

  @Test
  void aWordWithOneSlipIsOneSlipApartBothWays() {
    Trials.of(
        1_000,
        random -> {
          String word = "perezlopez".substring(0, 3 + random.nextInt(7));
          int at = random.nextInt(word.length() - 1);
          String typed =
              switch (random.nextInt(4)) {
                case 0 -> word.substring(0, at) + word.substring(at + 1);
                case 1 -> word.substring(0, at) + 'q' + word.substring(at);
                case 2 -> word.substring(0, at) + 'q' + word.substring(at + 1);
                default ->
                    word.substring(0, at)
                        + word.charAt(at + 1)
                        + word.charAt(at)
                        + word.substring(at + 2);
              };
          int most = typed.equals(word) ? 0 : 1;
          assertThat(Likeness.slips(word, typed, 2)).isEqualTo(most);
          assertThat(Likeness.slips(typed, word, 2)).isEqualTo(most);
        });
  }

  @Test
  void aBrokenPromiseNamesItsSeed() {
    assertThatThrownBy(() -> Trials.of(9, random -> assertThat(random.nextInt(3)).isLessThan(2)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dtrials.seed=");
  }
}
