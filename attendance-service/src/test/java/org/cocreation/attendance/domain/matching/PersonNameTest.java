package org.cocreation.attendance.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "Inés\u00a0Pérez",
        "Ｉｎéｓ　Ｐéｒｅｚ",
        "In\u200bés Pérez\ufeff",
        "In\u00adés Pérez",
        "Lic. Inés Pérez, MSc",
        "Hon. Dra. Inés Pérez",
        "Inés Pérez (Unverified)",
        "Inés Pérez (she/her)",
        "Inés Pérez [ella]",
        "Inés Pérez 2",
        "Inés Pérez (2)",
        "Inés_Pérez",
        "Inés Pérez {BTEC}",
        "Inés Pérez [BTEC",
        "Inés Pérez (Guest) (External)"
      })
  void readsTheSameNameInMostOfItsDresses(String typed) {
    assertThat(PersonName.read(typed).telling()).contains("ines perez");
  }

  @ParameterizedTest
  @CsvSource({
    "Łukasz Øster, lukasz oster",
    "Ana Peña, ana pena",
    "Björn Strauß, bjorn strauss",
    "Æmilia Œrsted, aemilia oersted",
    "Sean O´Neil, sean oneil",
    "Sean O`Neil, sean oneil",
    "Sean OʼNeil, sean oneil",
    "İpek Işık, ipek isik"
  })
  void writesLettersOfAnyLanguagePlainly(String typed, String plain) {
    assertThat(PersonName.read(typed).key()).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Juan Cal Jr", "Juan Cal Sr.", "Juan Cal II"})
  void keepsWhatTellsAFatherFromASon(String typed) {
    assertThat(PersonName.read(typed).telling()).doesNotContain("juan cal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iPhone de Ana Cal", "Ana Cal's iPad", "Ana Cal’s Galaxy A12", "iPad"})
  void takesNobodyForTheHolderOfADevice(String typed) {
    PersonName name = PersonName.read(typed);
    assertThat(name.telling()).isEmpty();
    assertThat(name.device()).isTrue();
    if (!typed.equals("iPad")) {
      assertThat(name.owners()).containsExactly("ana cal");
    }
  }

  @Test
  void seesThatACellJoinsSeveralPeople() {
    assertThat(PersonName.read("Ana y Luis").people()).containsExactly("ana", "luis");
    assertThat(PersonName.read("Ana & Luis Cal").people()).containsExactly("ana", "luis cal");
    assertThat(PersonName.read("Ana e Inés").people()).containsExactly("ana", "ines");
    assertThat(PersonName.read("Maria E Perez").people()).isEmpty();
    assertThat(PersonName.read("Yolanda Castro").people()).isEmpty();
    assertThat(PersonName.read("Sandy Anderson").people()).isEmpty();
  }

  @Test
  void takesATelephoneNumberForWhatItIs() {
    assertThat(PersonName.read("+501 610-1234").telephone()).isTrue();
    assertThat(PersonName.read("Ana 2").telephone()).isFalse();
    assertThat(PersonName.read("+501 610-1234").telling()).isEmpty();
  }

  @Test
  void findsTheAddressThatStandsInPlaceOfAName() {
    assertThat(PersonName.read("Ana.Cal@civic.example").address())
        .isEqualTo(new EmailAddress("ana.cal", "civic.example"));
    assertThat(PersonName.read("Ana Cal <ana@civic.example>").address())
        .isEqualTo(new EmailAddress("ana", "civic.example"));
    assertThat(PersonName.read("Ana @ BTEC").address()).isNull();
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
