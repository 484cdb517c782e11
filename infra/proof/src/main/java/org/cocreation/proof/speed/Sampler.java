package org.cocreation.proof.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What processes use: of the processors, to the hundredth of a second that the system counts in,
 * and of memory.
 */
public final class Sampler {

  private static final Path STATISTICS = Path.of("/proc/stat");
  private static final Path OWN_STATISTICS = Path.of("/proc/self/stat");
  private static final int TICKS_PER_SECOND = 100;
  private static final int IDLE = 4;
  private static final int WAITING = 5;
  private static final int STOLEN = 8;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private final Supplier<Map<String, Long>> pids;

  /**
   * Looks at these processes.
   *
   * @param pids by the names of the processes, as they are at the moment that is looked
   */
  public Sampler(Supplier<Map<String, Long>> pids) {
    this.pids = pids;
  }

  /**
   * What has been used up to a moment.
   *
   * @param byProcess processor time by process name
   * @param everybody processor time of the whole machine, without that of processes which the proof
   *     has started and which have ended since, as peers do; zero where that cannot be known
   * @param nanos the moment, by {@link System#nanoTime}
   */
  public record Sample(Map<String, Duration> byProcess, Duration everybody, long nanos) {

    /** What was used between an earlier moment and this one. */
    public Usage since(Sample earlier) {
      Map<String, Double> micros = new LinkedHashMap<>();
      byProcess.forEach(
          (name, used) -> {
            Duration before = earlier.byProcess.getOrDefault(name, Duration.ZERO);
            // A process that was started again meanwhile counts from nothing.
            Duration more = used.compareTo(before) >= 0 ? used.minus(before) : used;
            micros.put(name, more.toNanos() / 1e3);
          });
      return new Usage(
          micros,
          everybody.minus(earlier.everybody).toNanos() / 1e3,
          (nanos - earlier.nanos) / 1e9);
    }
  }

  /**
   * What was used in a span of time.
   *
   * @param micros microseconds of processor by process name
   * @param everybodyMicros of the whole machine
   * @param seconds the span
   */
  public record Usage(Map<String, Double> micros, double everybodyMicros, double seconds) {

    /** Keeps a copy. */
    public Usage {
      micros = Map.copyOf(micros);
    }

    /** Of these processes together; of all when none is named. */
    public double of(String... names) {
      return names.length == 0
          ? micros.values().stream().mapToDouble(Double::doubleValue).sum()
          : java.util.Arrays.stream(names)
              .mapToDouble(name -> micros.getOrDefault(name, 0.0))
              .sum();
    }

    /** How many processors everything used that is not known here; 0 where it cannot be known. */
    public double others() {
      return everybodyMicros == 0 || seconds == 0
          ? 0
          : Math.max(0, (everybodyMicros - of()) / 1e6 / seconds);
    }
  }

  /** What has been used up to now, the proof's own process included as {@code proof}. */
  public Sample sample() {
    Map<String, Duration> used = new LinkedHashMap<>();
    pids.get().forEach((name, pid) -> used.put(name, processorTime(pid)));
    used.put("proof", processorTime(ProcessHandle.current().pid()));
    return new Sample(used, everybody().minus(endedChildren()), System.nanoTime());
  }

  /** Processor time of a process so far; zero when it is gone. */
  public static Duration processorTime(long pid) {
    return ProcessHandle.of(pid).flatMap(p -> p.info().totalCpuDuration()).orElse(Duration.ZERO);
  }

  /** Resident memory of each process, in MB; 0 where it cannot be known. */
  public Map<String, Double> residentMegabytes() {
    Map<String, Double> resident = new LinkedHashMap<>();
    pids.get().forEach((name, pid) -> resident.put(name, residentMegabytes(pid)));
    return resident;
  }

  /** Resident memory of a process, in MB; 0 where it cannot be known. */
  public static double residentMegabytes(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException gone) {
      return 0;
    }
  }

  private static Duration everybody() {
    if (!Files.isReadable(STATISTICS)) {
      return Duration.ZERO;
    }
    try {
      String[] columns = Files.readAllLines(STATISTICS).get(0).split("\\s+", -1);
      long ticks = 0;
      for (int i = 1; i <= STOLEN && i < columns.length; i++) {
        ticks += i == IDLE || i == WAITING ? 0 : Long.parseLong(columns[i]);
      }
      return ofTicks(ticks);
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }

  /**
   * Processor time of the processes that this one started and that have ended; zero where that
   * cannot be known.
   */
  static Duration endedChildren() {
    if (!Files.isReadable(OWN_STATISTICS)) {
      return Duration.ZERO;
    }
    try {
      String line = Files.readString(OWN_STATISTICS);
      // The name of the program comes before, in parentheses, and may hold anything.
      String[] columns = line.substring(line.lastIndexOf(')') + 2).split("\\s+", -1);
      return ofTicks(
          Long.parseLong(columns[CHILDREN_USER]) + Long.parseLong(columns[CHILDREN_SYSTEM]));
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }

  private static Duration ofTicks(long ticks) {
    return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
  }
}
