package org.cocreation.proof.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.proof.faults.Gate.Trouble;
import org.cocreation.proof.faults.MailGate.Mood;
import org.cocreation.proof.platform.Options;

/** Every fault, in the order in which they strike. */
final class Faults {

  private static final List<Mood> BAD_MOODS =
      List.of(Mood.REFUSES_FOR_NOW, Mood.REFUSES, Mood.HANGS, Mood.DROPS_AFTER_DATA);

  private Faults() {}

  /**
   * Those of a run: without names those that belong to a short or a whole one, else every one whose
   * name begins with one of the names, comma-separated.
   */
  static List<Fault> of(Options options) {
    Map<String, Fault> all = new LinkedHashMap<>();
    List<Fault> usual = options.isShort() ? brief() : whole();
    usual.forEach(fault -> all.put(fault.name(), fault));
    if (options.only().isEmpty()) {
      return usual;
    }
    whole().forEach(fault -> all.putIfAbsent(fault.name(), fault));
    brief().forEach(fault -> all.putIfAbsent(fault.name(), fault));
    alone().forEach(fault -> all.putIfAbsent(fault.name(), fault));
    List<String> wanted = Arrays.asList(options.only().split(","));
    return all.values().stream()
        .filter(fault -> wanted.stream().anyMatch(fault.name()::startsWith))
        .toList();
  }

  /** One or two of each kind. */
  private static List<Fault> brief() {
    List<Fault> faults = new ArrayList<>();
    faults.add(new ServicesKilled("kill-each-service", PlatformUnderProof.SERVICES, 20));
    faults.add(new CrashAt("crash-each-point", CrashAt.POINTS));
    faults.add(new BackingEnds("broker-kill", true, 5));
    faults.add(new BackingEnds("store-kill", true, 10));
    for (String who : List.of("store", "broker", "smtp")) {
      faults.add(new Network(who + "-away", who, Trouble.AWAY, 120, 5));
    }
    faults.add(new MailTrouble("smtp-moods", BAD_MOODS, 20, 2));
    faults.add(new RebalanceStorm());
    faults.add(new SlowBatch());
    faults.add(new SameKey());
    faults.add(new LastSeat());
    faults.add(new Poison());
    faults.add(new DeadLettersAway());
    faults.add(new ClocksOff());
    faults.add(new Calendar());
    faults.add(new DiskFull("store"));
    faults.add(new DiskFull("broker"));
    faults.add(new Replay());
    return faults;
  }

  private static List<Fault> whole() {
    List<Fault> faults = new ArrayList<>();
    faults.add(new ServicesKilled("kill-each-service", PlatformUnderProof.SERVICES, 20));
    faults.add(new CrashAt("crash-each-point", CrashAt.POINTS));
    faults.add(new BackingEnds("broker-kill", true, 5));
    faults.add(new BackingEnds("broker-term", false, 5));
    faults.add(new BackingEnds("store-kill", true, 10));
    for (String who : List.of("store", "broker", "smtp")) {
      faults.add(new Network(who + "-away", who, Trouble.AWAY, 120, 5));
    }
    for (String who : List.of("store", "broker")) {
      faults.add(new Network(who + "-slow", who, Trouble.SLOW, 30, 5));
      faults.add(new Network(who + "-resets", who, Trouble.RESETS, 30, 5));
      faults.add(new Network(who + "-answer-lost", who, Trouble.ANSWER_LOST, 30, 5));
      faults.add(new Network(who + "-black-hole", who, Trouble.BLACK_HOLE, 60, 5));
      faults.add(new Network(who + "-half-open", who, Trouble.HALF_OPEN, 30, 5));
    }
    faults.add(new MailTrouble("smtp-4xx", List.of(Mood.REFUSES_FOR_NOW), 20, 2));
    faults.add(new MailTrouble("smtp-5xx", List.of(Mood.REFUSES), 20, 2));
    faults.add(new MailTrouble("smtp-hangs", List.of(Mood.HANGS), 20, 2));
    faults.add(new MailTrouble("smtp-drops", List.of(Mood.DROPS_AFTER_DATA), 20, 2));
    faults.add(new RebalanceStorm());
    faults.add(new SlowBatch());
    faults.add(new SameKey());
    faults.add(new LastSeat());
    faults.add(new Poison());
    faults.add(new DeadLettersAway());
    faults.add(new ClocksOff());
    faults.add(new Calendar());
    faults.add(new DiskFull("store"));
    faults.add(new DiskFull("broker"));
    faults.add(new Replay());
    return faults;
  }

  /** What is part of another fault, to be looked at alone. */
  private static List<Fault> alone() {
    List<Fault> faults = new ArrayList<>();
    PlatformUnderProof.SERVICES.forEach(
        service -> faults.add(new ServicesKilled("kill-" + service, List.of(service), 20)));
    CrashAt.POINTS.forEach(point -> faults.add(CrashAt.only(point)));
    return faults;
  }
}
