package org.cocreation.registration.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.cocreation.registration.domain.Fault;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.Refusal;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.Standing;
import org.cocreation.registration.domain.programme.Drafts;
import org.cocreation.registration.domain.registration.RegistrationEvent.ContactSet;
import org.cocreation.registration.domain.registration.RegistrationEvent.Registered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterTest {
  private final World world = new World();

  @BeforeEach
  void aProgrammeWithOneSeat() {
    world.programme(
        Drafts.programme(
            Drafts.session("webinar-1", 1),
            Drafts.onlineOnly("webinar-2"),
            Drafts.cancelled("webinar-3", 9)));
  }

  @Test
  void announcesARegistrationOncePlacesAreSettled() {
    world.registered("ana@civic.example", Map.of("webinar-1", "venue", "webinar-2", "online"));
    world.registered("ben@civic.example", Map.of("webinar-1", "venue"));

    assertThat(world.events(Registered.class).get(0).choices())
        .containsExactly(
            new SettledChoice(new SessionId("webinar-1"), Mode.VENUE, Standing.SEAT),
            new SettledChoice(new SessionId("webinar-2"), Mode.ONLINE, Standing.SEAT),
            new SettledChoice(new SessionId("webinar-3"), Mode.NONE, Standing.NONE));
    assertThat(world.events(Registered.class).get(1).choices().get(0).standing())
        .isEqualTo(Standing.waiting(1));
  }

  @Test
  void announcesTheContactBesideTheRegistration() {
    Registration ana = world.registered("Ana@Civic.example", Map.of("webinar-2", "online"));

    ContactSet contact = world.events(ContactSet.class).get(0);
    assertThat(contact.registrationId()).isEqualTo(ana.registrationId());
    assertThat(contact.contactRevision()).isEqualTo(1);
    assertThat(contact.person().email().value()).isEqualTo("ana@civic.example");
  }

  @Test
  void keepsOnlyTheHashOfTheLinkThatItAnnounced() {
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-2", "online"));

    assertThat(ana.linkHash()).isEqualTo(world.events(Registered.class).get(0).link().hash());
  }

  @Test
  void aRepeatOfTheSameAddressChangesNothing() {
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));
    int announced = world.events.size();

    Registration again = world.registered("  ANA@Civic.Example", Map.of("webinar-2", "online"));

    assertThat(again).isEqualTo(ana);
    assertThat(world.registrationStates).hasSize(1);
    assertThat(world.events).hasSize(announced);
  }

  @Test
  void theSameAddressMayRegisterInAnotherProgramme() {
    world.registered("ana@civic.example", Map.of("webinar-1", "venue"));
    ProgrammeId other = new ProgrammeId("belize-2021");
    world.setProgramme.set(other, Drafts.programme(Drafts.session("webinar-1", 1)), null);

    world.register.register(other, World.draft("ana@civic.example", Map.of("webinar-1", "venue")));

    assertThat(world.registrationStates).hasSize(2);
  }

  @Test
  void whoCancelledMayRegisterAnew() {
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));
    world.participate.cancel(ana.registrationId());

    Registration anew = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));

    assertThat(anew.registrationId()).isNotEqualTo(ana.registrationId());
    assertThat(world.places("webinar-1").standing(anew.registrationId())).isEqualTo(Standing.SEAT);
  }

  @Test
  void refusesAnUnknownProgramme() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                world.register.register(
                    new ProgrammeId("nowhere"), World.draft("a@b.example", Map.of())));

    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.UNKNOWN);
  }

  @Test
  void refusesAClosedProgramme() {
    world.programme(Drafts.programme("closed", Drafts.session("webinar-1", 1)));

    Refusal refusal = refused(World.draft("ana@civic.example", Map.of("webinar-1", "venue")));

    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_OPEN);
  }

  @Test
  void namesEveryFieldAtFault() {
    Refusal refusal =
        refused(
            new RegistrationDraft(
                " ",
                "ana@civic",
                "two\nlines",
                "farming",
                "Cayo",
                "fr",
                Map.of(
                    "webinar-1",
                    "maybe",
                    "webinar-2",
                    "venue",
                    "webinar-3",
                    "venue",
                    "webinar-9",
                    "online")));

    assertThat(refusal.faults())
        .extracting(Fault::field)
        .containsExactlyInAnyOrder(
            "name",
            "email",
            "organisation",
            "sector",
            "district",
            "language",
            "choices.webinar-1",
            "choices.webinar-2",
            "choices.webinar-3",
            "choices.webinar-9");
  }

  @Test
  void refusesWhoChoosesNothing() {
    Map<String, @Nullable String> nothing = Map.of("webinar-1", "none");

    assertThat(refused(World.draft("ana@civic.example", nothing)).faults())
        .extracting(Fault::field)
        .containsExactly("choices");
  }

  private Refusal refused(RegistrationDraft draft) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> world.register.register(World.BELIZE, draft));
    assertThat(world.registrationStates).isEmpty();
    return refusal;
  }
}
