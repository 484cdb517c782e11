package org.cocreation.attendance.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final ZoneId ZONE = ZoneId.of("America/Belize");
  private static final Instant START = Instant.parse("2020-02-13T16:30:00Z");
  private static final Schedule SCHEDULE = new Schedule(START, 90, ZONE, 0.6667, 15, 15);

  @Test
  void saysWhyInOneSentenceWithTheFigures() {
    Judgement judgement = judge(online("10:28", "10:50"), online("11:01", "11:43"));

    assertThat(judgement.outcome()).isEqualTo(Outcome.ATTENDED);
    assertThat(judgement.mode()).isEqualTo(Mode.ONLINE);
    assertThat(judgement.minutes()).isEqualTo(64);
    assertThat(judgement.requiredMinutes()).isEqualTo(60);
    assertThat(judgement.why().en())
        .isEqualTo(
            "Present 64 of 90 minutes online in 2 connections (10:28–10:50, 11:01–11:43); needs 60: attended.");
    assertThat(judgement.why().es())
        .isEqualTo(
            "Presente 64 de 90 minutos en línea en 2 conexiones (10:28–10:50, 11:01–11:43); se necesitan 60: asistió.");
  }

  @Test
  void countsOverlapsOfTwoDevicesOnce() {
    assertThat(judge(online("10:30", "11:00"), online("10:45", "11:10")).minutes()).isEqualTo(40);
  }

  @Test
  void fallsShortByOneMinute() {
    Judgement judgement = judge(online("10:30", "11:29"));

    assertThat(judgement.outcome()).isEqualTo(Outcome.NOT_ATTENDED);
    assertThat(judgement.minutes()).isEqualTo(59);
    assertThat(judgement.why().en()).endsWith("needs 60: not attended.");
  }

  @Test
  void attendsWithExactlyWhatIsNeeded() {
    assertThat(judge(online("10:30", "11:30")).outcome()).isEqualTo(Outcome.ATTENDED);
  }

  @Test
  void countsNothingOutsideTheWindow() {
    Judgement judgement = judge(online("09:00", "10:20"));

    assertThat(judgement.minutes()).isEqualTo(5);
    assertThat(judge(online("07:00", "08:00")).why().en())
        .isEqualTo("Seen only outside the session's time: not attended.");
  }

  @Test
  void addsTimeAtTheVenueAndOnlineButCountsAnOverlapOnce() {
    Judgement judgement =
        judge(online("10:30", "11:00"), Evidence.stay(Place.VENUE, at("10:50"), at("11:30")));

    assertThat(judgement.mode()).isEqualTo(Mode.BOTH);
    assertThat(judgement.minutes()).isEqualTo(60);
    assertThat(judgement.why().en())
        .isEqualTo(
            "Present 60 of 90 minutes online in 1 connection (10:30–11:00) and at the venue (10:50–11:30); needs 60: attended.");
  }

  @Test
  void takesASignatureAsAMark() {
    Judgement judgement = judge(Evidence.signature());

    assertThat(judgement.outcome()).isEqualTo(Outcome.ATTENDED);
    assertThat(judgement.mode()).isEqualTo(Mode.VENUE);
    assertThat(judgement.minutes()).isNull();
    assertThat(judgement.why().en()).isEqualTo("Signed in at the venue: attended.");
  }

  @Test
  void neverReadsAnUnknownDurationAsZero() {
    Judgement judgement = judge(Evidence.openStay(Place.ONLINE, at("10:40"), null));

    assertThat(judgement.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(judgement.minutes()).isNull();
    assertThat(judgement.why().en())
        .isEqualTo(
            "Came online at 10:40, but when they left is missing; certain are 0 minutes and 60 are needed: unknown.");
  }

  @Test
  void knowsEnoughWhenTheKnownPartIsEnough() {
    assertThat(
            judge(online("10:30", "11:35"), Evidence.openStay(Place.ONLINE, at("11:40"), null))
                .outcome())
        .isEqualTo(Outcome.ATTENDED);
  }

  @Test
  void countsAStayWithoutAnEndToTheSessionsEndWhenTheListWasTakenAtOrAfterIt() {
    Judgement judgement = judge(stillThere("10:50", "12:00"));

    assertThat(judgement.outcome()).isEqualTo(Outcome.ATTENDED);
    assertThat(judgement.minutes()).isEqualTo(70);
    assertThat(judgement.why().en())
        .isEqualTo(
            "Present 70 of 90 minutes online in 1 connection (10:50–12:00), counted to the end as no leaving was seen before it; needs 60: attended.");
    assertThat(judge(stillThere("11:01", "14:00")).minutes()).isEqualTo(59);
    assertThat(judge(stillThere("11:01", "14:00")).outcome()).isEqualTo(Outcome.NOT_ATTENDED);
  }

  @Test
  void takesAStayWithoutAnEndAsKnownUpToAnEarlierListAndOpenAfterIt() {
    assertThat(judge(stillThere("10:30", "11:30")).outcome()).isEqualTo(Outcome.ATTENDED);

    Judgement judgement = judge(stillThere("10:40", "11:10"));
    assertThat(judgement.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(judgement.minutes()).isNull();
    assertThat(judgement.why().en())
        .isEqualTo(
            "Came online at 10:40 and was still there at 11:10, the last moment of which the list tells; certain are 30 minutes and 60 are needed: unknown.");
    assertThat(judgement.why().es())
        .contains("seguía presente a las 11:10")
        .endsWith("no se sabe.");
  }

  @Test
  void countsNothingForAStayWithoutAnEndThatBeganAfterTheSession() {
    assertThat(judge(stillThere("12:05", "14:00")).minutes()).isZero();
    assertThat(judge(stillThere("12:05", "14:00")).outcome()).isEqualTo(Outcome.NOT_ATTENDED);
    assertThat(judge(stillThere("12:05", "14:00")).why().en())
        .isEqualTo("Seen only outside the session's time: not attended.");
  }

  @Test
  void neverLetsAListThatWasTakenBeforeTheStaySayAnythingAboutItsEnd() {
    assertThat(judge(stillThere("11:10", "10:40")).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void takesATotalWithoutTimesAsItIs() {
    Judgement judgement = judge(Evidence.total(Place.ONLINE, 62));

    assertThat(judgement.outcome()).isEqualTo(Outcome.ATTENDED);
    assertThat(judgement.minutes()).isEqualTo(62);
    assertThat(judgement.why().en())
        .isEqualTo("Present 62 of 90 minutes online by a total without times; needs 60: attended.");
    assertThat(judge(Evidence.total(Place.ONLINE, 300)).minutes()).isEqualTo(120);
  }

  @Test
  void doesNotAddTotalsThatMayOverlap() {
    Judgement judgement = judge(Evidence.total(Place.ONLINE, 40), Evidence.total(Place.ONLINE, 30));

    assertThat(judgement.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(judgement.why().en()).contains("40 + 30");
    assertThat(judge(Evidence.total(Place.ONLINE, 30), Evidence.total(Place.ONLINE, 20)).outcome())
        .isEqualTo(Outcome.NOT_ATTENDED);
  }

  @Test
  void putsACoordinatorsMarkAboveTheListsInBothDirections() {
    assertThat(judge(mark(true)).outcome()).isEqualTo(Outcome.ATTENDED);
    assertThat(judge(mark(true)).mode()).isEqualTo(Mode.VENUE);

    Judgement against = judge(mark(false), online("10:30", "12:00"));
    assertThat(against.outcome()).isEqualTo(Outcome.NOT_ATTENDED);
    assertThat(against.minutes()).isEqualTo(90);
    assertThat(against.why().en())
        .startsWith("Marked as not attended by a coordinator. The lists show 90 of 90 minutes");
  }

  @Test
  void keepsACoordinatorsWordsOutOfTheSentenceThatTravels() {
    assertThat(judge(mark(true)).why().en()).doesNotContain("Ana");
  }

  @Test
  void saysThatNobodyWasSeen() {
    Judgement judgement = judge();

    assertThat(judgement.outcome()).isEqualTo(Outcome.NOT_ATTENDED);
    assertThat(judgement.mode()).isEqualTo(Mode.NONE);
    assertThat(judgement.minutes()).isZero();
    assertThat(judgement.why().es())
        .isEqualTo("No aparece en ninguna lista de esta sesión: no asistió.");
  }

  @Test
  void asksForNobodysTimeWhenTheShareIsNothingButStillForATrace() {
    Schedule free = new Schedule(START, 90, ZONE, 0, 0, 0);

    assertThat(Judge.judge(free, List.of(), Optional.empty()).outcome())
        .isEqualTo(Outcome.NOT_ATTENDED);
    assertThat(Judge.judge(free, List.of(online("10:30", "10:31")), Optional.empty()).outcome())
        .isEqualTo(Outcome.ATTENDED);
  }

  @Test
  void saysHowMuchMoreThanScheduledSomebodyStayed() {
    assertThat(judge(online("10:00", "12:30")).why().en())
        .startsWith("Present 120 minutes (90 scheduled) online");
  }

  @Test
  void knowsADifferenceFromAnotherWording() {
    Judgement once = judge(online("10:30", "11:30"));
    Judgement inTwo = judge(online("10:30", "11:00"), online("11:05", "11:35"));

    assertThat(once.why()).isNotEqualTo(inTwo.why());
    assertThat(once.differsFrom(inTwo)).isFalse();
    assertThat(once.differsFrom(judge(online("10:30", "11:31")))).isTrue();
  }

  private static Judgement judge(Evidence... evidence) {
    return Judge.judge(SCHEDULE, List.of(evidence), Optional.empty());
  }

  private static Judgement judge(Mark mark, Evidence... evidence) {
    return Judge.judge(SCHEDULE, List.of(evidence), Optional.of(mark));
  }

  private static Mark mark(boolean attended) {
    return new Mark(attended, Place.VENUE, "Ana told me", "carla", START);
  }

  private static Evidence online(String from, String to) {
    return Evidence.stay(Place.ONLINE, at(from), at(to));
  }

  private static Evidence stillThere(String from, String seenUntil) {
    return Evidence.stillThere(Place.ONLINE, at(from), at(seenUntil));
  }

  private static Instant at(String clock) {
    return START.atZone(ZONE).with(LocalTime.parse(clock)).toInstant();
  }
}
