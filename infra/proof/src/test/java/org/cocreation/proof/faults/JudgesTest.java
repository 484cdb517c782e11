package org.cocreation.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.cocreation.proof.faults.Calendar.Date;
import org.cocreation.proof.faults.Calendar.Told;
import org.cocreation.proof.faults.Client.Answer;
import org.cocreation.proof.faults.MailGate.Mood;
import org.junit.jupiter.api.Test;

/** Each fault's own judgement: nothing where nothing is wrong, and what is planted. */
class JudgesTest {

  @Test
  void oneAnswerToTheSameRequestAndNoneToAnotherUnderItsKey() {
    Answer taken = new Answer(202, "{\"status\":\"accepted\"}");
    Answer refused = new Answer(422, "{}");
    assertThat(SameKey.judged(List.of(taken, taken), refused)).isEmpty();
    assertThat(SameKey.judged(List.of(taken, new Answer(202, "{}")), refused)).hasSize(1);
    assertThat(SameKey.judged(List.of(taken, new Answer(500, "")), refused)).hasSize(2);
    assertThat(SameKey.judged(List.of(taken), taken)).hasSize(1);
  }

  @Test
  void oneHasTheSeatAndTheOthersWaitOneBehindTheOther() {
    List<Integer> places = new ArrayList<>(IntStream.range(0, 200).boxed().toList());
    assertThat(LastSeat.judged(places, 200)).isEmpty();
    places.set(199, 0);
    assertThat(LastSeat.judged(places, 200)).contains("2 people have the only seat");
    places.set(199, 198);
    assertThat(LastSeat.judged(places, 200)).hasSize(1);
    assertThat(LastSeat.judged(places.subList(0, 150), 200)).hasSize(2);
  }

  @Test
  void eachClassOfPoisonHasItsLetterAndStrangeOnesMay() {
    Map<String, Integer> letters = new HashMap<>();
    Poison.classes().forEach((name, bad) -> letters.put(name, bad.sure() ? 3 : 0));
    assertThat(Poison.judged("portal", letters, 3)).isEmpty();
    letters.put("$ key", 3);
    assertThat(Poison.judged("portal", letters, 3)).isEmpty();
    letters.put("$ key", 4);
    letters.put("deep", 2);
    assertThat(Poison.judged("portal", letters, 3))
        .containsExactlyInAnyOrder(
            "portal has 2 dead letters of 3: deep", "portal has 4 dead letters of 3: $ key");
  }

  @Test
  void nothingIsCommittedPastARecordThatNobodyHas() {
    assertThat(DeadLettersAway.judged("attendance", 7, 7, 0)).isEmpty();
    assertThat(DeadLettersAway.judged("attendance", 8, 7, 0)).hasSize(1);
    assertThat(DeadLettersAway.judged("attendance", 7, 7, 1)).hasSize(1);
  }

  @Test
  void aReplayThatChangesADocumentIsSeen() {
    Map<String, String> before = Map.of("attendance people r-1", "1 a");
    assertThat(DeadLetterReplay.changed("a replay", before, before)).isEmpty();
    assertThat(DeadLetterReplay.changed("a replay", before, Map.of("attendance people r-1", "2 a")))
        .containsExactly("a replay changed attendance people r-1");
  }

  @Test
  void onlyWhatWasRefusedForGoodIsGivenUp() {
    String reason = "The mail server said: 550 5.1.1 Nobody of that name";
    assertThat(MailTrouble.judged(List.of(Mood.REFUSES), List.of(reason))).isEmpty();
    assertThat(MailTrouble.judged(List.of(Mood.REFUSES), List.of())).hasSize(1);
    assertThat(MailTrouble.judged(List.of(Mood.REFUSES), List.of("lost"))).hasSize(1);
    assertThat(MailTrouble.judged(List.of(Mood.HANGS), List.of())).isEmpty();
    assertThat(MailTrouble.judged(List.of(Mood.HANGS), List.of(reason))).hasSize(1);
  }

  @Test
  void readsTheQueueFromTheFigures() {
    String figures =
        """
        # HELP cocreation_mail_waiting E-mails that wait to be sent, as counted last
        cocreation_mail_waiting{application="notification",awaited="contact"} 2.0
        cocreation_mail_waiting{application="notification",awaited="mail-server"} 17.0
        """;
    assertThat(MailQueue.figure(figures, "cocreation_mail_waiting", "awaited=\"mail-server\""))
        .isEqualTo(17);
    assertThat(MailQueue.figure(figures, "cocreation_mail_failed", "x")).isEqualTo(-1);
    assertThat(MailQueue.tooMany(17, 17)).isEmpty();
    assertThat(MailQueue.tooMany(1_000, 17)).hasSize(1);
    assertThat(MailQueue.judged(17, true, List.of())).isEmpty();
    assertThat(MailQueue.judged(0, false, List.of())).hasSize(2);
  }

  @Test
  void aSlowBatchThatNobodyMissedIsNoProof() {
    assertThat(SlowBatch.judged("attendance", true, true)).isEmpty();
    assertThat(SlowBatch.judged("attendance", false, true)).hasSize(1);
    assertThat(SlowBatch.judged("attendance", true, false)).hasSize(1);
  }

  @Test
  void aFullDiskIsMetWithARefusalAndAnEnd() {
    assertThat(DiskFull.judged(true, true, "store", Map.of(503, 4L))).isEmpty();
    assertThat(DiskFull.judged(false, false, "store", Map.of())).hasSize(3);
    assertThat(DiskFull.judged(true, true, "broker", Map.of())).isEmpty();
  }

  @Test
  void aStoreThatIsAwayIsSaidSoAtOnce() {
    assertThat(Network.refusals(Map.of(503, 9L), 1_500, 2_000)).isEmpty();
    assertThat(Network.refusals(Map.of(500, 9L), 2_500, 2_000)).hasSize(2);
  }

  @Test
  void everyPointIsReachedOnceAndNobodyDiesTwiceInARound() {
    for (int seed = 0; seed < 50; seed++) {
      List<Map<String, String>> rounds = CrashAt.rounds(CrashAt.POINTS, new Random(seed));
      List<String> points = rounds.stream().flatMap(r -> r.values().stream()).toList();
      assertThat(points).containsExactlyInAnyOrderElementsOf(CrashAt.POINTS);
      rounds.forEach(round -> assertThat(round.get("registration")).isNotEqualTo("HANDLED"));
    }
    assertThat(CrashAt.rounds(List.of("HANDLED"), new Random(1)))
        .containsExactly(
            Map.of("attendance", "HANDLED", "certificate", "HANDLED", "notification", "HANDLED"));
  }

  @Test
  void aDateIsToldInItsZone() {
    Date night = new Date("short-night", "Europe/Madrid", Instant.parse("2027-03-28T00:30:00Z"));
    String invitation =
        """
        BEGIN:VTIMEZONE
        DTSTART:19810329T020000
        END:VTIMEZONE
        BEGIN:VEVENT
        DTSTART;TZID=Europe/Madrid:20270328T013000
        DTEND;TZID=Europe/Madrid:20270328T040000
        """;
    String text = "Sunday 28 March 2027, 01:30–04:00 (Madrid time)";
    assertThat(Calendar.judged(night, new Told(text, invitation))).isEmpty();
    assertThat(Calendar.judged(night, new Told(text.replace("04:00", "03:00"), invitation)))
        .hasSize(1);
    assertThat(Calendar.judged(night, new Told(text, invitation.replace("28T040000", "28T030000"))))
        .hasSize(1);
    assertThat(Calendar.judged(night, new Told("", ""))).hasSize(3);
  }
}
