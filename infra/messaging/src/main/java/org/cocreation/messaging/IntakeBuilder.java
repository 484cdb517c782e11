package org.cocreation.messaging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Says what an intake does with each type of event. */
public final class IntakeBuilder {

  private final String name;
  private final IntakeParts parts;
  private final Map<String, Subscription<?>> subscriptions = new LinkedHashMap<>();
  private final Map<String, Consumer<List<String>>> tombstones = new LinkedHashMap<>();

  IntakeBuilder(String name, IntakeParts parts) {
    this.name = name;
    this.parts = parts;
  }

  /** Makes intakes; a bean. */
  public static final class Factory {

    private final IntakeParts parts;

    Factory(IntakeParts parts) {
      this.parts = parts;
    }

    /** Begins an intake; the name, usually the service's, labels its figures and dead letters. */
    public IntakeBuilder intake(String name) {
      return new IntakeBuilder(name, parts);
    }
  }

  /**
   * Handles events of one type, all that a poll brought, in order.
   *
   * <p>In a {@code @NullMarked} package a body's component that is not {@code @Nullable} must be in
   * the JSON; an event without it is a bad record. The handler may see an event again and may be
   * called again with a part of the same batch: it changes an aggregate once for each {@link
   * Event#id()}, or derives the id of what it creates from the event, or lets the latest revision
   * win. What it throws condemns the event, unless the store, the broker or a {@link
   * TransientFailureException} is behind it.
   *
   * @param body what the service reads of the event
   */
  public <B> IntakeBuilder on(String type, Class<B> body, Consumer<List<Event<B>>> handler) {
    if (EventType.parse(type) == null) {
      throw new IllegalArgumentException(
          type + " is not of the form org.cocreation.<service>.<fact>.v<n>");
    }
    if (subscriptions.putIfAbsent(type, new Subscription<>(type, new BodyReader<>(body), handler))
        != null) {
      throw new IllegalArgumentException(type + " is already handled");
    }
    return this;
  }

  /** Handles tombstones of a compacted topic: the keys that were erased, in order. */
  public IntakeBuilder onTombstone(String topic, Consumer<List<String>> handler) {
    if (tombstones.putIfAbsent(topic, handler) != null) {
      throw new IllegalArgumentException("Tombstones of " + topic + " are already handled");
    }
    return this;
  }

  /** The intake; as a bean {@code arrivals} it is bound to {@code arrivals-in-0}. */
  public Intake build() {
    Intake intake = new Intake(name, subscriptions, tombstones, parts);
    parts.register(intake);
    return intake;
  }
}
