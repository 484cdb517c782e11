package org.cocreation.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.cocreation.proof.platform.Waiting;

/**
 * The end of services at named points of a fact's way.
 *
 * @param points which, each once in a strike, as many at the same time as there are services
 */
record CrashAt(String name, List<String> points) implements Fault {

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

  private static final List<String> SERVICES =
      List.of("registration", "attendance", "certificate", "notification");
  private static final double REACHED = 60;

  CrashAt {
    points = List.copyOf(points);
  }

  /** One point alone. */
  static CrashAt only(String point) {
    return new CrashAt("crash-" + point.toLowerCase(Locale.ROOT).replace('_', '-'), List.of(point));
  }

  @Override
  public int times(boolean isShort) {
    return isShort ? 1 : 10;
  }

  /**
   * Who dies where, in rounds: nobody twice in one round, and only where they come by. A point that
   * is alone is everybody's.
   */
  static List<Map<String, String>> rounds(List<String> points, Random random) {
    if (points.size() == 1) {
      Map<String, String> everybody = new LinkedHashMap<>();
      SERVICES.stream()
          .filter(service -> comesBy(service, points.get(0)))
          .forEach(service -> everybody.put(service, points.get(0)));
      return List.of(everybody);
    }
    List<String> left = new ArrayList<>(points);
    Collections.shuffle(left, random);
    List<Map<String, String>> rounds = new ArrayList<>();
    while (!left.isEmpty()) {
      List<String> services = new ArrayList<>(SERVICES);
      Collections.shuffle(services, random);
      Map<String, String> round = new LinkedHashMap<>();
      for (String service : services) {
        left.stream()
            .filter(point -> comesBy(service, point))
            .findFirst()
            .ifPresent(point -> round.put(service, point));
        left.remove(round.get(service));
      }
      rounds.add(round);
    }
    return rounds;
  }

  /** Registration takes nothing in. */
  private static boolean comesBy(String service, String point) {
    return !(point.equals("HANDLED") && service.equals("registration"));
  }

  @Override
  public Strike strike(Bench bench, Random random) {
    double slowest = 0;
    List<String> wrong = new ArrayList<>();
    for (Map<String, String> round : rounds(points, random)) {
      Strike strike = strike(bench, round);
      slowest = Math.max(slowest, strike.recoverySeconds());
      strike.wrong().forEach(one -> wrong.add(round + " " + one));
    }
    return new Strike(slowest, wrong);
  }

  private static boolean reached(Bench bench, Path file) {
    boolean reached = !Files.exists(file);
    if (reached && file.getFileName().toString().startsWith("notification.")) {
      bench.witness().mailCutOff();
    }
    return reached;
  }

  private static Strike strike(Bench bench, Map<String, String> round) {
    try {
      List<Path> armed = new ArrayList<>();
      for (Map.Entry<String, String> one : round.entrySet()) {
        armed.add(
            Files.createFile(
                bench.platform().crashPoints().resolve(one.getKey() + "." + one.getValue())));
      }
      List<Path> left = new ArrayList<>(armed);
      Waiting.until(
          bench.options().within(REACHED),
          () -> {
            left.removeIf(file -> reached(bench, file));
            return left.isEmpty();
          });
      long since = System.nanoTime();
      List<String> wrong = new ArrayList<>();
      for (Path never : armed) {
        if (Files.deleteIfExists(never)) {
          wrong.add(never.getFileName() + " was never reached");
        }
      }
      Waiting.millis(200);
      return bench.recovered(since, ServicesKilled.RESTART, wrong);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
