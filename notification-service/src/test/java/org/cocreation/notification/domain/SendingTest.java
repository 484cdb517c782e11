package org.cocreation.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cocreation.notification.domain.Delivery.State;
import org.cocreation.notification.domain.Postbox.Posted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingTest {

  private final Kept kept = new Kept();
  private final Samples.HandClock clock = new Samples.HandClock();
  private final Correspondence correspondence =
      new Correspondence(kept.recipients, kept.deliveries, clock);
  private final FakePostbox postbox = new FakePostbox();
  private final Sending sending =
      new Sending(
          kept.deliveries,
          kept.recipients,
          kept.programmes,
          postbox,
          clock,
          new Random(5),
          Samples.PATIENCE);

  private static final class FakePostbox implements Postbox {

    boolean open = true;
    Posted answer = new Posted.Taken();
    final List<Letter> posted = new ArrayList<>();

    @Override
    public boolean open() {
      return open;
    }

    @Override
    public Map<String, Posted> post(List<Letter> letters) {
      posted.addAll(letters);
      Map<String, Posted> all = new HashMap<>();
      letters.forEach(letter -> all.put(letter.deliveryId(), answer));
      return all;
    }
  }

  @BeforeEach
  void oneDelivery() {
    kept.programmes.keep(Samples.programme(1, Samples.webinar(1)));
    correspondence.reach(List.of(Samples.address("r-1")));
    correspondence.takeIn(List.of(Samples.registered("e-1", "r-1", Samples.online(1))));
  }

  private Delivery delivery() {
    return kept.deliveries.of(Template.REGISTERED).get(0);
  }

  private int sendDue() {
    List<Delivery> claimed = sending.claim(10);
    sending.record(sending.post(claimed));
    return claimed.size();
  }

  @Test
  void sendsOnceAndForgetsWhatItTold() {
    assertThat(sendDue()).isEqualTo(1);
    assertThat(sendDue()).isZero();
    assertThat(postbox.posted).hasSize(1);
    assertThat(delivery().state()).isEqualTo(State.SENT);
    assertThat(delivery().facts()).isNull();
    assertThat(delivery().sentAt()).isEqualTo(clock.now);
    assertThat(kept.deliveries.announced)
        .singleElement()
        .isInstanceOf(DeliveryEvent.EmailSent.class);
  }

  @Test
  void aClaimKeepsOthersAwayUntilItEnds() {
    List<Delivery> claimed = sending.claim(10);
    assertThat(claimed).hasSize(1);
    assertThat(sending.claim(10)).isEmpty();
    clock.pass(Samples.PATIENCE.lease());
    assertThat(sending.claim(10)).hasSize(1);
  }

  @Test
  void whatSomebodyTookUpAndNeverFinishedIsPostedAndWrittenDownAlone() {
    correspondence.reach(List.of(Samples.address("r-2")));
    correspondence.takeIn(List.of(Samples.registered("e-2", "r-2", Samples.online(1))));
    List<Delivery> unfinished = sending.claim(10);
    assertThat(Sending.together(unfinished)).containsExactly(unfinished);
    clock.pass(Samples.PATIENCE.lease());
    correspondence.reach(List.of(Samples.address("r-3")));
    correspondence.takeIn(List.of(Samples.registered("e-3", "r-3", Samples.online(1))));
    List<List<Delivery>> parts = Sending.together(sending.claim(10));
    assertThat(parts).extracting(List::size).containsExactly(1, 1, 1);
    assertThat(parts.get(0).get(0).registrationId()).isEqualTo("r-3");
    postbox.answer = new Posted.Deferred("later");
    parts.forEach(part -> sending.record(sending.post(part)));
    clock.pass(Samples.PATIENCE.longestPause());
    List<Delivery> refused = sending.claim(10);
    assertThat(refused).hasSize(3).noneMatch(Delivery::takenUpAgain);
    assertThat(Sending.together(List.of())).isEmpty();
  }

  @Test
  void aMailServerThatIsAwayCostsNoAttemptAndNothingIsLost() {
    postbox.answer = new Posted.Away("connection refused");
    for (int i = 0; i < 50; i++) {
      sendDue();
      clock.pass(Duration.ofSeconds(10));
    }
    assertThat(delivery().state()).isEqualTo(State.QUEUED);
    assertThat(delivery().attempts()).isZero();
    assertThat(delivery().reason()).isEqualTo("connection refused");
    assertThat(kept.deliveries.announced).isEmpty();
    postbox.answer = new Posted.Taken();
    sendDue();
    assertThat(delivery().state()).isEqualTo(State.SENT);
    assertThat(delivery().reason()).isNull();
  }

  @Test
  void takesNothingUpWhileThePostboxIsClosed() {
    postbox.open = false;
    assertThat(sendDue()).isZero();
    assertThat(delivery().dueAt()).isEqualTo(Samples.EARLY);
  }

  @Test
  void aRefusalForNowIsTriedAgainLaterAndLaterUntilItHasFailed() {
    postbox.answer = new Posted.Deferred("451 later");
    sendDue();
    Delivery first = delivery();
    assertThat(first.attempts()).isEqualTo(1);
    assertThat(first.dueAt()).isBetween(clock.now.plusSeconds(15), clock.now.plusSeconds(45));
    assertThat(sendDue()).isZero();
    clock.pass(Duration.ofSeconds(45));
    sendDue();
    assertThat(delivery().dueAt()).isBetween(clock.now.plusSeconds(30), clock.now.plusSeconds(90));
    clock.pass(Duration.ofSeconds(90));
    sendDue();
    assertThat(delivery().state()).isEqualTo(State.FAILED);
    assertThat(kept.deliveries.announced)
        .extracting(event -> ((DeliveryEvent.EmailFailed) event).last())
        .containsExactly(false, false, true);
  }

  @Test
  void aRefusalForGoodFailsAtOnceAndACoordinatorMayRetry() {
    postbox.answer = new Posted.Refused("550 no such user");
    sendDue();
    assertThat(delivery().state()).isEqualTo(State.FAILED);
    clock.pass(Duration.ofDays(1));
    assertThat(sendDue()).isZero();
    postbox.answer = new Posted.Taken();
    sending.retry(delivery().deliveryId());
    assertThat(delivery().attempts()).isZero();
    sendDue();
    assertThat(delivery().state()).isEqualTo(State.SENT);
    assertThatThrownBy(() -> sending.retry(delivery().deliveryId()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(sending.retry("d-none")).isEmpty();
  }

  @Test
  void waitsForAnAddressLessAndLessOften() {
    correspondence.takeIn(List.of(Samples.registered("e-2", "r-2", Samples.online(1))));
    int looks = 0;
    for (int second = 0; second < 7200; second++) {
      clock.pass(Duration.ofSeconds(1));
      looks += sendDue();
    }
    assertThat(looks).isBetween(5, 20);
    assertThat(kept.deliveries.to(List.of("r-2")).get(0).state())
        .isEqualTo(State.WAITING_FOR_CONTACT);
  }

  @Test
  void waitsForAProgrammeThatHasNotArrived() {
    kept.programmes.all.clear();
    sendDue();
    assertThat(delivery().state()).isEqualTo(State.QUEUED);
    kept.programmes.keep(Samples.programme(1, Samples.webinar(1)));
    clock.pass(Duration.ofSeconds(10));
    sendDue();
    assertThat(delivery().state()).isEqualTo(State.SENT);
  }

  @Test
  void dropsAReminderThatGotTooLateOrWasOvertaken() {
    Facts facts =
        Facts.at(Samples.START)
            .about(List.of(new Facts.Change("webinar-1", Facts.What.NAMED, Samples.START)));
    kept.deliveries.intend(
        List.of(
            Delivery.intended(
                new Draft(
                    "late",
                    Template.REMINDER_HOUR,
                    "r-1",
                    Samples.PROGRAMME,
                    facts,
                    Samples.EARLY.minusSeconds(1)),
                true,
                clock.now)));
    sendDue();
    assertThat(kept.deliveries.of(Template.REMINDER_HOUR).get(0).state()).isEqualTo(State.DROPPED);

    kept.programmes.keep(
        Samples.programme(2, Samples.webinar(1, Samples.START.plusSeconds(60), false)));
    kept.deliveries.intend(
        List.of(
            Delivery.intended(
                new Draft("moved", Template.REMINDER_DAY, "r-1", Samples.PROGRAMME, facts, null),
                true,
                clock.now)));
    sendDue();
    assertThat(kept.deliveries.of(Template.REMINDER_DAY).get(0).state()).isEqualTo(State.DROPPED);
    assertThat(postbox.posted).extracting(Letter::template).containsExactly(Template.REGISTERED);
  }

  @Test
  void whatWasPostedWhileTheStoreWentAwayIsRecordedWhenItIsBack() {
    List<Deliveries.Change> ends = sending.post(sending.claim(10));
    kept.deliveries.away = true;
    assertThatThrownBy(() -> sending.record(ends)).hasMessage("away");

    kept.deliveries.away = false;
    sending.record(ends);
    sending.record(ends);

    clock.pass(Samples.PATIENCE.lease().plusSeconds(1));
    assertThat(sendDue()).isZero();
    assertThat(postbox.posted).hasSize(1);
    assertThat(delivery().state()).isEqualTo(State.SENT);
  }

  @Test
  void writesToNobodyWhoWasErasedMeanwhile() {
    List<Delivery> claimed = sending.claim(10);
    correspondence.forget(List.of("r-1"));
    sending.record(sending.post(claimed));
    assertThat(postbox.posted).isEmpty();
    assertThat(delivery().state()).isEqualTo(State.DROPPED);
  }
}
