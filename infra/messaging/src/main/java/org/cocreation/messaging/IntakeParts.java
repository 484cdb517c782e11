package org.cocreation.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What all intakes of a service share. */
final class IntakeParts {

  private final DeadLetters deadLetters;
  private final MeterRegistry meters;
  private final Milestones milestones;
  private final List<Intake> intakes = new CopyOnWriteArrayList<>();

  IntakeParts(DeadLetters deadLetters, MeterRegistry meters, Milestones milestones) {
    this.deadLetters = deadLetters;
    this.meters = meters;
    this.milestones = milestones;
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

  void register(Intake intake) {
    intakes.add(intake);
  }

  List<Intake> intakes() {
    return intakes;
  }
}
