package org.cocreation.registration.domain.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final Instant NOW = Instant.parse("2020-01-20T12:00:00Z");
  private static final RegistrationId ANA = new RegistrationId("ana");
  private static final RegistrationId BEN = new RegistrationId("ben");
  private static final RegistrationId CAL = new RegistrationId("cal");

  @Test
  void givesSeatsThenPlacesInTheLineInOrderOfArrival() {
    Places places = hall(1);
    Places.Asked ana = places.ask(ANA, 1, 10);
    Places.Asked ben = ana.places().ask(BEN, 1, 10);
    Places.Asked cal = ben.places().ask(CAL, 1, 10);

    assertThat(List.of(ana.standing(), ben.standing(), cal.standing()))
        .containsExactly(Standing.SEAT, Standing.waiting(1), Standing.waiting(2));
  }

  @Test
  void answersARepeatedRequestTheSameWayAndKeepsOneEntry() {
    Places places = hall(1).ask(ANA, 1, 10).places().ask(BEN, 1, 10).places();

    assertThat(places.ask(ANA, 1, 10)).isEqualTo(new Places.Asked(places, Standing.SEAT));
    assertThat(places.ask(BEN, 1, 10)).isEqualTo(new Places.Asked(places, Standing.waiting(1)));
  }

  @Test
  void givesAFreedSeatToTheFirstInLineAndRemembersToTell() {
    Places places = full().release(ANA, 2, NOW);

    assertThat(places.standing(ANA)).isEqualTo(Standing.NONE);
    assertThat(places.standing(BEN)).isEqualTo(Standing.SEAT);
    assertThat(places.standing(CAL)).isEqualTo(Standing.waiting(1));
    assertThat(places.untold()).containsExactly(new Places.Promotion(BEN, NOW));
    assertThat(places.untoldSince()).isEqualTo(NOW);
  }

  @Test
  void forgetsAPromotionOnceItIsTold() {
    Places places = full().release(ANA, 2, NOW);

    Places told = places.told(Set.copyOf(places.untold()));

    assertThat(told.untold()).isEmpty();
    assertThat(told.untoldSince()).isNull();
  }

  @Test
  void forgetsAPromotionWhenThePersonLeavesUntold() {
    Places places = full().release(ANA, 2, NOW).release(BEN, 2, NOW);

    assertThat(places.standing(CAL)).isEqualTo(Standing.SEAT);
    assertThat(places.untold()).containsExactly(new Places.Promotion(CAL, NOW));
  }

  @Test
  void freesASeatOnceOnlyWhenReleasedTwice() {
    Places once = full().release(ANA, 2, NOW);

    assertThat(once.release(ANA, 2, NOW.plusSeconds(1))).isEqualTo(once);
  }

  @Test
  void givesNothingToALateRequestOfSomebodyWhoLeft() {
    Places places = hall(2).ask(ANA, 1, 10).places().release(ANA, 2, NOW);

    assertThat(places.ask(ANA, 1, 10).standing()).isEqualTo(Standing.NONE);
    assertThat(places.ask(ANA, 3, 10).standing()).isEqualTo(Standing.SEAT);
  }

  @Test
  void aLateReleaseDoesNotTakeTheSeatOfANewerWish() {
    Places places = hall(1).ask(ANA, 3, 10).places();

    assertThat(places.release(ANA, 2, NOW).standing(ANA)).isEqualTo(Standing.SEAT);
  }

  @Test
  void nobodyLosesASeatWhenSeatsAreTakenAway() {
    Places places =
        hall(2).ask(ANA, 1, 10).places().ask(BEN, 1, 10).places().ask(CAL, 1, 10).places();

    Places fewer = places.with(new Capacity(1, true, 2), NOW);

    assertThat(fewer.standing(ANA)).isEqualTo(Standing.SEAT);
    assertThat(fewer.standing(BEN)).isEqualTo(Standing.SEAT);
    assertThat(fewer.release(ANA, 2, NOW).standing(CAL)).isEqualTo(Standing.waiting(1));
    assertThat(fewer.release(ANA, 2, NOW).release(BEN, 2, NOW).standing(CAL))
        .isEqualTo(Standing.SEAT);
  }

  @Test
  void raisedSeatsGoToTheFirstInLine() {
    Places more = full().with(new Capacity(2, true, 2), NOW);

    assertThat(more.standing(BEN)).isEqualTo(Standing.SEAT);
    assertThat(more.standing(CAL)).isEqualTo(Standing.waiting(1));
  }

  @Test
  void ignoresTheSeatsOfAnOlderRevision() {
    Places places = hall(1).with(new Capacity(5, true, 3), NOW);

    assertThat(places.with(new Capacity(1, true, 2), NOW).seats()).isEqualTo(5);
  }

  @Test
  void nobodyMovesUpOrIsGivenASeatWhileTheSessionIsCancelled() {
    Places cancelled = full().with(new Capacity(9, false, 2), NOW);

    assertThat(cancelled.release(ANA, 2, NOW).standing(BEN)).isEqualTo(Standing.waiting(1));
    assertThat(cancelled.ask(new RegistrationId("dan"), 1, 10).standing()).isEqualTo(Standing.NONE);
    assertThat(cancelled.seatsLeft()).isZero();
    assertThat(cancelled.with(new Capacity(9, true, 3), NOW).waiting()).isEmpty();
  }

  @Test
  void theLineHasALimit() {
    Places places = hall(0).ask(ANA, 1, 1).places();

    assertThat(places.ask(BEN, 1, 1).standing()).isEqualTo(Standing.NONE);
    assertThat(places.ask(ANA, 1, 1).standing()).isEqualTo(Standing.waiting(1));
  }

  @Test
  void forgetsDeparturesThatNoRequestCanBeLateFor() {
    Places places = hall(1).ask(ANA, 1, 10).places().release(ANA, 2, NOW);

    Places later =
        places.release(BEN, 1, NOW.plus(Places.DEPARTURES_KEPT).plus(Duration.ofSeconds(1)));

    assertThat(later.departed()).extracting(Places.Departure::registrationId).containsExactly(BEN);
  }

  @RepeatedTest(50)
  void neverOversellsNorLetsAnybodyWaitBesideAFreeSeat(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Places places = hall(random.nextInt(5));
    int revision = 1;
    Map<RegistrationId, Integer> revisions = new HashMap<>();
    for (int step = 0; step < 300; step++) {
      RegistrationId person = new RegistrationId("p" + random.nextInt(12));
      int own = revisions.merge(person, 1, Integer::sum);
      switch (random.nextInt(5)) {
        case 0, 1 -> places = places.ask(person, own, 8).places();
        case 2, 3 -> places = places.release(person, own, NOW);
        default -> {
          int seats = Math.max(places.holders().size(), random.nextInt(6));
          places = places.with(new Capacity(seats, true, ++revision), NOW);
        }
      }
      assertThat(places.holders().size()).isLessThanOrEqualTo(places.seats());
      assertThat(places.waiting().isEmpty() || places.holders().size() == places.seats()).isTrue();
      List<RegistrationId> all = new ArrayList<>();
      places.holders().forEach(entry -> all.add(entry.registrationId()));
      places.waiting().forEach(entry -> all.add(entry.registrationId()));
      assertThat(all).doesNotHaveDuplicates();
    }
  }

  private static Places hall(int seats) {
    return Places.untouched(
            new PlacesId(new ProgrammeId("belize-2020"), new SessionId("webinar-1")))
        .with(new Capacity(seats, true, 1), NOW);
  }

  /** One seat: Ana has it, Ben and Cal wait. */
  private static Places full() {
    return hall(1).ask(ANA, 1, 10).places().ask(BEN, 1, 10).places().ask(CAL, 1, 10).places();
  }
}
