package org.cocreation.registration.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.Refusal;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.programme.Drafts;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.ProgrammeDocument;
import org.cocreation.registration.domain.programme.Room;
import org.cocreation.registration.domain.programme.Session;
import org.cocreation.registration.domain.registration.OpenRoom.Opening;
import org.cocreation.registration.domain.registration.OpenRoom.State;
import org.cocreation.registration.domain.registration.RegistrationEvent.JoinLinkOpened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenRoomTest {
  private static final Instant START = Instant.parse("2020-02-13T16:30:00Z");
  private static final Instant REGISTERED = Instant.parse("2020-01-20T12:00:00Z");
  private static final SessionId FIRST = new SessionId("webinar-1");

  private final World world = new World();
  private final RegistrationId ana;

  OpenRoomTest() {
    world.programme(
        Drafts.programme(Drafts.session("webinar-1", 1), Drafts.cancelled("webinar-2", 1)));
    ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue")).registrationId();
  }

  @Test
  void isTooEarlyUntilTheLeadAndToldWhenItOpens() {
    at(START.minus(Duration.ofMinutes(20)).minusMillis(1));

    Opening opening = world.openRoom.open(ana, FIRST);

    assertThat(opening.state()).isEqualTo(State.TOO_EARLY);
    assertThat(opening.opensAt()).isEqualTo(START.minus(Duration.ofMinutes(20)));
    assertThat(opening.roomUrl()).isNull();
    assertThat(clicks()).isEmpty();
  }

  @Test
  void opensAtTheLeadAndAnnouncesTheClickOfWhoChoseTheVenueToo() {
    at(START.minus(Duration.ofMinutes(20)));

    Opening opening = world.openRoom.open(ana, FIRST);

    assertThat(opening.state()).isEqualTo(State.OPEN);
    assertThat(opening.roomUrl()).isEqualTo("https://rooms.example/webinar-1");
    assertThat(clicks()).hasSize(1);
    assertThat(clicks().get(0).registrationId()).isEqualTo(ana);
    assertThat(clicks().get(0).sessionId()).isEqualTo(FIRST);
    assertThat(clicks().get(0).openedAt()).isEqualTo(START.minus(Duration.ofMinutes(20)));
  }

  @Test
  void staysOpenUntilTheTailIsOver() {
    at(START.plus(Duration.ofMinutes(105)).minusMillis(1));
    assertThat(world.openRoom.open(ana, FIRST).state()).isEqualTo(State.OPEN);

    world.pass(Duration.ofMillis(1));
    assertThat(world.openRoom.open(ana, FIRST).state()).isEqualTo(State.ENDED);
  }

  @Test
  void lookingNotesNothing() {
    at(START);

    assertThat(world.openRoom.look(ana, FIRST).state()).isEqualTo(State.OPEN);
    assertThat(clicks()).isEmpty();
  }

  @Test
  void clicksSoonAfterOneAnotherAreOne() {
    at(START);
    world.openRoom.open(ana, FIRST);
    world.pass(Duration.ofSeconds(119));
    world.openRoom.open(ana, FIRST);
    assertThat(clicks()).hasSize(1);

    world.pass(Duration.ofSeconds(1));
    world.openRoom.open(ana, FIRST);
    assertThat(clicks()).hasSize(2);
    assertThat(clicks().get(0).clickId()).isNotEqualTo(clicks().get(1).clickId());
  }

  @Test
  void howeverOftenSomebodyClicksTheDocumentStaysSmall() {
    Clicks clicks = Clicks.none(ana, World.BELIZE);
    Set<String> announced = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      Decided<Clicks, RegistrationEvent, Boolean> decided =
          clicks.click(FIRST, START.plus(Duration.ofMinutes(3L * i)));
      Clicks next = decided.state();
      clicks = next == null ? clicks : next;
      decided.events().forEach(event -> announced.add(((JoinLinkOpened) event).clickId()));
    }

    assertThat(clicks.last()).hasSize(1);
    assertThat(announced).hasSize(Clicks.MOST);
  }

  @Test
  void aCancelledSessionOpensForNobody() {
    at(START);

    assertThat(world.openRoom.open(ana, new SessionId("webinar-2")).state())
        .isEqualTo(State.CANCELLED);
    assertThat(clicks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "//rooms.example/1", "data:text/html,x", "https:", "  "})
  void neverSendsAnybodyToWhatIsNoWebAddress(String url) {
    at(START);
    room(new Room(url));

    Opening opening = world.openRoom.open(ana, FIRST);

    assertThat(opening.state()).isEqualTo(State.NO_ROOM);
    assertThat(opening.roomUrl()).isNull();
  }

  @Test
  void whoCancelledOrIsUnknownGoesNowhere() {
    at(START);
    assertThatThrownBy(() -> world.openRoom.open(ana, new SessionId("webinar-9")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.UNKNOWN));

    world.participate.cancel(ana);
    assertThatThrownBy(() -> world.openRoom.open(ana, FIRST))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.CANCELLED));
  }

  @Test
  void erasureForgetsWhenSomebodyClicked() {
    at(START);
    world.openRoom.open(ana, FIRST);

    world.erase.erase(ana);

    assertThat(world.clicks.find(ana).orElseThrow().last()).isEmpty();
    assertThatThrownBy(() -> world.openRoom.open(ana, FIRST)).isInstanceOf(Refusal.class);
  }

  private List<JoinLinkOpened> clicks() {
    return world.events(JoinLinkOpened.class);
  }

  private void at(Instant instant) {
    world.pass(Duration.between(REGISTERED.plusMillis(1), instant));
  }

  private void room(Room room) {
    Programme programme = world.programmeStates.get(World.BELIZE);
    ProgrammeDocument was = java.util.Objects.requireNonNull(programme).document();
    List<Session> sessions =
        was.sessions().stream()
            .map(
                s ->
                    new Session(
                        s.sessionId(),
                        s.number(),
                        s.title(),
                        s.startsAt(),
                        s.durationMinutes(),
                        s.status(),
                        s.venue(),
                        room,
                        s.topics(),
                        s.presenters(),
                        s.materials()))
            .toList();
    world.programmeStates.put(
        World.BELIZE,
        new Programme(
            World.BELIZE,
            programme.revision(),
            new ProgrammeDocument(
                was.title(),
                was.summary(),
                was.timeZone(),
                was.status(),
                was.rules(),
                was.signatories(),
                was.organisers(),
                was.websiteUrl(),
                was.sectors(),
                was.districts(),
                sessions),
            programme.unsettledSince()));
  }
}
