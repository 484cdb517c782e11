package org.cocreation.submission.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|0",
        "'   '|0",
        "'one'|1",
        "'one two'|2",
        "'  one\t two \n three '|3",
        "'open-government is one'|3",
        "'a – b'|2",
        "'¿Qué es?'|2",
        "'30 % of 12.5'|3",
        "'one\u00a0two'|2",
        "'...'|0"
      })
  void countsWhatStandsBetweenSpacesAndHasALetterOrADigit(String text, int words) {
    assertThat(Words.count(text)).isEqualTo(words);
  }

  @Test
  void namesTheFieldThatIsMissing() {
    assertThatThrownBy(() -> Words.required("reason", "  ", "the reason"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.faults()).extracting(Fault::field).containsExactly("reason"));
  }

  @Test
  void findsTextsByTheirPath() {
    Content content =
        new Content(
            Map.of(
                "title",
                "T",
                "description",
                Map.of("solution", "S"),
                "milestones",
                List.of(Map.of("title", "A"), Map.of("title", "B"))));
    assertThat(content.texts("description.solution"))
        .containsExactly(new Content.Found("description.solution", "S"));
    assertThat(content.texts("milestones[].title"))
        .extracting(Content.Found::path)
        .containsExactly("milestones[0].title", "milestones[1].title");
    assertThat(content.texts("title.nothing")).isEmpty();
    assertThat(content.text("absent")).isEmpty();
  }

  @Test
  void keepsAContentThatCannotBeChangedAfterwards() {
    List<Object> list = new ArrayList<>(List.of("one"));
    Content content = new Content(Map.of("list", list));
    list.add("two");
    assertThat(content.values()).containsEntry("list", List.of("one"));
    assertThatThrownBy(() -> content.values().put("x", "y"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
