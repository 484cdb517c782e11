package org.cocreation.notification.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ports of the domain, kept in maps. */
public final class Kept {

  public final KeptRecipients recipients = new KeptRecipients();
  public final KeptProgrammes programmes = new KeptProgrammes();
  public final KeptDeliveries deliveries = new KeptDeliveries();
  public final KeptRounds rounds = new KeptRounds();

  public static final class KeptRecipients implements Recipients {

    final TreeMap<String, Recipient> all = new TreeMap<>();

    Recipient of(String registrationId) {
      return Objects.requireNonNull(all.get(registrationId));
    }

    final Set<String> seen = new HashSet<>();
    boolean away;

    @Override
    public Map<String, Recipient> findAll(Collection<String> ids) {
      return all.entrySet().stream()
          .filter(e -> ids.contains(e.getKey()))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Recipient> page(String programmeId, @Nullable String after, int limit) {
      return all.values().stream()
          .filter(r -> r.programmeId().equals(programmeId))
          .filter(r -> after == null || r.registrationId().compareTo(after) > 0)
          .limit(limit)
          .toList();
    }

    @Override
    public void changeAll(List<Recipients.Change> changes) {
      if (away) {
        throw new IllegalStateException("crash");
      }
      for (Recipients.Change change : changes) {
        if (change.cause() == null || seen.add(change.cause())) {
          change
              .change()
              .apply(Optional.ofNullable(all.get(change.registrationId())))
              .ifPresent(r -> all.put(change.registrationId(), r));
        }
      }
    }
  }

  public static final class KeptProgrammes implements Programmes {

    final Map<String, Programme> all = new TreeMap<>();

    @Override
    public Optional<Programme> find(String programmeId) {
      return Optional.ofNullable(all.get(programmeId));
    }

    @Override
    public Map<String, Programme> findAll(Collection<String> ids) {
      return all.entrySet().stream()
          .filter(e -> ids.contains(e.getKey()))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void keep(Programme programme) {
      all.put(programme.programmeId(), programme);
    }
  }

  public static final class KeptDeliveries implements Deliveries {

    final TreeMap<String, Delivery> all = new TreeMap<>();
    final List<DeliveryEvent> announced = new ArrayList<>();
    boolean away;

    @Override
    public Optional<Delivery> find(String deliveryId) {
      return Optional.ofNullable(all.get(deliveryId));
    }

    @Override
    public Queue queue() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void intend(List<Delivery> deliveries) {
      deliveries.forEach(d -> all.putIfAbsent(d.deliveryId(), d));
    }

    @Override
    public List<Delivery> due(Instant now, int limit) {
      return all.values().stream()
          .filter(d -> d.due(now))
          .sorted(Comparator.comparing(d -> Objects.requireNonNull(d.dueAt())))
          .limit(limit)
          .toList();
    }

    @Override
    public List<Delivery> waitingFor(Collection<String> registrationIds) {
      return to(registrationIds).stream()
          .filter(d -> d.state() == Delivery.State.WAITING_FOR_CONTACT)
          .toList();
    }

    @Override
    public List<Delivery> to(Collection<String> registrationIds) {
      return all.values().stream()
          .filter(d -> registrationIds.contains(d.registrationId()))
          .toList();
    }

    @Override
    public List<Delivery> page(
        String programmeId, Filter filter, @Nullable String after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Delivery> changeAll(List<Deliveries.Change> changes) {
      if (away) {
        throw new IllegalStateException("away");
      }
      List<Delivery> changed = new ArrayList<>();
      for (Deliveries.Change change : changes) {
        Delivery kept = all.get(change.deliveryId());
        if (kept != null) {
          change
              .change()
              .apply(kept)
              .ifPresent(
                  outcome -> {
                    all.put(change.deliveryId(), outcome.delivery());
                    announced.addAll(outcome.events());
                    changed.add(outcome.delivery());
                  });
        }
      }
      return changed;
    }

    List<Delivery> of(Template template) {
      return all.values().stream().filter(d -> d.template() == template).toList();
    }
  }

  public static final class KeptRounds implements Rounds {

    final Map<String, Round> all = new TreeMap<>();

    @Override
    public List<Round> due(Instant now, int limit) {
      return all.values().stream()
          .filter(r -> r.state() == Round.State.PENDING && !r.dueAt().isAfter(now))
          .limit(limit)
          .toList();
    }

    @Override
    public Optional<Round> change(
        String roundId, Function<Optional<Round>, Optional<Round>> change) {
      change
          .apply(Optional.ofNullable(all.get(roundId)))
          .ifPresent(round -> all.put(roundId, round));
      return Optional.ofNullable(all.get(roundId));
    }
  }
}
