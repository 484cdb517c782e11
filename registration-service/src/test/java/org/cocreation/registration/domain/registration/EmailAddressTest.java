package org.cocreation.registration.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "ana@civic.example, ana@civic.example",
    "'  Ana.Cal@Civic.EXAMPLE ', ana.cal@civic.example",
    "ＡＮＡ@civic.example, ana@civic.example",
    "ana@bücher.example, ana@xn--bcher-kva.example",
    "ana@XN--BCHER-KVA.example, ana@xn--bcher-kva.example",
    "ana+ogp@civic.example, ana+ogp@civic.example",
    "ana@civic\u3002example, ana@civic.example",
  })
  void knowsAnAddressAgainHoweverItIsWritten(String written, String normalised) {
    assertThat(EmailAddress.parse(written)).contains(new EmailAddress(normalised));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ana",
        "@civic.example",
        "ana@",
        "ana@civic",
        "ana@civic..example",
        "ana cal@civic.example",
        "ana@-civic.example",
        "a..b@civic.example",
        ".a@civic.example",
        "a@127.0.0.1",
        "a\u0000b@civic.example",
        "ana@civic.example, ben@civic.example",
        "<ana@civic.example>",
        "ana@civic.example\nBcc: x@y.example"
      })
  void refusesWhatCannotBeWrittenTo(String written) {
    assertThat(EmailAddress.parse(written)).isEmpty();
  }

  @Test
  void refusesAnAddressOfImpossibleLength() {
    assertThat(EmailAddress.parse("a".repeat(65) + "@civic.example")).isEmpty();
    assertThat(EmailAddress.parse("a@" + "b.".repeat(130) + "example")).isEmpty();
  }

  @Test
  void neverShowsUpInALog() {
    assertThat(new EmailAddress("ana@civic.example")).asString().doesNotContain("ana");
  }
}
