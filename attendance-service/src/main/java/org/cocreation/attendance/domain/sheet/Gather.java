package org.cocreation.attendance.domain.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.EmailAddress;
import org.cocreation.attendance.domain.matching.Identity;

/**
 * Gathers what was seen into observations, one for each identity in a session, and takes it out
 * again. Each is saved by itself and in bulk, and doing any of it once more changes nothing; so
 * whoever asks for it goes on asking until it is done.
 */
final class Gather {

  private final Observations observations;
  private final Rematch rematch;
  private final Assess assess;
  private final int batch;

  /**
   * @param batch how many observations are saved together
   */
  Gather(Observations observations, Rematch rematch, Assess assess, int batch) {
    this.observations = observations;
    this.rematch = rematch;
    this.assess = assess;
    this.batch = batch;
  }

  /** What was seen, by identity; what names nobody is left out. */
  static Map<Identity, List<Observed>> byIdentity(Collection<Observed> seen) {
    Map<Identity, List<Observed>> byIdentity = new LinkedHashMap<>();
    for (Observed each : seen) {
      each.identity()
          .ifPresent(
              identity -> byIdentity.computeIfAbsent(identity, key -> new ArrayList<>()).add(each));
    }
    return byIdentity;
  }

  /** An observation as it was found, or the first of its identity. */
  static Observation orFirst(
      Optional<Observation> found, SessionKey session, Identity identity, List<Observed> seen) {
    return found.orElseGet(
        () ->
            Observation.first(
                session,
                identity,
                seen.stream()
                    .map(Observed::email)
                    .filter(email -> EmailAddress.read(email).isPresent())
                    .findFirst()
                    .orElse(null)));
  }

  /**
   * Brings in what was seen, matches it, and looks again at the people whom it may concern.
   *
   * @param change what it makes of the observation of one identity
   * @param progress is told after each batch how many sightings are in by then
   * @return the observations as they stand then
   */
  List<Observation> bringIn(
      SessionKey session,
      Map<Identity, List<Observed>> seen,
      Bringing change,
      String reason,
      IntConsumer progress) {
    List<Observation> about = new ArrayList<>();
    Set<String> people = new LinkedHashSet<>();
    int done = 0;
    for (List<Identity> some : batches(seen.keySet())) {
      Map<String, Function<Optional<Observation>, Decided<Observation, Observation>>> changes =
          new LinkedHashMap<>();
      for (Identity identity : some) {
        List<Observed> theirs = Objects.requireNonNull(seen.get(identity));
        done += theirs.size();
        changes.put(
            Observation.idOf(session, identity),
            found -> {
              Observation was = orFirst(found, session, identity, theirs);
              Observation is = change.bring(was, theirs.stream().map(Observed::entry).toList());
              return found.isPresent() && is.equals(was)
                  ? Decided.unchanged(was)
                  : Decided.of(is, is);
            });
      }
      Rematch.Rematched matched =
          rematch.match(session.programmeId(), observations.changeAll(changes));
      about.addAll(matched.latest());
      people.addAll(matched.in(session));
      progress.accept(done);
    }
    List<String> owing = new ArrayList<>();
    for (Observation each : about) {
      Unsettled unsettled = each.unsettled();
      if (unsettled != null) {
        people.addAll(unsettled.registrationIds());
        owing.add(each.observationId());
      }
    }
    assess.again(session, people, reason);
    settle(owing, about);
    return about;
  }

  /**
   * Takes rows out of observations of a session, matches what is left, and looks again at the
   * people for whom they counted.
   *
   * @param change what is left of an observation; owing what follows from that
   * @param progress is told after each batch how many observations are done by then
   */
  void takeOut(
      SessionKey session,
      List<String> observationIds,
      UnaryOperator<Observation> change,
      String reason,
      IntConsumer progress) {
    int done = 0;
    for (List<String> some : batches(observationIds)) {
      observations.changeAll(each(some, change));
      Map<String, Observation> left = observations.findAll(some);
      Set<String> people = new LinkedHashSet<>();
      List<String> owing = new ArrayList<>();
      for (Observation each : left.values()) {
        Unsettled unsettled = each.unsettled();
        if (unsettled != null) {
          people.addAll(unsettled.registrationIds());
          owing.add(each.observationId());
        }
      }
      people.addAll(rematch.match(session.programmeId(), left.values()).in(session));
      assess.again(session, people, reason);
      settle(owing, left.values());
      done += some.size();
      progress.accept(done);
    }
  }

  /** Nothing is owed any more, unless more came to be owed meanwhile. */
  private void settle(List<String> owing, Collection<Observation> asSeen) {
    if (owing.isEmpty()) {
      return;
    }
    Map<String, Unsettled> done = new LinkedHashMap<>();
    asSeen.forEach(
        each -> {
          if (each.unsettled() != null && !each.unsettled().decided()) {
            done.put(each.observationId(), each.unsettled());
          }
        });
    observations.changeAll(
        each(
            owing,
            is ->
                Objects.equals(is.unsettled(), done.get(is.observationId())) ? is.settled() : is));
  }

  private <T> List<List<T>> batches(Collection<T> all) {
    List<T> list = List.copyOf(all);
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < list.size(); from += batch) {
      batches.add(list.subList(from, Math.min(list.size(), from + batch)));
    }
    return batches;
  }

  private static Map<String, Function<Optional<Observation>, Decided<Observation, Boolean>>> each(
      List<String> ids, UnaryOperator<Observation> change) {
    Map<String, Function<Optional<Observation>, Decided<Observation, Boolean>>> changes =
        new LinkedHashMap<>();
    for (String id : ids) {
      changes.put(
          id,
          found -> {
            if (found.isEmpty()) {
              return Decided.unchanged(false);
            }
            Observation is = change.apply(found.get());
            return is.equals(found.get()) ? Decided.unchanged(false) : Decided.of(is, true);
          });
    }
    return changes;
  }

  /** What entries make of an observation. */
  interface Bringing {
    Observation bring(Observation was, List<Entry> entries);
  }
}
