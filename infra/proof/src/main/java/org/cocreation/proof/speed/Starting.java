package org.cocreation.proof.speed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.process.Supervisor.Kept;
import org.cocreation.proof.platform.Proving;
import org.cocreation.proof.platform.Waiting;

/**
 * How long a service takes from the start of its process until it says that it does its work, how
 * long the whole platform, and what every process holds in memory at rest.
 */
final class Starting implements Measure {

  private static final double LOOK_SECONDS = 120;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Result> run(SpeedBench bench) {
    int rounds = bench.options().choose(5, 1);
    List<Double> platform = new ArrayList<>();
    Map<String, List<Double>> services = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      bench.platform().stop();
      long started = System.nanoTime();
      bench.platform().start();
      platform.add((System.nanoTime() - started) / 1e9);
      for (String service : Proving.SERVICES) {
        services.computeIfAbsent(service, name -> new ArrayList<>()).add(restarted(bench, service));
      }
      bench.say(
          String.format(
              java.util.Locale.ROOT, "platform %.1f s, %s", platform.get(round), services));
    }
    List<Result> rows = new ArrayList<>();
    services.forEach(
        (service, seconds) ->
            rows.add(Result.of(name(), service + " alone", "s", Spread.of(seconds), 0)));
    rows.add(
        Result.of(name(), "platform", "s", Spread.of(platform), 0)
            .noting("store, broker and mailbox one after the other, then up"));
    Waiting.seconds(bench.options().choose(20, 3));
    rows.addAll(Memory.rows(bench, name(), "at rest"));
    return rows;
  }

  /** Ends a service, which the launcher starts again; its new process' time until ready. */
  private static double restarted(SpeedBench bench, String service) {
    Kept before = bench.platform().process(service);
    ProcessHandle.of(before.pid()).ifPresent(ProcessHandle::destroy);
    double limit = bench.options().within(LOOK_SECONDS);
    boolean back =
        Waiting.until(
            limit,
            () -> {
              Kept now = bench.platform().process(service);
              return now.pid() != before.pid() && now.pid() > 0;
            });
    if (!back) {
      throw new Failure(service + " was not started again");
    }
    long pid = bench.platform().process(service).pid();
    long until = System.nanoTime() + (long) (limit * 1e9);
    while (!bench.platform().ready(service)) {
      if (System.nanoTime() > until) {
        throw new Failure(service + " is not ready after " + limit + " s");
      }
      Waiting.millis(10);
    }
    long now = System.currentTimeMillis();
    long began =
        ProcessHandle.of(pid)
            .flatMap(handle -> handle.info().startInstant())
            .orElseThrow(() -> new Failure("The system does not say when " + service + " began"))
            .toEpochMilli();
    Waiting.until(limit, () -> bench.platform().process(service).state().equals("ready"));
    return (now - began) / 1e3;
  }
}
