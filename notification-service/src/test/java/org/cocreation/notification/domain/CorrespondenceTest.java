package org.cocreation.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.cocreation.notification.domain.Delivery.State;
import org.junit.jupiter.api.Test;

class CorrespondenceTest {

  private final Kept kept = new Kept();
  private final Samples.HandClock clock = new Samples.HandClock();
  private final Correspondence correspondence =
      new Correspondence(kept.recipients, kept.deliveries, clock);

  private void happens(Correspondence.News... news) {
    correspondence.takeIn(List.of(news));
  }

  private Delivery only(Template template) {
    List<Delivery> all = kept.deliveries.of(template);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private Facts factsOf(Template template) {
    return Objects.requireNonNull(only(template).facts());
  }

  @Test
  void whoRegistersIsToldOnceHoweverOftenTheEventComes() {
    Correspondence.News news = Samples.registered("e-1", "r-1", Samples.online(1));
    happens(news, news);
    happens(news);
    assertThat(kept.deliveries.all).hasSize(1);
    assertThat(factsOf(Template.REGISTERED).choices()).containsExactly(Samples.online(1));
  }

  @Test
  void newsOfACertificateWritesItsEmailAndNothingElse() {
    happens(Samples.registered("e-1", "r-1", Samples.online(1)));
    Correspondence.News issued =
        Correspondence.told(
            "e-2",
            "r-1",
            Samples.PROGRAMME,
            Template.CERTIFICATE_ISSUED,
            Facts.at(clock.instant()).named("BZ20-7K4M-Q2XD", null));
    happens(issued, issued);
    happens(issued);
    assertThat(only(Template.CERTIFICATE_ISSUED).cause()).isEqualTo("e-2");
    assertThat(kept.recipients.seen).containsExactly("e-1");
  }

  @Test
  void whoIsPutOnAWaitingListIsToldThatToo() {
    happens(Samples.registered("e-1", "r-1", Samples.online(1), Samples.waiting(2)));
    assertThat(only(Template.WAITING).cause()).isEqualTo("e-1");
    assertThat(only(Template.REGISTERED).deliveryId())
        .isNotEqualTo(only(Template.WAITING).deliveryId());
  }

  @Test
  void waitsForTheAddressAndIsReleasedByIt() {
    happens(Samples.registered("e-1", "r-1", Samples.online(1)));
    assertThat(only(Template.REGISTERED).state()).isEqualTo(State.WAITING_FOR_CONTACT);
    correspondence.reach(List.of(Samples.address("r-1")));
    assertThat(only(Template.REGISTERED).state()).isEqualTo(State.QUEUED);
    happens(Samples.registered("e-2", "r-2", Samples.online(1)));
    correspondence.reach(List.of(Samples.address("r-2"), Samples.address("r-1")));
    assertThat(kept.deliveries.of(Template.REGISTERED))
        .allMatch(delivery -> delivery.state() == State.QUEUED);
  }

  @Test
  void anAddressThatWasThereFirstServesAtOnce() {
    correspondence.reach(List.of(Samples.address("r-1")));
    happens(Samples.registered("e-1", "r-1", Samples.online(1)));
    assertThat(only(Template.REGISTERED).state()).isEqualTo(State.QUEUED);
  }

  @Test
  void aChangeTakesBackTheInvitationsThatNoLongerHold() {
    happens(
        Samples.registered("e-1", "r-1", Samples.online(1), Samples.seat(2), Samples.waiting(3)));
    happens(
        Correspondence.changed(
            "e-2",
            "r-1",
            Samples.PROGRAMME,
            Samples.EARLY.plusSeconds(60),
            List.of(Samples.none(1), Samples.online(2), Samples.waiting(3))));
    assertThat(factsOf(Template.CHANGED).withdrawn()).containsExactly("webinar-1");
    assertThat(kept.deliveries.of(Template.WAITING)).hasSize(1);
  }

  @Test
  void aChangeOntoAnotherWaitingListIsTold() {
    happens(Samples.registered("e-1", "r-1", Samples.waiting(1), Samples.online(2)));
    happens(
        Correspondence.changed(
            "e-2",
            "r-1",
            Samples.PROGRAMME,
            Samples.EARLY.plusSeconds(60),
            List.of(Samples.waiting(1), Samples.waiting(2))));
    assertThat(kept.deliveries.of(Template.WAITING)).hasSize(2);
  }

  @Test
  void afterACrashBeforeThePersonIsKeptNothingIsMissingAndNothingDoubled() {
    happens(Samples.registered("e-1", "r-1", Samples.online(1)));
    Correspondence.News change =
        Correspondence.changed(
            "e-2",
            "r-1",
            Samples.PROGRAMME,
            Samples.EARLY.plusSeconds(60),
            List.of(Samples.none(1)));
    kept.recipients.away = true;
    assertThatThrownBy(() -> happens(change)).isInstanceOf(IllegalStateException.class);
    kept.recipients.away = false;
    happens(change);
    happens(change);
    assertThat(factsOf(Template.CHANGED).withdrawn()).containsExactly("webinar-1");
  }

  @Test
  void aPromotionGivesTheSeat() {
    happens(Samples.registered("e-1", "r-1", Samples.waiting(1)));
    happens(
        Correspondence.promoted(
            "e-2", "r-1", Samples.PROGRAMME, Samples.EARLY.plusSeconds(60), "webinar-1"));
    assertThat(factsOf(Template.PROMOTED).choices()).containsExactly(Samples.seat(1));
    assertThat(kept.recipients.of("r-1").choice("webinar-1")).contains(Samples.seat(1));
  }

  @Test
  void aCancellationTakesEveryInvitationBack() {
    happens(
        Samples.registered("e-1", "r-1", Samples.online(1), Samples.seat(2), Samples.waiting(3)),
        Correspondence.cancelled("e-2", "r-1", Samples.PROGRAMME, Samples.EARLY.plusSeconds(60)));
    assertThat(factsOf(Template.CANCELLED).withdrawn()).containsExactly("webinar-1", "webinar-2");
  }

  @Test
  void onlyTheNewestLinkAndContactCount() {
    happens(
        Correspondence.relinked(
            "e-2", "r-1", Samples.PROGRAMME, Samples.EARLY.plusSeconds(60), "new"),
        Samples.registered("e-1", "r-1", Samples.online(1)));
    assertThat(kept.recipients.of("r-1").sealedLink()).isEqualTo("new");
    correspondence.reach(
        List.of(
            new Correspondence.Address(
                "c-2", "r-1", Samples.PROGRAMME, new Contact("B", "b@example.org", Language.EN), 2),
            Samples.address("r-1")));
    assertThat(Objects.requireNonNull(kept.recipients.of("r-1").contact()).name()).isEqualTo("B");
  }

  @Test
  void whoCanNoLongerCompleteIsToldOnceWithWhatIsStillOpen() {
    happens(Samples.registered("e-1", "r-1", Samples.online(1)));
    Words why = new Words("10 of 90 minutes; 60 are needed.", "10 de 90 minutos.");
    Correspondence.News out =
        Correspondence.outOfReach(
            "e-2",
            "r-1",
            Samples.PROGRAMME,
            Samples.START,
            List.of("webinar-1"),
            List.of("webinar-2", "webinar-3"),
            why,
            false);
    happens(out);
    happens(out);
    Facts facts = factsOf(Template.OUT_OF_REACH);
    assertThat(facts.reason()).isEqualTo(why);
    assertThat(facts.changes())
        .containsExactly(
            new Facts.Change("webinar-1", Facts.What.MISSED, null),
            new Facts.Change("webinar-2", Facts.What.OPEN, null),
            new Facts.Change("webinar-3", Facts.What.OPEN, null));
    happens(
        Correspondence.withinReach(
            "e-3", "r-1", Samples.PROGRAMME, Samples.START, List.of("webinar-2"), why, false));
    assertThat(factsOf(Template.WITHIN_REACH).changes())
        .containsExactly(new Facts.Change("webinar-2", Facts.What.OPEN, null));
  }

  @Test
  void whomTheCertificatesEmailTellsGetsNoSecondOne() {
    happens(
        Samples.registered("e-1", "r-1", Samples.online(1)),
        Correspondence.outOfReach(
            "e-2",
            "r-1",
            Samples.PROGRAMME,
            Samples.START,
            List.of("webinar-1"),
            List.of(),
            new Words("why", null),
            true),
        Correspondence.withinReach(
            "e-3",
            "r-1",
            Samples.PROGRAMME,
            Samples.START,
            List.of(),
            new Words("why", null),
            true));
    assertThat(kept.deliveries.of(Template.OUT_OF_REACH)).isEmpty();
    assertThat(kept.deliveries.of(Template.WITHIN_REACH)).isEmpty();
  }

  @Test
  void aCorrectionIsToldWhenItChangesTheOutcome() {
    Words reason = new Words("a late list", null);
    happens(
        Correspondence.corrected(
            "e-1",
            "r-1",
            Samples.PROGRAMME,
            Samples.START,
            "webinar-1",
            "attended",
            "attended",
            reason));
    assertThat(kept.deliveries.all).isEmpty();
    happens(
        Correspondence.corrected(
            "e-2",
            "r-1",
            Samples.PROGRAMME,
            Samples.START,
            "webinar-1",
            "not-attended",
            "attended",
            reason));
    assertThat(factsOf(Template.ATTENDANCE_CORRECTED).outcome()).isEqualTo("attended");
  }

  @Test
  void erasureLeavesNothingPersonalAndNothingToSend() {
    correspondence.reach(List.of(Samples.address("r-1")));
    happens(Samples.registered("e-1", "r-1", Samples.online(1)));
    happens(
        Correspondence.told(
            "e-2",
            "r-1",
            Samples.PROGRAMME,
            Template.NOTE_RECEIVED,
            Facts.at(Samples.EARLY).named("CN-001", new Words("My idea", null))));
    correspondence.forget(List.of("r-1", "r-unknown"));
    Recipient forgotten = kept.recipients.of("r-1");
    assertThat(forgotten.contact()).isNull();
    assertThat(forgotten.sealedLink()).isNull();
    assertThat(forgotten.choices()).isEmpty();
    assertThat(kept.deliveries.all.values())
        .allMatch(delivery -> delivery.state() == State.DROPPED && delivery.facts() == null);
    assertThat(kept.recipients.all).doesNotContainKey("r-unknown");

    correspondence.reach(
        List.of(
            new Correspondence.Address(
                "c-9",
                "r-1",
                Samples.PROGRAMME,
                new Contact("B", "b@example.org", Language.EN),
                9)));
    happens(Correspondence.relinked("e-3", "r-1", Samples.PROGRAMME, Samples.START, "new"));
    assertThat(kept.recipients.of("r-1")).isEqualTo(forgotten);
    assertThat(kept.deliveries.of(Template.LINK)).isEmpty();
  }
}
