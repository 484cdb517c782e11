package org.cocreation.submission.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanitisedTextTest {

  private final SanitisedText plain = new SanitisedText();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain words|plain words",
        "<b>bold</b> words|bold words",
        "<script>alert(1)</script>words|words",
        "&lt;script&gt;alert(1)&lt;/script&gt;words|words",
        "&amp;lt;img src=x onerror=alert(1)&amp;gt;words|words",
        "<a href='javascript:x'>link</a>|link",
        "5 < 6 & 7 > 2|5 < 6 & 7 > 2",
        "¿Qué? São José's \"rivers\"|¿Qué? São José's \"rivers\"",
        "me@example.org|me@example.org",
        "a\u202eb\u0000c\u200bd|abcd"
      })
  void leavesTheWordsAndTakesTheMarkup(String given, String left) {
    assertThat(plain.of(given)).isEqualTo(left);
  }

  @Test
  void keepsLinesAndAtMostOneBlankOneBetweenThem() {
    assertThat(plain.of("one\r\ntwo\n\n\n\nthree ")).isEqualTo("one\ntwo\n\nthree");
  }

  @Test
  void staysThatWayWhenTakenAgain() {
    String once = plain.of("<i>&lt;b&gt;x&lt;/b&gt;</i> < y");
    assertThat(plain.of(once)).isEqualTo(once);
  }
}
