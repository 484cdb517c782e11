package org.cocreation.proof.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cocreation.proof.platform.Waiting;

/**
 * SIGKILL of services, one a moment after the other.
 *
 * @param services whom, each once in a strike, in any order
 */
record ServicesKilled(String name, List<String> services, int wholeTimes) implements Fault {

  /** The launcher's pause included, which grows when a service ends again and again. */
  static final double RESTART = 90;

  ServicesKilled {
    services = List.copyOf(services);
  }

  @Override
  public int times(boolean isShort) {
    return isShort ? 1 : wholeTimes;
  }

  @Override
  public Strike strike(Bench bench, Random random) {
    List<String> inTurn = new ArrayList<>(services);
    Collections.shuffle(inTurn, random);
    long since = System.nanoTime();
    for (String service : inTurn) {
      Waiting.millis(random.nextInt(700));
      ProcessHandle.of(bench.platform().process(service).pid())
          .ifPresent(ProcessHandle::destroyForcibly);
      if (service.equals("notification")) {
        bench.witness().mailCutOff();
      }
    }
    Waiting.millis(200);
    return bench.recovered(since, RESTART, List.of());
  }

  @Override
  public boolean mailMayRepeat() {
    return services.contains("notification");
  }
}
