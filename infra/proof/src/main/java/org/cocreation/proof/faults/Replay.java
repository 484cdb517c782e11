package org.cocreation.proof.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cocreation.proof.platform.Waiting;

/**
 * Every topic is read again from its first record by everybody: nothing may change, and nobody may
 * get another e-mail or certificate.
 */
final class Replay implements Fault {

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public int times(boolean isShort) {
    return 1;
  }

  /** Nothing breaks under load; what matters comes when all is quiet. */
  @Override
  public Strike strike(Bench bench, Random random) {
    Waiting.seconds(2);
    return new Strike(0, List.of());
  }

  @Override
  public boolean mailMayRepeat() {
    return false;
  }

  @Override
  public List<String> afterQuiet(Bench bench, Random random) {
    Map<String, String> before = bench.witness().states();
    Mails mails = bench.witness().mails();
    int facts = bench.witness().topics().all().size();
    List<String> wrong = new ArrayList<>();
    for (String group : TopicReader.GROUPS) {
      if (!again(bench, group)) {
        wrong.add(group + " could not be made to read again");
      }
    }
    if (!Waiting.until(bench.options().within(120), bench.platform()::allReady)) {
      wrong.add("not every service came back");
    }
    bench.quiet(bench.options().within(120)).forEach(one -> wrong.add("not quiet: " + one));
    Map<String, String> after = new TreeMap<>(bench.witness().states());
    before.forEach(
        (what, state) -> {
          String now = after.remove(what);
          if (!state.equals(now)) {
            wrong.add(what + " was " + state + " and is " + now);
          }
        });
    after.keySet().forEach(what -> wrong.add(what + " is new"));
    if (!mails.equals(bench.witness().mails())) {
      wrong.add("there are new e-mails");
    }
    int told = bench.witness().topics().all().size() - facts;
    if (told != 0) {
      wrong.add(told + " further events were told");
    }
    return wrong;
  }

  /**
   * A service that ends in an orderly way leaves its group; before it is back, the group is reset.
   */
  private static boolean again(Bench bench, String service) {
    for (int attempt = 0; attempt < 3; attempt++) {
      ProcessHandle process =
          ProcessHandle.of(bench.platform().process(service).pid()).orElse(null);
      if (process != null) {
        process.destroy();
        Waiting.until(40, () -> !process.isAlive());
        if (Waiting.until(2.5, () -> bench.witness().topics().fromTheBeginning(service))) {
          return Waiting.until(bench.options().within(90), () -> bench.platform().ready(service));
        }
      }
      Waiting.until(bench.options().within(90), () -> bench.platform().ready(service));
    }
    return false;
  }
}
