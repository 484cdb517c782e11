package org.cocreation.attendance.messaging.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.attendance.messaging.formats.Samples.at;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cocreation.attendance.domain.feeds.Contents;
import org.cocreation.attendance.domain.feeds.Frame;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class VocabularyTest {

  @Test
  void readsAReportInALanguageThatAnAdministratorAdded() {
    Vocabulary more =
        FormatsConfiguration.vocabulary(List.of(new ClassPathResource("vocabulary-test/fr.yaml")));

    Reading reading =
        KnownFormats.with(new Limits(100, 1000), more)
            .read(
                Upload.of(
                    new Contents(Exports.utf16(Exports.TEAMS_FRENCH)),
                    null,
                    Frame.of(Samples.WEBINAR)))
            .orElseThrow();

    assertThat(reading.format()).isEqualTo("microsoft-teams");
    assertThat(reading.notes()).isEmpty();
    assertThat(reading.sightings())
        .singleElement()
        .matches(Sighting::staff)
        .matches(each -> at("10:28").equals(each.evidence().from()));
  }

  @Test
  void shipsWordsInEnglishSpanishGermanAndPolishThatAllLoad() {
    assertThat(KnownFormats.VOCABULARY.says("Letztes  VERLASSEN", Term.TEAMS_LAST_LEAVE)).isTrue();
    assertThat(KnownFormats.VOCABULARY.says("ultima salida", Term.TEAMS_LAST_LEAVE)).isTrue();
    assertThat(KnownFormats.VOCABULARY.says("Ostatnie wyjście", Term.TEAMS_LAST_LEAVE)).isTrue();
    assertThat(KnownFormats.VOCABULARY.month("Febrero")).hasValue(2);
    for (Term term : Term.values()) {
      assertThat(KnownFormats.VOCABULARY.words(term)).as(term.key()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "language: fr\\nwords:\\n  teams.nom: [Nom] | nothing is called “teams.nom”",
        "language: fr\\nwords:\\n  teams.name: Nom | words.teams.name must be a list",
        "language: fr\\nwords:\\n  teams.name: [1] | must stand in quotation marks",
        "language: fr\\nwords:\\n  answer.no: [no] | must stand in quotation marks",
        "language: fr\\nwords:\\n  teams.name: ['--'] | a word has letters",
        "language: fr\\nwords:\\n  teams.email: [Name] | cannot mean both teams.name and teams.email",
        "language: fr\\ndates: [myd] | “myd” is none of dmy, mdy, ymd",
        "language: fr\\nmonths: [[janvier]] | twelve",
        "words: {} | language must be a word",
        "language: fr\\nwords: [a] | words must hold keys and values",
        "language: fr\\ncolours: [a] | none of language, dates, months, words",
        "'language: [' | it is no YAML",
        "language: fr\\nlanguage: es | it is no YAML"
      })
  void refusesAFileThatCannotBeRightByNameAndReason(String file, String reason) {
    String text = file.replace("\\n", "\n").replace("'language: ['", "language: [");
    assertThatThrownBy(
            () ->
                new Vocabulary(
                    List.of(
                        VocabularyFile.read(
                            "en.yaml",
                            new ClassPathResource("vocabulary/en.yaml").getInputStream()),
                        VocabularyFile.read(
                            "fr.yaml",
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))))
        .isInstanceOf(BrokenVocabulary.class)
        .hasMessageContaining("fr.yaml")
        .hasMessageContaining(reason);
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(
            () ->
                FormatsConfiguration.vocabulary(
                    List.of(new ClassPathResource("vocabulary-test/none.yaml"))))
        .isInstanceOf(BrokenVocabulary.class)
        .hasMessageContaining("none.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "1h 30m 51s, PT1H30M51S",
    "59 Min. 0 Sek., PT59M",
    "1 Std. 41 Min. 49 Sek., PT1H41M49S",
    "1 godz. 33 min 0 sek., PT1H33M",
    "1 hr 2 min, PT1H2M",
    "58 min, PT58M",
    "01:22:30, PT1H22M30S",
    "75, PT75M",
    "1 h 2,",
    "2 min 1 h,",
    "5 min 5 min,",
    "58 mi,",
    "1:30,",
    "soon,",
    "99999999999 h,"
  })
  void readsDurations(String written, String expected) {
    assertThat(new Spans(KnownFormats.VOCABULARY).minutesOrWords(written))
        .isEqualTo(Optional.ofNullable(expected).map(Duration::parse));
  }
}
