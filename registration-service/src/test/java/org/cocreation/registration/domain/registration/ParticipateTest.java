package org.cocreation.registration.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cocreation.registration.domain.Fault;
import org.cocreation.registration.domain.Refusal;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.Place;
import org.cocreation.registration.domain.places.Standing;
import org.cocreation.registration.domain.programme.Drafts;
import org.cocreation.registration.domain.registration.RegistrationEvent.Cancelled;
import org.cocreation.registration.domain.registration.RegistrationEvent.ChoicesChanged;
import org.cocreation.registration.domain.registration.RegistrationEvent.ContactSet;
import org.cocreation.registration.domain.registration.RegistrationEvent.Erased;
import org.cocreation.registration.domain.registration.RegistrationEvent.LinkReplaced;
import org.cocreation.registration.domain.registration.RegistrationEvent.PlacePromoted;
import org.cocreation.registration.domain.registration.RegistrationEvent.Registered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParticipateTest {
  private static final SessionId FIRST = new SessionId("webinar-1");

  private final World world = new World();

  @BeforeEach
  void aProgrammeWithOneSeat() {
    world.programme(
        Drafts.programme(Drafts.session("webinar-1", 1), Drafts.session("webinar-2", 5)));
  }

  @Test
  void aChangeOfModeFreesTheSeatForTheFirstInLineWhoIsTold() {
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));
    Registration ben = world.registered("ben@civic.example", Map.of("webinar-1", "venue"));
    Registration cal = world.registered("cal@civic.example", Map.of("webinar-1", "venue"));

    world.participate.choose(ana.registrationId(), Map.of("webinar-1", "online"), null);

    assertThat(world.events(PlacePromoted.class))
        .extracting(PlacePromoted::registrationId)
        .containsExactly(ben.registrationId());
    assertThat(world.state(ben).choice(FIRST)).contains(new Choice(FIRST, Mode.VENUE, Place.SEAT));
    assertThat(world.places("webinar-1").standing(cal.registrationId()))
        .isEqualTo(Standing.waiting(1));
    assertThat(world.places("webinar-1").untold()).isEmpty();
  }

  @Test
  void aChangeAnnouncesTheWholeNewListWithItsRevision() {
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));

    world.participate.choose(
        ana.registrationId(), Map.of("webinar-1", "online", "webinar-2", "venue"), 1);

    ChoicesChanged changed = world.events(ChoicesChanged.class).get(0);
    assertThat(changed.revision()).isEqualTo(2);
    assertThat(changed.choices())
        .containsExactly(
            new SettledChoice(FIRST, Mode.ONLINE, Standing.SEAT),
            new SettledChoice(new SessionId("webinar-2"), Mode.VENUE, Standing.SEAT));
  }

  @Test
  void aPositionInTheLineIsAnnouncedAlsoWhenAnotherSessionChanged() {
    world.registered("ana@civic.example", Map.of("webinar-1", "venue"));
    Registration ben = world.registered("ben@civic.example", Map.of("webinar-1", "venue"));

    world.participate.choose(
        ben.registrationId(), Map.of("webinar-1", "venue", "webinar-2", "online"), null);

    assertThat(world.events(ChoicesChanged.class).get(0).choices().get(0).standing())
        .isEqualTo(Standing.waiting(1));
  }

  @Test
  void theSameChoicesAgainAreNoChange() {
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));

    Registration same =
        world.participate.choose(
            ana.registrationId(), Map.of("webinar-1", "venue", "webinar-2", "none"), null);

    assertThat(same.revision()).isEqualTo(1);
    assertThat(world.events(ChoicesChanged.class)).isEmpty();
  }

  @Test
  void refusesAChangeOfChoicesThatWereChangedMeanwhile() {
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));
    world.participate.choose(ana.registrationId(), Map.of("webinar-1", "online"), 1);

    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> world.participate.choose(ana.registrationId(), Map.of("webinar-2", "online"), 1));

    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.STALE);
  }

  @Test
  void aCancelledSessionKeepsWhatItHadAndTakesNothingNew() {
    Registration ana =
        world.registered("ana@civic.example", Map.of("webinar-1", "venue", "webinar-2", "online"));
    Registration ben = world.registered("ben@civic.example", Map.of("webinar-2", "online"));
    world.programme(
        Drafts.programme(Drafts.cancelled("webinar-1", 1), Drafts.session("webinar-2", 5)));

    world.participate.choose(ana.registrationId(), Map.of("webinar-2", "venue"), null);
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                world.participate.choose(ben.registrationId(), Map.of("webinar-1", "venue"), null));

    assertThat(world.state(ana).choice(FIRST)).contains(new Choice(FIRST, Mode.VENUE, Place.SEAT));
    assertThat(refusal.faults()).extracting(Fault::field).contains("choices.webinar-1");
  }

  @Test
  void cancellationFreesEverySeatAndIsAnnouncedOnce() {
    Registration ana =
        world.registered("ana@civic.example", Map.of("webinar-1", "venue", "webinar-2", "venue"));
    Registration ben = world.registered("ben@civic.example", Map.of("webinar-1", "venue"));

    world.participate.cancel(ana.registrationId());
    world.participate.cancel(ana.registrationId());

    assertThat(world.events(Cancelled.class)).hasSize(1);
    assertThat(world.events(PlacePromoted.class))
        .extracting(PlacePromoted::registrationId)
        .containsExactly(ben.registrationId());
    assertThat(world.places("webinar-2").holders()).isEmpty();
  }

  @Test
  void aCancelledRegistrationKeepsItsLinkButNotItsChoices() {
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));
    world.participate.cancel(ana.registrationId());

    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                world.participate.choose(
                    ana.registrationId(), Map.of("webinar-1", "online"), null));

    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.CANCELLED);
    assertThat(world.registrations.findByLink(String.valueOf(ana.linkHash()))).isPresent();
  }

  @Test
  void aReplacedLinkStopsWorkingAtOnce() {
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));

    world.participate.replaceLink(ana.registrationId());

    assertThat(world.registrations.findByLink(String.valueOf(ana.linkHash()))).isEmpty();
    assertThat(world.events(LinkReplaced.class).get(0).link().hash())
        .isEqualTo(world.state(ana).linkHash());
  }

  @Test
  void aLinkIsSentAgainToARegisteredAddressOnly() {
    world.registered("ana@civic.example", Map.of("webinar-1", "venue"));

    world.participate.sendLinkAgain(World.BELIZE, " ANA@civic.example");
    world.participate.sendLinkAgain(World.BELIZE, "nobody@civic.example");

    assertThat(world.events(LinkReplaced.class)).hasSize(1);
  }

  @Test
  void correctedContactDetailsAreAnnouncedWithANewRevision() {
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));

    world.participate.describe(ana.registrationId(), "Ana Maria Cal", null, "en");
    world.participate.describe(ana.registrationId(), "Ana Maria Cal", null, "en");

    List<ContactSet> contacts = world.events(ContactSet.class);
    assertThat(contacts).extracting(ContactSet::contactRevision).containsExactly(1, 2);
    assertThat(contacts.get(1).person().name()).isEqualTo("Ana Maria Cal");
  }

  @Test
  void erasureTakesEverythingPersonalAndTheSeat() {
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));
    Registration ben = world.registered("ben@civic.example", Map.of("webinar-1", "venue"));

    world.erase.erase(ana.registrationId());
    world.erase.erase(ana.registrationId());

    Registration erased = world.state(ana);
    assertThat(erased.person()).isNull();
    assertThat(erased.linkHash()).isNull();
    assertThat(erased.claim()).isNull();
    assertThat(erased.choices()).isEmpty();
    assertThat(world.events(Erased.class)).hasSize(1);
    assertThat(world.places("webinar-1").standing(ben.registrationId())).isEqualTo(Standing.SEAT);
  }

  @Test
  void anErasedAddressMayRegisterAnew() {
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));
    world.erase.erase(ana.registrationId());

    Registration anew = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));

    assertThat(anew.registrationId()).isNotEqualTo(ana.registrationId());
    assertThat(world.events(Registered.class)).hasSize(2);
  }

  @Test
  void anErasedRegistrationIsAsGoodAsUnknown() {
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));
    world.erase.erase(ana.registrationId());

    assertThat(reasonOf(() -> world.participate.look(ana.registrationId())))
        .isEqualTo(Refusal.Reason.UNKNOWN);
    assertThat(reasonOf(() -> world.participate.cancel(ana.registrationId())))
        .isEqualTo(Refusal.Reason.UNKNOWN);
    assertThat(reasonOf(() -> world.erase.erase(new RegistrationId("nobody"))))
        .isEqualTo(Refusal.Reason.UNKNOWN);
  }

  private static Refusal.Reason reasonOf(ThrowingCallable call) {
    return catchThrowableOfType(Refusal.class, call).reason();
  }
}
