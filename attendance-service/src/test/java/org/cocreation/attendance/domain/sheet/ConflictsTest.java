package org.cocreation.attendance.domain.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cocreation.attendance.domain.sheet.World.zoom;

import java.time.Instant;
import java.util.List;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What does not go together in the evidence is shown, never hidden. */
class ConflictsTest {

  private final World world = new World();

  @BeforeEach
  void somebody() {
    world.person("r1", "Inés Pérez", "ines@civic.example");
  }

  @Test
  void showsTwoPlacesAtOnceWithTheTime() {
    world.bring(zoom("Inés Pérez,,10:30,11:00"));
    seen("s1", Evidence.stay(Place.VENUE, at("10:50"), at("11:30")));

    assertThat(conflicts()).contains("venue-and-online", "two-places-at-once");
    assertThat(detail("two-places-at-once"))
        .isEqualTo("At the venue and online at the same time (10:50–11:00).");
  }

  @Test
  void doesNotMindSomebodyWhoWentHomeAndWentOnThere() {
    world.bring(zoom("Inés Pérez,,11:00,12:00"));
    seen("s1", Evidence.stay(Place.VENUE, at("10:30"), at("11:00")));

    assertThat(conflicts()).containsExactly("venue-and-online");
  }

  @Test
  void showsAScanAtTheDoorWhileConnected() {
    world.bring(zoom("Inés Pérez,,10:30,11:40"));
    seen("s1", Evidence.scan(at("10:45"), null));

    assertThat(detail("two-places-at-once"))
        .isEqualTo("Scanned at the door (10:45) while connected online.");
  }

  @Test
  void doesNotMindAScanBeforeConnecting() {
    world.bring(zoom("Inés Pérez,,10:50,11:40"));
    seen("s1", Evidence.scan(at("10:45"), null));

    assertThat(conflicts()).doesNotContain("two-places-at-once");
  }

  @Test
  void showsTwoConnectionsUnderDifferentNamesAtOnce() {
    world.bring(zoom("Inés Pérez,,10:30,11:40", "Office Desk,,11:20,12:00"));
    world.match("Office Desk", "r1");

    assertThat(detail("two-connections-at-once"))
        .isEqualTo("Connected under different names at the same time (11:20–11:40).");
  }

  @Test
  void doesNotMindReconnectsNorTheSameRowInTwoExports() {
    world.bring(zoom("Inés Pérez,,10:30,11:00", "Inés Pérez,,10:55,11:40"));
    world.bring(zoom("Inés Pérez,,10:30,11:40"));

    assertThat(conflicts()).isEmpty();
  }

  private void seen(String id, Evidence evidence) {
    world.observe.observe(
        World.W1,
        List.of(
            Observed.registration(new Origin(Origin.Channel.SCAN, "door", id), "r1", evidence)));
  }

  private List<String> conflicts() {
    return world.sheet.line(World.W1, "r1").conflicts().stream().map(Conflict::kind).toList();
  }

  private String detail(String kind) {
    return world.sheet.line(World.W1, "r1").conflicts().stream()
        .filter(each -> each.kind().equals(kind))
        .map(each -> each.detail().en())
        .findFirst()
        .orElse("");
  }

  private static Instant at(String clock) {
    return Instant.parse("2020-02-13T" + clock + ":00-06:00");
  }
}
