package org.cocreation.proof.speed;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Terminal;
import org.cocreation.launcher.build.Program;
import org.cocreation.launcher.build.Programs;
import org.cocreation.proof.platform.Backing;
import org.cocreation.proof.platform.Options;
import org.cocreation.proof.platform.Proving;

/**
 * What a measure is given: a platform that runs, peers to run beside it, and how to look at them.
 */
public final class SpeedBench {

  private static final List<String> JVM =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:cds=off");

  private final Options options;
  private final Proving platform;
  private final Terminal terminal;
  private final Sampler sampler;
  private final Figures figures;
  private final Staff staff;

  SpeedBench(Options options, Proving platform, Terminal terminal) {
    this.options = options;
    this.platform = platform;
    this.terminal = terminal;
    sampler = new Sampler(this::pids);
    figures = new Figures(options.directory().resolve("figures"));
    staff = new Staff(platform);
  }

  public Options options() {
    return options;
  }

  public Proving platform() {
    return platform;
  }

  /** Looks at every process of the platform, by its name. */
  public Sampler sampler() {
    return sampler;
  }

  public Figures figures() {
    return figures;
  }

  /** Those who set programmes up and close sessions. */
  public Staff staff() {
    return staff;
  }

  /** Tells whoever waits what is being done. */
  public void say(String words) {
    terminal.say("  " + words);
  }

  /** The options of every JVM of the platform, which a peer is run with too. */
  List<String> jvm() {
    List<String> jvm = new ArrayList<>(JVM);
    jvm.addAll(options.jvm());
    return jvm;
  }

  /** The processes of the platform, store, broker and mailbox included. */
  public Map<String, Long> pids() {
    Map<String, Long> pids = new LinkedHashMap<>();
    for (String service : Proving.SERVICES) {
      pids.put(service, platform.process(service).pid());
    }
    pids.put("identity", platform.process("identity").pid());
    pids.put("store", platform.store().pid());
    pids.put("broker", platform.broker().pid());
    pids.put("mailbox", platform.mailbox().pid());
    return pids;
  }

  /** The program of a module of the repository, built if it is stale. */
  public Program program(String module) {
    Layout layout = new Layout(options.root(), options.directory());
    Program program = new Programs(layout, terminal).ready(List.of(module)).get(module);
    if (program == null) {
      throw new Failure("There is no program of " + module);
    }
    return program;
  }

  /**
   * A process beside the platform, with the same options as its services. It is not started yet; it
   * ends with the proof.
   *
   * @param name of its log
   * @param heap such as {@code -Xmx320m}
   * @param port that it listens on when it is ready; 0 if that is seen otherwise
   */
  public Backing peer(
      String name, Program program, String heap, List<String> mainAndArguments, int port) {
    List<String> jvm = jvm();
    jvm.add(heap);
    return new Backing(
        name,
        jvm,
        System.getProperty("java.class.path") + File.pathSeparator + program.jar(),
        mainAndArguments,
        Map.of(),
        port,
        log(name));
  }

  /** Where the output of a process is kept. */
  public Path log(String name) {
    return new Layout(options.root(), options.directory()).log(name);
  }

  /** What is said by everything that a measure prints. */
  public Consumer<String> teller() {
    return this::say;
  }
}
