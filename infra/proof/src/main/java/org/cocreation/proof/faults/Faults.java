package org.cocreation.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cocreation.proof.faults.Gate.Trouble;
import org.cocreation.proof.platform.Backing;
import org.cocreation.proof.platform.Waiting;

/** Every fault, in the order in which they strike. */
final class Faults {

  private static final double SERVICE_RESTART = 90;
  private static final double BACKING_BACK = 10;
  private static final double NETWORK_BACK = 60;
  private static final double SLOWEST_REFUSAL_MILLIS = 2_000;

  private Faults() {}

  /** Those of a run whose names begin as asked. */
  static List<Fault> of(Options options) {
    List<Fault> all = new ArrayList<>();
    if (options.isShort()) {
      all.add(new KillEach());
    } else {
      PlatformUnderProof.SERVICES.forEach(service -> all.add(new KillService(service)));
    }
    all.add(new BackingEnds("broker-kill", true, 5));
    all.add(new BackingEnds("broker-term", false, 5));
    all.add(new BackingEnds("store-kill", true, 10));
    for (String who : List.of("store", "broker", "smtp")) {
      all.add(new Network(who + "-away", who, Trouble.AWAY, 120, 6));
    }
    for (String point : CrashAt.POINTS) {
      all.add(new CrashAt(point));
    }
    all.add(new Replay());
    all.add(new Poison());
    if (!options.isShort()) {
      for (String who : List.of("store", "broker")) {
        all.add(new Network(who + "-slow", who, Trouble.SLOW, 30, 5));
        all.add(new Network(who + "-resets", who, Trouble.RESETS, 30, 5));
        all.add(new Network(who + "-answer-lost", who, Trouble.ANSWER_LOST, 30, 5));
        all.add(new Network(who + "-black-hole", who, Trouble.BLACK_HOLE, 60, 5));
      }
    }
    return all.stream().filter(fault -> fault.name().startsWith(options.only())).toList();
  }

  private static Fault.Strike killed(Bench bench, String service) {
    long at = System.nanoTime();
    ProcessHandle.of(bench.platform().process(service).pid())
        .ifPresent(ProcessHandle::destroyForcibly);
    Waiting.millis(200);
    return bench.recovered(at, SERVICE_RESTART, List.of());
  }

  /** SIGKILL of one service. */
  private record KillService(String service) implements Fault {
    @Override
    public String name() {
      return "kill-" + service;
    }

    @Override
    public int times(boolean isShort) {
      return 20;
    }

    @Override
    public Strike strike(Bench bench, Random random) {
      return killed(bench, service);
    }

    @Override
    public boolean mailMayRepeat() {
      return service.equals("notification");
    }
  }

  /** SIGKILL of each service, one after the other. */
  private record KillEach() implements Fault {
    @Override
    public String name() {
      return "kill-each-service";
    }

    @Override
    public int times(boolean isShort) {
      return 1;
    }

    @Override
    public Strike strike(Bench bench, Random random) {
      List<String> services = new ArrayList<>(PlatformUnderProof.SERVICES);
      Collections.shuffle(services, random);
      double slowest = 0;
      List<String> wrong = new ArrayList<>();
      for (String service : services) {
        Strike strike = killed(bench, service);
        slowest = Math.max(slowest, strike.recoverySeconds());
        strike.wrong().forEach(one -> wrong.add(service + " " + one));
      }
      return new Strike(slowest, wrong);
    }
  }

  /** The end of the broker or the store, which is started again a moment later. */
  private record BackingEnds(String name, boolean kill, int wholeTimes) implements Fault {
    @Override
    public int times(boolean isShort) {
      return isShort ? 1 : wholeTimes;
    }

    @Override
    public Strike strike(Bench bench, Random random) {
      Backing backing =
          name.startsWith("broker") ? bench.platform().broker() : bench.platform().store();
      if (kill) {
        backing.kill();
      } else {
        backing.terminate();
      }
      Waiting.millis(random.nextInt(1_000));
      backing.start();
      backing.awaitReady(bench.options().within(60));
      return bench.recovered(System.nanoTime(), BACKING_BACK, List.of());
    }

