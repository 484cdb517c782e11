package org.cocreation.attendance.domain.sheet;

import java.util.Comparator;
import java.util.List;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Judgement;

/**
 * What would change for people if something were done: nothing has been.
 *
 * @param people for how many people the outcome or a figure would change
 * @param outcomes for how many of them the outcome would change
 * @param items the first of them, those whose outcome would change before the others
 */
public record Foreseen(int people, int outcomes, List<Item> items) {

  private static final int SHOWN = 200;
  private static final Comparator<Item> ORDER =
      Comparator.comparing((Item item) -> !item.outcomeChanges())
          .thenComparing(item -> item.session().value())
          .thenComparing(Item::registrationId);

  /** Keeps its own copy. */
  public Foreseen {
    items = List.copyOf(items);
  }

  static Foreseen of(List<Item> all) {
    return new Foreseen(
        all.size(),
        (int) all.stream().filter(Item::outcomeChanges).count(),
        all.stream().sorted(ORDER).limit(SHOWN).toList());
  }

  /**
   * One person at one session.
   *
   * @param session where
   * @param registrationId who
   * @param before what the evidence comes to now
   * @param after what it would come to
   */
  public record Item(SessionKey session, String registrationId, Judgement before, Judgement after) {

    boolean outcomeChanges() {
      return before.outcome() != after.outcome();
    }
  }
}
