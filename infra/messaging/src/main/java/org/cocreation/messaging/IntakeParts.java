package org.cocreation.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What all intakes of a service share. */
final class IntakeParts {

  private final DeadLetters deadLetters;
  private final MeterRegistry meters;
  private final Milestones milestones;
  private final Set<String> personal;
  private final List<Intake> intakes = new CopyOnWriteArrayList<>();

  IntakeParts(
      DeadLetters deadLetters, MeterRegistry meters, Milestones milestones, Set<String> personal) {
    this.deadLetters = deadLetters;
    this.meters = meters;
    this.milestones = milestones;
    this.personal = Set.copyOf(personal);
  }

  DeadLetters deadLetters() {
    return deadLetters;
  }

  MeterRegistry meters() {
    return meters;
  }

  Milestones milestones() {
    return milestones;
  }

  /**
   * Whether a topic holds personal data, so that nothing of its values may be repeated elsewhere.
   */
  boolean personal(String topic) {
    return personal.contains(topic);
  }

  void register(Intake intake) {
    intakes.add(intake);
  }

  List<Intake> intakes() {
    return intakes;
  }
}
