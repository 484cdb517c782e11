package org.cocreation.proof.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cocreation.proof.faults.Fault.Strike;
import org.cocreation.proof.platform.Waiting;

/** One fault on one programme: load, strikes, quiet, audit. */
final class Bout {

  private static final double LATE = 45;
  private static final int WORST_SAID = 4;

  private final Fault fault;
  private final Bench bench;
  private final Ledger ledger;
  private final Random random;
  private final Consumer<String> say;

  Bout(Fault fault, Bench bench, Ledger ledger, Random random, Consumer<String> say) {
    this.fault = fault;
    this.bench = bench;
    this.ledger = ledger;
    this.random = random;
    this.say = say;
  }

  Row run() throws InterruptedException {
    Load load = bench.load();
    int times = fault.times(bench.options().isShort());
    List<String> wrong = new ArrayList<>();
    bench.client().forgetRefusals();
    load.start();
    Thread closing = new Thread(() -> closeInTheMiddle(times), "closing");
    closing.start();
    Waiting.millis(1_000);
    double slowest = 0;
    for (int i = 0; i < times; i++) {
      Waiting.millis(200 + random.nextInt(bench.options().isShort() ? 800 : 3_000));
      try {
        Strike strike = fault.strike(bench, random);
        slowest = Math.max(slowest, strike.recoverySeconds());
        wrong.addAll(strike.wrong());
      } catch (RuntimeException e) {
        wrong.add("the strike itself failed: " + e);
      }
    }
    Waiting.millis(500);
    closing.join();
    load.end();
    long ended = System.nanoTime();
    wrong.addAll(load.wrong());
    bench
        .quiet(bench.options().within(fault.quietSeconds(bench.options().isShort())))
        .forEach(one -> wrong.add("not quiet: " + one));
    double quiet = (System.nanoTime() - ended) / 1e9;
    List<String> further = fault.afterQuiet(bench, random);
    wrong.addAll(further);
    Findings findings = audited();
    Row row =
        new Row(
            fault.name(),
            times,
            load.people(),
            load.acknowledged(),
            slowest,
            quiet,
            bench.client().refusals(),
            findings,
            wrong);
    say.accept("  " + row.inWords());
    Stream.concat(findings.all().stream(), wrong.stream())
        .limit(WORST_SAID)
        .forEach(one -> say.accept("    " + one));
    return row;
  }

  private void closeInTheMiddle(int times) {
    Waiting.millis(1_500 + random.nextInt(Math.max(1, Math.min(times, 10) * 1_000)));
    for (String session : Load.SESSIONS) {
      bench.load().close(session);
      Waiting.millis(500);
    }
  }

  /** What is only late gets there while this waits; what is doubled stays so. */
  private Findings audited() {
    long end = System.nanoTime() + (long) (bench.options().within(LATE) * 1e9);
    Findings findings = audit();
    while (!findings.clean() && findings.mayBeLate() && System.nanoTime() < end) {
      Waiting.seconds(3);
      findings = audit();
    }
    return findings;
  }

  private Findings audit() {
    String programme = bench.load().programme();
    Map<String, Integer> shown =
        LivePage.counts(bench.client(), programme, bench.options().within(LATE));
    return Audit.of(
        ledger.read(programme), bench.witness().about(programme, shown), fault.mailMayRepeat());
  }
}
