package org.cocreation.registration.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.cocreation.registration.domain.Fault;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.Refusal;
import org.cocreation.registration.domain.places.Standing;
import org.cocreation.registration.domain.programme.Drafts;
import org.cocreation.registration.domain.programme.ProgrammeDraft;
import org.cocreation.registration.domain.registration.RegistrationEvent.PlacePromoted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SetProgrammeTest {
  private final World world = new World();

  @Test
  void theSameDocumentAgainIsNoRevisionAndNoEvent() {
    ProgrammeDraft draft = Drafts.programme(Drafts.session("webinar-1", 1));

    SetProgramme.Result first = world.setProgramme.set(World.BELIZE, draft, null);
    SetProgramme.Result again = world.setProgramme.set(World.BELIZE, draft, null);

    assertThat(first.created()).isTrue();
    assertThat(again.changed()).isFalse();
    assertThat(again.programme().revision()).isEqualTo(1);
    assertThat(world.programmeEvents).hasSize(1);
  }

  @Test
  void anotherDocumentIsTheNextRevisionAndIsAnnouncedWhole() {
    world.programme(Drafts.programme(Drafts.session("webinar-1", 1)));

    SetProgramme.Result next =
        world.setProgramme.set(World.BELIZE, Drafts.programme(Drafts.session("webinar-1", 2)), 1);

    assertThat(next.changed()).isTrue();
    assertThat(world.programmeEvents.get(1).revision()).isEqualTo(2);
    assertThat(world.programmeEvents.get(1).document().sessions().get(0).seats()).isEqualTo(2);
  }

  @Test
  void refusesAnEditOfAnOlderRevision() {
    world.programme(Drafts.programme(Drafts.session("webinar-1", 1)));

    assertThat(refused(Drafts.programme(Drafts.session("webinar-1", 2)), 7).reason())
        .isEqualTo(Refusal.Reason.STALE);
  }

  @Test
  void refusesAnIdThatCannotStandInAnAddress() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                world.setProgramme.set(
                    new ProgrammeId("Belize 2020"),
                    Drafts.programme(Drafts.session("webinar-1", 1)),
                    null));

    assertThat(refusal.faults()).extracting(Fault::field).containsExactly("programmeId");
  }

  @Test
  void refusesADocumentOfAnotherProgramme() {
    ProgrammeDraft usual = Drafts.programme(Drafts.session("webinar-1", 1));
    ProgrammeDraft other =
        new ProgrammeDraft(
            "other",
            usual.title(),
            null,
            "UTC",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            usual.sessions());

    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> world.setProgramme.set(World.BELIZE, other, null));

    assertThat(refusal.faults()).extracting(Fault::field).containsExactly("programmeId");
  }

  @Test
  void refusesToLeaveOutASessionThatSomebodyChose() {
    world.programme(
        Drafts.programme(Drafts.session("webinar-1", 1), Drafts.session("webinar-2", 1)));
    world.registered("ana@civic.example", Map.of("webinar-1", "online"));

    Refusal refusal = refused(Drafts.programme(Drafts.session("webinar-2", 1)), null);

    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.SESSION_HAS_REGISTRATIONS);
    assertThat(refusal.detail()).contains("webinar-1").contains("cancelled");
  }

  @Test
  void leavesOutASessionThatNobodyChose() {
    world.programme(
        Drafts.programme(Drafts.session("webinar-1", 1), Drafts.session("webinar-2", 1)));
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "online"));

    world.programme(Drafts.programme(Drafts.session("webinar-1", 1)));

    assertThat(
            world
                .participate
                .choose(ana.registrationId(), Map.of("webinar-1", "venue"), null)
                .choices())
        .hasSize(1);
  }

  @Test
  void refusesToTakeAwayAVenueWhereSomebodyHasAPlace() {
    world.programme(Drafts.programme(Drafts.session("webinar-1", 1)));
    world.registered("ana@civic.example", Map.of("webinar-1", "venue"));

    Refusal refusal = refused(Drafts.programme(Drafts.onlineOnly("webinar-1")), null);

    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.VENUE_HAS_PLACES);
    assertThat(refusal.faults()).extracting(Fault::field).containsExactly("sessions[0].venue");
  }

  @Test
  void fewerSeatsThanGivenTakeNobodysSeatAndSaySo() {
    world.programme(Drafts.programme(Drafts.session("webinar-1", 2)));
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));
    Registration ben = world.registered("ben@civic.example", Map.of("webinar-1", "venue"));

    SetProgramme.Result result =
        world.setProgramme.set(
            World.BELIZE, Drafts.programme(Drafts.session("webinar-1", 1)), null);

    assertThat(result.notes())
        .extracting(SetProgramme.Note::field)
        .containsExactly("sessions[0].venue.seats");
    assertThat(result.notes().get(0).detail()).contains("Nobody loses a seat");
    assertThat(world.places("webinar-1").standing(ana.registrationId())).isEqualTo(Standing.SEAT);
    assertThat(world.places("webinar-1").standing(ben.registrationId())).isEqualTo(Standing.SEAT);
  }

  @Test
  void moreSeatsMoveTheFirstInLineUpAndTellThem() {
    world.programme(Drafts.programme(Drafts.session("webinar-1", 0)));
    Registration ana = world.registered("ana@civic.example", Map.of("webinar-1", "venue"));
    Registration ben = world.registered("ben@civic.example", Map.of("webinar-1", "venue"));
    world.registered("cal@civic.example", Map.of("webinar-1", "venue"));

    world.programme(Drafts.programme(Drafts.session("webinar-1", 2)));

    assertThat(world.events(PlacePromoted.class))
        .extracting(PlacePromoted::registrationId)
        .containsExactly(ana.registrationId(), ben.registrationId());
    assertThat(world.programmes.find(World.BELIZE).orElseThrow().unsettledSince()).isNull();
  }

  private Refusal refused(ProgrammeDraft draft, @Nullable Integer readRevision) {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> world.setProgramme.set(World.BELIZE, draft, readRevision));
    assertThat(world.programmeEvents).hasSize(1);
    return refusal;
  }
}