    @Override
    public boolean mailMayRepeat() {
      return name.startsWith("store");
    }
  }

  /** Trouble in the network to a backing service, for a while. */
  private record Network(String name, String who, Trouble trouble, int seconds, int shortSeconds)
      implements Fault {
    @Override
    public int times(boolean isShort) {
      return 1;
    }

    @Override
    public Strike strike(Bench bench, Random random) {
      Gate gate =
          switch (who) {
            case "store" -> bench.platform().storeGate();
            case "broker" -> bench.platform().brokerGate();
            default -> bench.platform().smtpGate();
          };
      bench.client().forgetRefusals();
      int before = bench.load().acknowledged();
      gate.trouble(trouble);
      Waiting.seconds(bench.options().isShort() ? shortSeconds : seconds);
      int meanwhile = bench.load().acknowledged() - before;
      List<String> wrong = new ArrayList<>();
      if (trouble == Trouble.AWAY) {
        if (who.equals("store")) {
          wrong.addAll(refusals(bench));
        } else if (meanwhile == 0) {
          wrong.add("nobody was served while only the " + who + " was away");
        }
      }
      gate.trouble(Trouble.NONE);
      Strike strike =
          bench.recovered(
              System.nanoTime(), trouble == Trouble.AWAY ? BACKING_BACK : NETWORK_BACK, wrong);
      Map<Integer, Long> answers = bench.client().refusals();
      if (answers.containsKey(500)) {
        wrong = new ArrayList<>(strike.wrong());
        wrong.add(answers.get(500) + " answers were 500 where 503 belongs");
        return new Strike(strike.recoverySeconds(), wrong);
      }
      return strike;
    }

    private static List<String> refusals(Bench bench) {
      List<String> wrong = new ArrayList<>();
      if (!bench.client().refusals().containsKey(503)) {
        wrong.add("nothing was answered with 503: " + bench.client().refusals());
      }
      double slowest = bench.client().slowestRefusalMillis();
      if (slowest > bench.options().within(SLOWEST_REFUSAL_MILLIS)) {
        wrong.add("the slowest refusal took " + slowest + " ms");
      }
      return wrong;
    }

    @Override
    public boolean mailMayRepeat() {
      return !who.equals("broker");
    }
  }

  /** The end of a service at a named point of a fact's way. */
  private record CrashAt(String point) implements Fault {

    /** As messaging's Milestone and CrashPoints name them. */
    static final List<String> POINTS =
        List.of(
            "BEFORE_SAVE",
            "DURING_SAVE",
            "SAVED",
            "BEFORE_SEND",
            "ACKNOWLEDGED",
            "REMOVED",
            "HANDLED");

    private static final List<String> ALL =
        List.of("registration", "attendance", "certificate", "notification");

    @Override
    public String name() {
      return "crash-" + point.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public int times(boolean isShort) {
      return isShort ? 1 : 10;
    }

    @Override
    public Strike strike(Bench bench, Random random) {
      List<String> may = point.equals("HANDLED") ? ALL.subList(1, ALL.size()) : ALL;
      String service = may.get(random.nextInt(may.size()));
      Path armed = bench.platform().crashPoints().resolve(service + "." + point);
      try {
        Files.createFile(armed);
        boolean reached = Waiting.until(bench.options().within(20), () -> !Files.exists(armed));
        long at = System.nanoTime();
        if (!reached) {
          Files.deleteIfExists(armed);
          return new Strike(0, List.of(service + " never reached " + point));
        }
        Waiting.millis(200);
        Strike strike = bench.recovered(at, SERVICE_RESTART, List.of());
        return new Strike(
            strike.recoverySeconds(),
            strike.wrong().stream().map(one -> service + " " + one).toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
