package org.cocreation.notification.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cocreation.notification.domain.Facts;
import org.cocreation.notification.domain.Language;
import org.cocreation.notification.domain.Letter;
import org.cocreation.notification.domain.Recipient;
import org.cocreation.notification.domain.Template;
import org.cocreation.notification.domain.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PageWriterTest {

  static Stream<Arguments> everyTemplateInEveryLanguage() {
    return Stream.of(Template.values())
        .flatMap(t -> Stream.of(Language.values()).map(l -> Arguments.of(t, l)));
  }

  private static Page page(Template template, Language language) {
    return Letters.PAGES.write(Letters.letter(template, language));
  }

  @ParameterizedTest
  @MethodSource("everyTemplateInEveryLanguage")
  void saysSomethingWholeWithTheWayToThePersonalPage(Template template, Language language) {
    String text = PageText.of(page(template, language));
    assertThat(text)
        .contains("Ana María Peña", "https://cocreation.example/me/" + Letters.TOKEN)
        .doesNotContain("{", "}", "null");
    assertThat(page(template, language).subject()).isNotBlank().hasSizeLessThan(120);
  }

  @ParameterizedTest
  @MethodSource("everyTemplateInEveryLanguage")
  void everyPageThatItLeadsToIsInTheLanguageOfTheLetter(Template template, Language language) {
    assertThat(PageText.of(page(template, language)).lines().flatMap(PageWriterTest::addresses))
        .isNotEmpty()
        .allSatisfy(address -> assertThat(address).endsWith("?lang=" + language.code()));
  }

  private static Stream<String> addresses(String line) {
    return Pattern.compile("https://cocreation\\.example/\\S+")
        .matcher(line)
        .results()
        .map(MatchResult::group);
  }

  @Test
  void theTwoLanguagesHaveTheSameSentences() {
    assertThat(Wording.in(Language.ES).keys()).isEqualTo(Wording.in(Language.EN).keys());
  }

  @Test
  void showsTheSessionsTimeInTheProgrammesZone() {
    assertThat(PageText.of(page(Template.REMINDER_DAY, Language.EN)))
        .contains("Thursday 13 February 2020, 10:30–12:00 (Belize time)")
        .contains("Join online: https://cocreation.example/me/" + Letters.TOKEN + "/join/webinar-1")
        .doesNotContain("rooms.example");
    assertThat(PageText.of(page(Template.REMINDER_DAY, Language.ES)))
        .contains("jueves 13 de febrero de 2020, 10:30–12:00 (hora de Belize)");
  }

  @Test
  void theRegistrationShowsEachPlaceAndInvitesToThoseThatAreSure() {
    Page page = page(Template.REGISTERED, Language.EN);
    assertThat(PageText.of(page))
        .contains(
            "Online",
            "Waiting list, place 3",
            "In person: University of Belize Auditorium, Belmopan");
    assertThat(page.invitations())
        .extracting(invitation -> invitation.session().sessionId())
        .containsExactly("webinar-1", "webinar-3");
    assertThat(page.invitations()).noneMatch(Invitation::withdrawn);
  }

  @Test
  void aCancellationTakesTheEntriesOutOfTheCalendar() {
    assertThat(page(Template.CANCELLED, Language.EN).invitations())
        .hasSize(2)
        .allMatch(Invitation::withdrawn);
    assertThat(page(Template.CHANGED, Language.EN).invitations())
        .extracting(Invitation::withdrawn)
        .containsExactly(false, true);
  }

  @ParameterizedTest
  @EnumSource(
      value = Facts.What.class,
      names = {"MOVED", "CANCELLED", "RESTORED", "PLACE"})
  void aChangedSessionHasItsOwnWords(Facts.What what) {
    Instant before = what == Facts.What.MOVED ? Letters.START.minusSeconds(86400) : null;
    Facts facts = Facts.at(Letters.AT).about(List.of(new Facts.Change("webinar-1", what, before)));
    for (Language language : Language.values()) {
      Page page = Letters.PAGES.write(Letters.letter(Template.SESSION_CHANGED, language, facts));
      assertThat(page.invitations()).hasSize(1);
      assertThat(page.subject().toLowerCase(Locale.ROOT))
          .contains(Letters.webinar(1).title().in(language).toLowerCase(Locale.ROOT));
      assertThat(PageText.of(page)).doesNotContain("{");
    }
  }

  @Test
  void whoCanNoLongerCompleteReadsWhatTheyMayStillDo() {
    Page page = page(Template.OUT_OF_REACH, Language.EN);
    assertThat(PageText.of(page))
        .containsSubsequence(
            "asks for every session",
            "* Open Government: overview of the path to 2020",
            "Why: Online for 31 of 90 minutes; 60 are needed.",
            "welcome as before in the sessions that are still open:",
            "* Development of National",
            "Waiting list\n",
            "* More of co-creation",
            "In person: University of Belize Auditorium, Belmopan",
            "recordings",
            "concept note",
            "If the record is wrong",
            "https://cocreation.example/programmes/belize-2020");
    assertThat(page.invitations()).isEmpty();
    assertThat(PageText.of(page(Template.OUT_OF_REACH, Language.ES)))
        .containsSubsequence("exige todas las sesiones", "siguen abiertas", "nota conceptual");
  }

  @Test
  void afterTheLastSessionNothingIsPromisedThatIsOver() {
    Facts facts =
        Facts.at(Letters.AT)
            .about(List.of(new Facts.Change("webinar-3", Facts.What.MISSED, null)))
            .decided(null, new Words("No trace in the lists.", "Sin rastro en las listas."));
    for (Language language : Language.values()) {
      Page page = Letters.PAGES.write(Letters.letter(Template.OUT_OF_REACH, language, facts));
      assertThat(page.further()).isNull();
      assertThat(PageText.of(page))
          .contains(language == Language.EN ? "All sessions of" : "Todas las sesiones de")
          .contains(language == Language.EN ? "concept note" : "nota conceptual")
          .doesNotContain(language == Language.EN ? "still open:" : "siguen abiertas");
    }
  }

  @Test
  void backWithinReachItNamesTheSessionsToAttend() {
    Page page = page(Template.WITHIN_REACH, Language.EN);
    assertThat(page.blocks()).isEmpty();
    assertThat(Objects.requireNonNull(page.further()).blocks())
        .singleElement()
        .satisfies(block -> assertThat(block.title()).startsWith("More of co-creation"));
  }

  @Test
  void aNoteThatIsNotSelectedGetsItsReason() {
    Facts facts =
        Facts.at(Letters.AT)
            .named("CN-008", new Words("More trees", null))
            .decided("not-selected", new Words("Outside the plan's scope.", null));
    for (Language language : Language.values()) {
      Page page = Letters.PAGES.write(Letters.letter(Template.NOTE_DECIDED, language, facts));
      assertThat(PageText.of(page)).contains("CN-008", "More trees", "Outside the plan's scope.");
    }
    for (String outcome : List.of("attended", "not-attended", "unknown")) {
      Facts corrected =
          Facts.at(Letters.AT).about("webinar-1").decided(outcome, new Words("late list", null));
      assertThat(
              PageText.of(
                  Letters.PAGES.write(
                      Letters.letter(Template.ATTENDANCE_CORRECTED, Language.ES, corrected))))
          .contains("late list");
    }
  }

  @Test
  void withoutAPersonalLinkItLeadsToTheProgramme() {
    Letter letter = Letters.letter(Template.NOTE_RECEIVED, Language.EN);
    Letter without =
        new Letter(
            letter.deliveryId(),
            letter.template(),
            letter.facts(),
            letter.contact(),
            Recipient.unheardOf("r-1", "belize-2020"),
            letter.programme());
    assertThat(PageText.of(Letters.PAGES.write(without)))
        .contains("https://cocreation.example/programmes/belize-2020")
        .doesNotContain("/me/");
  }

  @Test
  void whatPeopleWriteIsNeverReadAsASlot() {
    Facts facts = Facts.at(Letters.AT).named("CN-9", new Words("{name} $1 \\", null));
    assertThat(
            PageText.of(
                Letters.PAGES.write(Letters.letter(Template.NOTE_RECEIVED, Language.EN, facts))))
        .contains("{name} $1 \\");
  }
}
