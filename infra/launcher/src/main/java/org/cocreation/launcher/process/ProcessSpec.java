package org.cocreation.launcher.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.launcher.Ports;

/**
 * A row of the table of processes.
 *
 * @param name what it is called at the command line and in its log's name
 * @param artifact the module whose program it runs
 * @param mainClass what it runs; empty for what the program starts by itself
 * @param ports the ports that it listens on
 * @param waitsFor the processes that must have been ready before it is started
 * @param ready how to see that it is ready
 * @param heapMegabytes the bound of its heap
 * @param training how its class-data archive is made
 * @param arguments what is given on its command line
 * @param environment what is given in its environment, beyond the launcher's own
 */
public record ProcessSpec(
    String name,
    String artifact,
    String mainClass,
    List<Ports.Name> ports,
    Set<String> waitsFor,
    Check ready,
    int heapMegabytes,
    Training training,
    List<String> arguments,
    Map<String, String> environment) {

  /** Megabytes of heap that take too long to be collected at one go. */
  private static final int LARGE_HEAP = 1_024;

  /** How a program shows which classes its start needs. */
  public enum Training {
    /** It ends by itself when its Spring context is ready to run. */
    UNTIL_CONTEXT,
    /** It is started with data and ports of its own, and stopped when it is ready. */
    UNTIL_READY
  }

  /** Keeps copies. */
  public ProcessSpec {
    ports = List.copyOf(ports);
    waitsFor = Set.copyOf(waitsFor);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /**
   * The options of its heap. A small one is collected by what starts sooner and takes least; of a
   * large one that would be most of a second each time, in which nobody is answered. Its regions
   * are so large that a bulk command fits into half of one: what does not gets whole regions of its
   * own, and the heap is soon full of their ends. Marking begins when it is nearly half full: by
   * itself the collector begins so early that it hardly ever ends.
   */
  public List<String> heap() {
    String most = "-Xmx" + heapMegabytes + "m";
    return heapMegabytes < LARGE_HEAP
        ? List.of(most, "-XX:+UseSerialGC")
        : List.of(most, "-XX:+UseG1GC", "-XX:G1HeapRegionSize=8m", "-XX:-G1UseAdaptiveIHOP");
  }
}
