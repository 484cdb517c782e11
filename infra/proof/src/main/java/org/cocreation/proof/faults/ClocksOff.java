package org.cocreation.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cocreation.proof.platform.Waiting;

/**
 * The clocks of two services go an hour fast, those of two others an hour slow, while people use
 * them and until all has settled; then all are put right.
 */
final class ClocksOff implements Fault {

  private static final List<String> SERVICES =
      List.of("registration", "attendance", "certificate", "notification");
  private static final Duration OFF = Duration.ofHours(1);

  private final List<Path> wrongClocks = new ArrayList<>();

  @Override
  public String name() {
    return "clocks-off";
  }

  @Override
  public int times(boolean isShort) {
    return 1;
  }

  @Override
  public boolean mailMayRepeat() {
    return false;
  }

  @Override
  public Strike strike(Bench bench, Random random) {
    List<String> services = new ArrayList<>(SERVICES);
    Collections.shuffle(services, random);
    try {
      for (int i = 0; i < services.size(); i++) {
        Path file = bench.platform().crashPoints().resolve(services.get(i) + ".CLOCK");
        Files.writeString(file, (i % 2 == 0 ? OFF : OFF.negated()).toString());
        wrongClocks.add(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Waiting.seconds(bench.options().isShort() ? 4 : 60);
    return bench.recovered(System.nanoTime(), BackingEnds.BACK, List.of());
  }

  @Override
  public List<String> afterQuiet(Bench bench, Random random) {
    try {
      for (Path file : wrongClocks) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> wrong = new ArrayList<>();
    bench.quiet(bench.options().within(30)).forEach(one -> wrong.add("clocks right again: " + one));
    return wrong;
  }
}
