package org.cocreation.certificate.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ports of the domain, kept in maps. */
final class Kept implements Completions {

  final Map<String, Completion> completions = new TreeMap<>();
  final KeptProgrammes programmes = new KeptProgrammes();
  final List<CompletionEvent> announced = new ArrayList<>();
  int writes;

  @Override
  public Optional<Completion> find(String registrationId) {
    return Optional.ofNullable(completions.get(registrationId));
  }

  @Override
  public Optional<Completion> bearing(Serial serial) {
    return completions.values().stream()
        .filter(c -> serialOf(c).equals(serial.value()))
        .findFirst();
  }

  private static String serialOf(Completion completion) {
    Certificate certificate = completion.certificate();
    return certificate == null ? "" : certificate.serial();
  }

  @Override
  public Optional<Completion> openedBy(String linkHash) {
    return completions.values().stream().filter(c -> linkHash.equals(c.linkHash())).findFirst();
  }

  @Override
  public List<Completion> judgedBefore(String programmeId, int revision, int limit) {
    return completions.values().stream()
        .filter(c -> c.programmeId().equals(programmeId) && c.judgedRevision() < revision)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Completion> page(
      String programmeId, Filter filter, @Nullable String after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Completion> change(Change change) {
    Outcome outcome = change.decide().apply(find(change.registrationId()));
    if (outcome.completion() != null) {
      completions.put(change.registrationId(), outcome.completion());
      announced.addAll(outcome.events());
      writes++;
    }
    return find(change.registrationId());
  }

  @Override
  public void changeAll(List<Change> changes) {
    changes.forEach(this::change);
  }

  /** The programmes. */
  static final class KeptProgrammes implements Programmes {

    private final Map<String, Programme> kept = new TreeMap<>();

    @Override
    public Optional<Programme> find(String programmeId) {
      return Optional.ofNullable(kept.get(programmeId));
    }

    @Override
    public Map<String, Programme> findAll(Collection<String> ids) {
      return kept.entrySet().stream()
          .filter(e -> ids.contains(e.getKey()))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Programme> all() {
      return List.copyOf(kept.values());
    }

    @Override
    public void change(String programmeId, UnaryOperator<Programme> change) {
      kept.compute(
          programmeId,
          (id, known) -> change.apply(known == null ? Programme.unheardOf(id) : known));
    }
  }
}
