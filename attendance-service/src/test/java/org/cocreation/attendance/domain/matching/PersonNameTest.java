package org.cocreation.attendance.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Inés Pérez",
        "INES PEREZ",
        "  inés   pérez ",
        "Inés Pérez [BTEC]",
        "Inés Pérez (External)",
        "Inés Pérez (Guest)",
        "Dra. Inés Pérez",
        "Ine\u0301s Pe\u0301rez",
        "BTEC - Inés Pérez",
        "Inés Pérez | BTEC",
        "Inés Pérez - University of Belize",
        "Pérez, Inés",
        "iPad (Inés Pérez)",
        "Inés Pérez (iPad)",
        "Inés\u00a0Pérez"
      })
  void readsTheSameNameInMostOfItsDresses(String typed) {
    assertThat(PersonName.read(typed).telling()).contains("ines perez");
  }

  @Test
  void setsTheInstitutionApart() {
    assertThat(PersonName.read("Inés Pérez [B.T.E.C.]").institution()).isEqualTo("b t e c");
    assertThat(PersonName.read("Inés Pérez", "BTEC").institution()).isEqualTo("btec");
    assertThat(PersonName.read("Inés Pérez [BTEC]").key()).isEqualTo("ines perez");
  }

  @Test
  void dropsApostrophesInsteadOfSplitting() {
    assertThat(PersonName.read("Sean O’Neil").key()).isEqualTo("sean oneil");
  }

  @Test
  void takesAHyphenatedNameAsTwoWordsNotAsTwoPeople() {
    assertThat(PersonName.read("Ana-María Tzul").telling()).containsExactly("ana maria tzul");
  }

  @Test
  void saysTooLittleWithASingleWord() {
    assertThat(PersonName.read("Ana").telling()).isEmpty();
    assertThat(PersonName.read("iPad").telling()).isEmpty();
  }

  @Test
  void hasNothingToCompareWhereThereAreNoLetters() {
    assertThat(PersonName.read("***").blank()).isTrue();
    assertThat(PersonName.read(null).blank()).isTrue();
    assertThat(PersonName.read("[BTEC]").blank()).isTrue();
  }

  @Test
  void comparesAddressesWithoutCaseAndSpaces() {
    assertThat(EmailAddress.read(" Ana.Cal@Civic.EXAMPLE "))
        .isEqualTo(EmailAddress.read("<ana.cal@civic.example>"));
    assertThat(EmailAddress.read("n/a")).isEmpty();
    assertThat(EmailAddress.read("ana@")).isEmpty();
    assertThat(EmailAddress.read("ana@one.example, ben@two.example")).isEmpty();
    assertThat(EmailAddress.read(null)).isEmpty();
  }
}
