package org.cocreation.proof.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cocreation.proof.faults.Gate.Trouble;
import org.cocreation.proof.platform.Waiting;

/** Trouble in the network to a backing service, for a while. */
record Network(String name, String who, Trouble trouble, int seconds, int shortSeconds)
    implements Fault {

  private static final double BACK = 60;
  private static final double SLOWEST_REFUSAL_MILLIS = 2_000;

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
    List<String> wrong = new ArrayList<>();
    double lasts = bench.options().isShort() ? shortSeconds : seconds;
    if (who.equals("smtp")) {
      wrong.addAll(new MailQueue(bench).watched(lasts));
    } else {
      Waiting.seconds(lasts);
    }
    int meanwhile = bench.load().acknowledged() - before;
    if (trouble == Trouble.AWAY) {
      if (who.equals("store")) {
        wrong.addAll(
            refusals(
                bench.client().refusals(),
                (double) bench.client().slowestRefusalMillis(),
                bench.options().within(SLOWEST_REFUSAL_MILLIS)));
      } else if (meanwhile == 0) {
        wrong.add("nobody was served while only the " + who + " was away");
      }
    }
    gate.trouble(Trouble.NONE);
    if (who.equals("smtp")) {
      wrong.addAll(new MailQueue(bench).flowsAgain(bench.options().within(BackingEnds.BACK)));
    }
    Strike strike =
        bench.recovered(
            System.nanoTime(), trouble == Trouble.AWAY ? BackingEnds.BACK : BACK, wrong);
    Map<Integer, Long> answers = bench.client().refusals();
    if (answers.containsKey(500)) {
      wrong = new ArrayList<>(strike.wrong());
      wrong.add(answers.get(500) + " answers were 500 where 503 belongs");
      return new Strike(strike.recoverySeconds(), wrong);
    }
    return strike;
  }

  /** What is wrong with how it was answered while the store was away. */
  static List<String> refusals(Map<Integer, Long> refusals, double slowest, double allowed) {
    List<String> wrong = new ArrayList<>();
    if (!refusals.containsKey(503)) {
      wrong.add("nothing was answered with 503: " + refusals);
    }
    if (slowest > allowed) {
      wrong.add("the slowest refusal took " + slowest + " ms");
    }
    return wrong;
  }

  @Override
  public boolean mailMayRepeat() {
    return !who.equals("broker");
  }
}
