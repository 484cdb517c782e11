package org.cocreation.notification.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the deliveries are kept. A change and what it announces are kept together or not at all.
 */
public interface Deliveries {

  /**
   * A change of one delivery; it may be asked again.
   *
   * @param change from what is kept to what shall be kept and announced; empty leaves things as
   *     they are
   */
  record Change(String deliveryId, Function<Delivery, Optional<Delivery.Outcome>> change) {}

  /**
   * Which deliveries to list; a null part lets everything through.
   *
   * @param registrationId only those to that person
   */
  record Filter(
      Delivery.@Nullable State state,
      @Nullable Template template,
      @Nullable String registrationId) {}

  /**
   * How the queue stands; each number is counted up to {@link #COUNTED} and no further.
   *
   * @param queued could go out as soon as they are due
   * @param waitingForContact have no address yet
   * @param failed for good, until a coordinator queues them again
   * @param oldest when the oldest of those queued was intended; null when none is
   */
  record Queue(int queued, int waitingForContact, int failed, @Nullable Instant oldest) {}

  /** As many of one kind are counted at most, so that a look at the queue stays cheap. */
  int COUNTED = 100_000;

  /** How the queue stands now; asked every few seconds, so it costs no more than what waits. */
  Queue queue();

  /** The delivery of that id. */
  Optional<Delivery> find(String deliveryId);

  /** Keeps new deliveries; one whose id is there already is left as it is. */
  void intend(List<Delivery> deliveries);

  /** Deliveries that may be taken up now, the longest due first. */
  List<Delivery> due(Instant now, int limit);

  /** Those of these registrations that wait for a contact. */
  List<Delivery> waitingFor(Collection<String> registrationIds);

  /** All to these registrations. */
  List<Delivery> to(Collection<String> registrationIds);

  /**
   * A page of a programme's deliveries, newest first, starting behind the one of that id; an
   * unknown id starts at the beginning.
   */
  List<Delivery> page(String programmeId, Filter filter, @Nullable String after, int limit);

  /**
   * Changes many in bulk; for a request under an Idempotency-Key each once, however often it comes.
   *
   * @return those that were changed, as they are now
   */
  List<Delivery> changeAll(List<Change> changes);
}
