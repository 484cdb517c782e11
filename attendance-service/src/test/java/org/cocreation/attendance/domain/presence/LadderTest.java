package org.cocreation.attendance.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a scan at the door and a click on the join link contribute. */
class LadderTest {

  private static final ZoneId ZONE = ZoneId.of("America/Belize");
  private static final Instant START = Instant.parse("2020-02-13T16:30:00Z");
  private static final Schedule SCHEDULE = new Schedule(START, 90, ZONE, 0.6667, 20, 15);

  @Test
  void aScanAtTheDoorIsAMarkAtTheVenue() {
    Judgement judgement = judge(Evidence.scan(at(-9), null));

    assertThat(judgement.outcome()).isEqualTo(Outcome.ATTENDED);
    assertThat(judgement.mode()).isEqualTo(Mode.VENUE);
    assertThat(judgement.minutes()).isNull();
    assertThat(judgement.why().en()).isEqualTo("Scanned in at the door at 10:21: attended.");
    assertThat(judgement.why().es()).isEqualTo("Se registró en la puerta a las 10:21: asistió.");
  }

  @Test
  void aScanOutsideTheWindowCountsForNothing() {
    Judgement judgement = judge(Evidence.scan(at(-60), null), Evidence.scan(at(105), null));

    assertThat(judgement.outcome()).isEqualTo(Outcome.NOT_ATTENDED);
    assertThat(judgement.why().en())
        .isEqualTo("Seen only outside the session's time: not attended.");
  }

  @Test
  void aScanAndASignatureAreBothNamed() {
    assertThat(judge(Evidence.signature(), Evidence.scan(at(1), at(61))).why().en())
        .isEqualTo("Signed in at the venue and scanned in at the door at 10:31: attended.");
  }

  @Test
  void aScanBesidesAShortConnectionAttends() {
    Judgement judgement =
        judge(Evidence.scan(at(0), null), Evidence.stay(Place.ONLINE, at(0), at(12)));

    assertThat(judgement.outcome()).isEqualTo(Outcome.ATTENDED);
    assertThat(judgement.mode()).isEqualTo(Mode.BOTH);
    assertThat(judgement.minutes()).isEqualTo(12);
    assertThat(judgement.why().en())
        .startsWith("Scanned in at the door at 10:30, and present 12 of 90 minutes online");
  }

  @Test
  void aClickIsNoPresenceByItself() {
    Judgement judgement = judge(Evidence.joinLink(at(2)));

    assertThat(judgement.outcome()).isEqualTo(Outcome.NOT_ATTENDED);
    assertThat(judgement.mode()).isEqualTo(Mode.NONE);
    assertThat(judgement.minutes()).isZero();
    assertThat(judgement.why().en())
        .isEqualTo(
            "Opened the personal join link, but is in no list of this session: not attended.");
    assertThat(judgement.why().es()).startsWith("Abrió su enlace personal de acceso");
  }

  @Test
  void aClickChangesNothingAboutWhatOtherEvidenceSays() {
    Evidence stay = Evidence.stay(Place.ONLINE, at(0), at(70));
    Evidence open = Evidence.openStay(Place.ONLINE, at(3), null);

    assertThat(judge(stay, Evidence.joinLink(at(-1)))).isEqualTo(judge(stay));
    assertThat(judge(open, Evidence.joinLink(at(-1)))).isEqualTo(judge(open));
  }

  private static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private static Judgement judge(Evidence... evidence) {
    return Judge.judge(SCHEDULE, List.of(evidence), Optional.empty());
  }
}
