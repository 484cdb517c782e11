package org.cocreation.attendance.domain.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.attendance.domain.visits.Room.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Mode;
import org.cocreation.attendance.domain.presence.Outcome;
import org.cocreation.attendance.domain.sheet.ReadSheet;
import org.cocreation.attendance.domain.sheet.World;
import org.cocreation.attendance.domain.visits.ScanAtDoor.Batch;
import org.cocreation.attendance.domain.visits.ScanAtDoor.Scan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScanAtDoorTest {

  private final Room room = new Room();
  private final World world = room.world;

  ScanAtDoorTest() {
    world
        .person("r-1", "Inés Pérez", "ines@civic.example")
        .person("r-2", "Ben Tzul", "ben@civic.example");
    room.now = at(200);
  }

  @Test
  void aScanIsAMarkAtTheVenueAlsoWhenThePhoneWasOfflineUntilTheEvening() {
    Batch batch = scan("phone", new Scan("n1", " r-1 ", at(-9)));

    assertThat(outcomes(batch)).containsExactly(ScanAtDoor.Outcome.ACCEPTED);
    assertThat(batch.results().get(0).name()).isEqualTo("Inés Pérez");
    ReadSheet.Line line = world.sheet.line(World.W1, "r-1");
    assertThat(line.judgement().outcome()).isEqualTo(Outcome.ATTENDED);
    assertThat(line.judgement().mode()).isEqualTo(Mode.VENUE);
    assertThat(line.judgement().why().en()).isEqualTo("Scanned in at the door at 10:21: attended.");
  }

  @Test
  void theSameBatchAgainChangesNothing() {
    scan("phone", new Scan("n1", "r-1", at(0)), new Scan("n2", "r-2", at(1)));
    var before = world.observations.all().toList();

    Batch again =
        scan(
            "phone",
            new Scan("n1", "r-1", at(0)),
            new Scan("n2", "r-2", at(1)),
            new Scan("n2", "r-2", at(1)));

    assertThat(outcomes(again)).containsOnly(ScanAtDoor.Outcome.REPEATED);
    assertThat(world.observations.all().toList()).isEqualTo(before);
  }

  @Test
  void aBatchSentAgainWithAnotherOffsetIsStillTheSame() {
    scan("phone", new Scan("n1", "r-1", at(0)));

    Batch again =
        room.door.scan(
            World.W1,
            "phone",
            at(200).plus(Duration.ofHours(1)),
            null,
            List.of(new Scan("n1", "r-1", at(0))));

    assertThat(outcomes(again)).containsExactly(ScanAtDoor.Outcome.REPEATED);
    assertThat(evidence("r-1")).extracting(Evidence::from).containsExactly(at(0));
  }

  @Test
  void aClockThatIsOffIsCorrectedAndWhatItSaidIsShown() {
    Instant sentAt = at(200).plus(Duration.ofMinutes(90));

    Batch batch =
        room.door.scan(
            World.W1,
            "phone",
            sentAt,
            null,
            List.of(new Scan("n1", "r-1", at(0).plus(Duration.ofMinutes(90)))));

    assertThat(batch.clockOffset()).isEqualTo(Duration.ofMinutes(90));
    assertThat(outcomes(batch)).containsExactly(ScanAtDoor.Outcome.ACCEPTED);
    assertThat(batch.results().get(0).scannedAt()).isEqualTo(at(0));
    assertThat(evidence("r-1")).extracting(Evidence::from).containsExactly(at(0));
    assertThat(evidence("r-1"))
        .extracting(Evidence::stated)
        .containsExactly(at(0).plus(Duration.ofMinutes(90)));
  }

  @Test
  void aClockWithinTheToleranceIsTakenAtItsWord() {
    Batch batch =
        room.door.scan(World.W1, "phone", at(202), null, List.of(new Scan("n1", "r-1", at(0))));

    assertThat(batch.clockOffset()).isZero();
    assertThat(evidence("r-1")).extracting(Evidence::stated).containsExactly((Instant) null);
  }

  @Test
  void saysForEachScanWhatBecameOfIt() {
    world.person("r-3", "Marisol Canto", "marisol@civic.example").cancelled("r-3");

    Batch batch =
        scan(
            "phone",
            new Scan("n1", "r-1", at(0)),
            new Scan("n2", "nobody's", at(0)),
            new Scan("n3", "r-2", at(-60)),
            new Scan("n4", "r-3", at(0)),
            new Scan("n5", "r-2", at(500)));

    assertThat(outcomes(batch))
        .containsExactly(
            ScanAtDoor.Outcome.ACCEPTED,
            ScanAtDoor.Outcome.UNKNOWN_CODE,
            ScanAtDoor.Outcome.OUTSIDE_SESSION,
            ScanAtDoor.Outcome.CANCELLED,
            ScanAtDoor.Outcome.INVALID_TIME);
    assertThat(world.outcome("r-2")).isEqualTo(Outcome.NOT_ATTENDED);
    assertThat(world.waiting()).hasSize(1);
  }

  @Test
  void twoPhonesMayUseTheSameNonceAndOnePhoneForTwoPeople() {
    Batch one = scan("phone", new Scan("n1", "r-1", at(0)), new Scan("n1", "r-2", at(0)));
    Batch two = scan("tablet", new Scan("n1", "r-1", at(3)));

    assertThat(outcomes(one)).containsOnly(ScanAtDoor.Outcome.ACCEPTED);
    assertThat(outcomes(two)).containsOnly(ScanAtDoor.Outcome.ACCEPTED);
    assertThat(world.outcome("r-2")).isEqualTo(Outcome.ATTENDED);
    assertThat(evidence("r-1")).hasSize(2);
  }

  @Test
  void howeverOftenSomebodyIsScannedTheDocumentStaysSmall() {
    List<Scan> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add(new Scan("n" + i, "r-1", at(0)));
    }

    Batch batch = room.door.scan(World.W1, "phone", room.now, null, many);

    assertThat(outcomes(batch)).filteredOn(o -> o == ScanAtDoor.Outcome.ACCEPTED).hasSize(20);
    assertThat(evidence("r-1")).hasSize(ScanAtDoor.MOST);
  }

  @Test
  void afterClosingItNeedsAReasonAndIsACorrection() {
    world.close();

    assertThatThrownBy(() -> scan("phone", new Scan("n1", "r-1", at(0))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.REASON_REQUIRED));
    room.door.scan(
        World.W1,
        "phone",
        room.now,
        "the phone was found in the evening",
        List.of(new Scan("n1", "r-1", at(0))));

    assertThat(world.corrected()).hasSize(1);
    assertThat(world.corrected().get(0).reason()).isEqualTo("the phone was found in the evening");
  }

  @Test
  void aCancelledSessionTakesNoScans() {
    assertThatThrownBy(
            () ->
                room.door.scan(
                    new SessionKey(World.PROGRAMME, "w3"),
                    "phone",
                    room.now,
                    null,
                    List.of(new Scan("n1", "r-1", at(0)))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.SESSION_CANCELLED));
  }

  private Batch scan(String device, Scan... scans) {
    return room.door.scan(World.W1, device, room.now, (@Nullable String) null, List.of(scans));
  }

  private static List<ScanAtDoor.Outcome> outcomes(Batch batch) {
    return batch.results().stream().map(ScanAtDoor.Result::outcome).toList();
  }

  private List<Evidence> evidence(String registrationId) {
    return world.sheet.line(World.W1, registrationId).about().stream()
        .flatMap(each -> each.entries().stream())
        .map(entry -> entry.evidence())
        .toList();
  }
}
