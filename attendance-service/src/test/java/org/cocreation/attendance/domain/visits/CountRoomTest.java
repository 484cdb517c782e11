package org.cocreation.attendance.domain.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.attendance.domain.visits.Room.at;
import static org.cocreation.attendance.domain.visits.Room.person;

import java.util.List;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.sheet.World;
import org.cocreation.attendance.domain.visits.CountRoom.Count;
import org.cocreation.attendance.domain.visits.ScanAtDoor.Scan;
import org.junit.jupiter.api.Test;

class CountRoomTest {

  private final Room room = new Room();

  CountRoomTest() {
    room.world.person("r-1", "Inés Pérez", "ines@civic.example");
    room.now = at(30);
  }

  @Test
  void countsWhoIsThereNowAndWhoWasSeen() {
    room.feed.told(
        List.of(
            person("7").named("Inés Pérez").joined("e1", 0),
            person("8").named("Ben Tzul").joined("e2", 1),
            person("8").left("e3", 20),
            person("9").named("Host").helping().joined("e4", -10),
            person("6").joined("e5", 5)));

    Count count = room.count.now(World.W1);

    assertThat(count.onlineNow()).isEqualTo(2);
    assertThat(count.onlineSeen()).isEqualTo(3);
    assertThat(count.staff()).isEqualTo(1);
    assertThat(count.nameless()).isEqualTo(1);
    assertThat(count.asOf()).isEqualTo(at(30));
    assertThat(count.sources()).containsExactly(new CountRoom.Source("zoom", at(20)));
  }

  @Test
  void countsAPersonOnTwoDevicesOnce() {
    room.feed.told(
        List.of(
            person("7").mailed("ines@civic.example").joined("e1", 0),
            person("8").mailed("INES@civic.example").joined("e2", 1)));

    assertThat(room.count.now(World.W1).onlineNow()).isEqualTo(1);
  }

  @Test
  void whoReconnectedIsInAndALateLeftOfTheEarlierConnectionDoesNotPutThemOut() {
    room.feed.told(
        List.of(
            person("7").on("b").joined("e3", 11),
            person("7").on("a").joined("e1", 0),
            person("7").on("a").left("e2", 10)));

    assertThat(room.count.now(World.W1).onlineNow()).isEqualTo(1);
  }

  @Test
  void whoWasScannedInIsAtTheVenue() {
    room.door.scan(
        World.W1,
        "phone",
        room.now,
        null,
        List.of(new Scan("n1", "r-1", at(0)), new Scan("n2", "r-1", at(1))));

    Count count = room.count.now(World.W1);

    assertThat(count.venueNow()).isEqualTo(1);
    assertThat(count.onlineNow()).isZero();
  }

  @Test
  void onceTheWindowIsOverNobodyIsInAnyMore() {
    room.feed.told(List.of(person("7").joined("e1", 0)));
    room.now = at(105);

    Count count = room.count.now(World.W1);

    assertThat(count.goingOn()).isFalse();
    assertThat(count.onlineNow()).isZero();
    assertThat(count.onlineSeen()).isEqualTo(1);
  }

  @Test
  void aCountIsKeptForAMoment() {
    Count first = room.count.now(World.W1);
    room.feed.told(List.of(person("7").joined("e1", 0)));
    room.now = room.now.plusMillis(999);
    assertThat(room.count.now(World.W1)).isEqualTo(first);

    room.now = room.now.plusMillis(1);
    assertThat(room.count.now(World.W1).onlineNow()).isEqualTo(1);
  }

  @Test
  void thereIsNoCountOfASessionThatIsNotThere() {
    assertThatThrownBy(() -> room.count.now(new SessionKey(World.PROGRAMME, "w9")))
        .isInstanceOf(Refused.class);
  }
}
