package org.cocreation.notification.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cocreation.notification.domain.Choice;
import org.cocreation.notification.domain.Contact;
import org.cocreation.notification.domain.Deliveries;
import org.cocreation.notification.domain.Delivery;
import org.cocreation.notification.domain.Draft;
import org.cocreation.notification.domain.Facts;
import org.cocreation.notification.domain.Language;
import org.cocreation.notification.domain.Programme;
import org.cocreation.notification.domain.Recipient;
import org.cocreation.notification.domain.Recipients;
import org.cocreation.notification.domain.Round;
import org.cocreation.notification.domain.Session;
import org.cocreation.notification.domain.Template;
import org.cocreation.notification.domain.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the domain relies on, of whatever store is below. Everything here is due so late that nobody
 * else takes it up.
 */
abstract class StoresContract {

  private static final Instant FAR = Instant.parse("2090-02-28T15:00:00.250Z");

  @Autowired private StoredDeliveries deliveries;
  @Autowired private StoredRecipients recipients;
  @Autowired private StoredProgrammes programmes;
  @Autowired private StoredRounds rounds;
  private final String programmeId = "p-" + UUID.randomUUID();

  private static Facts facts() {
    return new Facts(
        FAR,
        List.of(new Choice("s-1", Choice.Mode.VENUE, Choice.Place.WAITING, 2)),
        List.of("s-2"),
        List.of(new Facts.Change("s-1", Facts.What.MOVED, FAR)),
        "CN-1",
        new Words("Title", null),
        "selected",
        new Words("because", "porque"));
  }

  private Delivery delivery(String cause, String registration, Instant at) {
    return Delivery.intended(
        new Draft(cause, Template.CHANGED, registration, programmeId, facts(), FAR.plusSeconds(9)),
        true,
        at);
  }

  @Test
  void givesBackExactlyWhatWasKept() {
    Delivery full = delivery("e-1", "r-1-" + programmeId, FAR);
    deliveries.intend(List.of(full));
    assertThat(deliveries.find(full.deliveryId())).contains(full);

    Recipient recipient =
        Recipient.unheardOf("r-1-" + programmeId, programmeId)
            .standing(Recipient.Standing.REGISTERED, FAR)
            .linked("c2VhbGVk", FAR)
            .chose(facts().choices(), FAR)
            .reachedAt(new Contact("Ana", "ana@example.org", Language.ES), 4);
    Recipient bare = Recipient.unheardOf("r-2-" + programmeId, programmeId);
    recipients.changeAll(
        List.of(
            new Recipients.Change(
                recipient.registrationId(), "c-1", kept -> Optional.of(recipient)),
            new Recipients.Change(bare.registrationId(), null, kept -> Optional.of(bare))));
    assertThat(recipients.findAll(List.of(recipient.registrationId(), bare.registrationId(), "x")))
        .containsOnlyKeys(recipient.registrationId(), bare.registrationId())
        .containsEntry(recipient.registrationId(), recipient);
    assertThat(recipients.page(programmeId, null, 1)).containsExactly(recipient);
    assertThat(recipients.page(programmeId, recipient.registrationId(), 5)).containsExactly(bare);

    Programme programme =
        new Programme(
            programmeId,
            3,
            FAR,
            new Words("P", "Q"),
            "America/Belize",
            false,
            List.of("Trust"),
            null,
            List.of(new Session("s-1", 1, new Words("S", null), FAR, 90, false, "BTEC", null)));
    programmes.keep(programme);
    programmes.keep(
        new Programme(
            programmeId, 2, FAR, new Words("old", null), "UTC", false, List.of(), null, List.of()));
    assertThat(programmes.find(programmeId)).contains(programme);
    assertThat(programmes.findAll(List.of(programmeId))).containsEntry(programmeId, programme);
  }

  @Test
  void keepsADeliveryOnceHoweverOftenItIsIntended() {
    Delivery first = delivery("e-1", "r-" + programmeId, FAR);
    deliveries.intend(List.of(first, first));
    deliveries.intend(List.of(delivery("e-1", "r-" + programmeId, FAR.plusSeconds(5))));
    assertThat(deliveries.to(List.of("r-" + programmeId))).containsExactly(first);
  }

  @Test
  void findsWhatIsDueAndNothingThatHasEnded() {
    Delivery soon = delivery("e-1", "r-" + programmeId, FAR.plusSeconds(100));
    Delivery sooner = delivery("e-2", "r-" + programmeId, FAR.plusSeconds(99));
    Delivery later = delivery("e-3", "r-" + programmeId, FAR.plusSeconds(10_000));
    Delivery sent = delivery("e-4", "r-" + programmeId, FAR.plusSeconds(98));
    deliveries.intend(List.of(soon, sooner, later, sent));
    deliveries.changeAll(
        List.of(new Deliveries.Change(sent.deliveryId(), kept -> Optional.of(kept.sent(FAR)))));
    assertThat(mine(deliveries.due(FAR.plusSeconds(100), 100))).containsExactly(sooner, soon);
    assertThat(deliveries.due(FAR.plusSeconds(100), 1)).hasSize(1);
    List<Delivery> claimed =
        deliveries.changeAll(
            List.of(
                new Deliveries.Change(
                    soon.deliveryId(),
                    kept ->
                        Optional.of(
                            new Delivery.Outcome(
                                kept.claimed(FAR.plusSeconds(20_000)), List.of()))),
                new Deliveries.Change(sooner.deliveryId(), kept -> Optional.empty()),
                new Deliveries.Change("d-unknown", kept -> Optional.empty())));
    assertThat(claimed).extracting(Delivery::deliveryId).containsExactly(soon.deliveryId());
    assertThat(mine(deliveries.due(FAR.plusSeconds(100), 100))).containsExactly(sooner);
  }

  private List<Delivery> mine(List<Delivery> all) {
    return all.stream().filter(d -> d.programmeId().equals(programmeId)).toList();
  }

  @Test
  void countsWhatWaitsAndWhatFailedAndKnowsTheOldest() {
    Deliveries.Queue before = deliveries.queue();
    Instant longAgo = Instant.parse("1990-02-28T15:00:00.250Z");
    Draft draft = new Draft("e-1", Template.LINK, "r-" + programmeId, programmeId, facts(), null);
    Delivery oldest = queuedAt("e-2", longAgo);
    Delivery newer = queuedAt("e-3", longAgo.plusSeconds(1));
    Delivery refused = queuedAt("e-4", longAgo.minusSeconds(1));
    deliveries.intend(List.of(Delivery.intended(draft, false, FAR), newer, oldest, refused));
    deliveries.changeAll(
        List.of(
            new Deliveries.Change(
                refused.deliveryId(), kept -> Optional.of(kept.failed(FAR, "no such box")))));
    Deliveries.Queue queue = deliveries.queue();
    assertThat(queue.oldest()).isEqualTo(longAgo);
    assertThat(queue.queued()).isEqualTo(before.queued() + 2);
    assertThat(queue.waitingForContact()).isEqualTo(before.waitingForContact() + 1);
    assertThat(queue.failed()).isEqualTo(before.failed() + 1);
    deliveries.changeAll(
        List.of(
            new Deliveries.Change(oldest.deliveryId(), kept -> Optional.of(kept.sent(FAR))),
            new Deliveries.Change(newer.deliveryId(), kept -> Optional.of(kept.sent(FAR)))));
    assertThat(deliveries.queue().queued()).isEqualTo(before.queued());
    assertThat(deliveries.queue().oldest()).isEqualTo(before.oldest());
  }

  /** Intended then, and due so late that nobody takes it up. */
  private Delivery queuedAt(String cause, Instant at) {
    return delivery(cause, "r-" + programmeId, at).claimed(FAR);
  }

  @Test
  void findsWhatWaitsForAContact() {
    Draft draft = new Draft("e-1", Template.LINK, "r-" + programmeId, programmeId, facts(), null);
    deliveries.intend(
        List.of(Delivery.intended(draft, false, FAR), delivery("e-2", "r-" + programmeId, FAR)));
    assertThat(deliveries.waitingFor(List.of("r-" + programmeId, "r-none")))
        .extracting(Delivery::cause)
        .containsExactly("e-1");
  }

  @Test
  void listsNewestFirstPageByPageAlsoWithinOneMoment() {
    List<Delivery> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(delivery("e-" + i, "r-" + i + programmeId, FAR.plusSeconds(i / 3)));
    }
    deliveries.intend(all);
    Deliveries.Filter everything = new Deliveries.Filter(null, null, null);
    List<Delivery> listed = new ArrayList<>();
    List<Delivery> page = deliveries.page(programmeId, everything, null, 2);
    while (!page.isEmpty()) {
      listed.addAll(page);
      page = deliveries.page(programmeId, everything, page.get(page.size() - 1).deliveryId(), 2);
    }
    assertThat(listed).containsExactlyInAnyOrderElementsOf(all);
    assertThat(listed).isSortedAccordingTo((a, b) -> b.createdAt().compareTo(a.createdAt()));
    assertThat(
            deliveries.page(
                programmeId,
                new Deliveries.Filter(Delivery.State.QUEUED, Template.CHANGED, "r-3" + programmeId),
                null,
                10))
        .containsExactly(all.get(3));
    assertThat(
            deliveries.page(
                programmeId, new Deliveries.Filter(Delivery.State.FAILED, null, null), null, 10))
        .isEmpty();
  }

  @Test
  void keepsRoundsAndFindsThoseThatAreDue() {
    Round round =
        new Round(
            "round-" + programmeId,
            programmeId,
            Template.PLAN_PUBLISHED,
            "e-1",
            null,
            facts(),
            FAR,
            null,
            null,
            Round.State.PENDING);
    assertThat(rounds.change(round.roundId(), kept -> Optional.of(round))).contains(round);
    assertThat(rounds.change(round.roundId(), kept -> Optional.empty())).contains(round);
    assertThat(rounds.due(FAR, 10)).contains(round);
    assertThat(rounds.due(FAR.minusSeconds(1), 10)).doesNotContain(round);
    assertThat(rounds.change("none", kept -> Optional.empty())).isEmpty();
  }
}
