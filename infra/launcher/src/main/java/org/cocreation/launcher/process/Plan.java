package org.cocreation.launcher.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.Secrets;
import org.cocreation.launcher.Settings;
import org.cocreation.launcher.Terminal;
import org.cocreation.launcher.build.Program;
import org.cocreation.launcher.build.Programs;

/** From the table to processes that can be started: built, unpacked, archived, ports looked at. */
public final class Plan {

  private Plan() {}

  /**
   * Makes everything ready that a start needs.
   *
   * @throws org.cocreation.launcher.Failure when the build fails or a port is taken
   */
  public static List<Startable> ready(Surroundings at, Terminal terminal) {
    Layout layout = at.directory();
    Settings settings = at.settings();
    List<ProcessSpec> table = ProcessTable.of(at);
    PortCheck.allFree(table, at.ports());
    List<String> artifacts =
        table.stream().map(ProcessSpec::artifact).distinct().collect(Collectors.toList());
    Map<String, Program> programs = new Programs(layout, terminal).ready(artifacts);
    JavaCommand java = JavaCommand.in(layout, settings.get("cocreation.java-options", ""));
    boolean fast = settings.get("cocreation.fast-start", "true").equals("true");
    FastStart fastStart = new FastStart(layout, java, terminal, fast);
    Layout.remove(layout.temporary());
    Layout.made(layout.temporary());
    fastStart.prepare(trainees(at, table), programs);
    Layout.made(layout.data());
    return table.stream().map(spec -> startable(at, spec, programs, java, fastStart)).toList();
  }

  /**
   * A further process of a service that runs already: the same program, on the ports given here.
   *
   * @param at with everything in the settings that is elsewhere: store, broker, issuer, public URL
   */
  public static Startable further(Surroundings at, String service, Terminal terminal) {
    Layout layout = at.directory();
    ProcessSpec spec = ProcessTable.find(ProcessTable.of(at), service).orElseThrow();
    Map<String, Program> programs = new Programs(layout, terminal).ready(List.of(spec.artifact()));
    JavaCommand java = JavaCommand.in(layout, at.settings().get("cocreation.java-options", ""));
    boolean fast = at.settings().get("cocreation.fast-start", "true").equals("true");
    return startable(at, spec, programs, java, new FastStart(layout, java, terminal, fast));
  }

  private static Startable startable(
      Surroundings at,
      ProcessSpec spec,
      Map<String, Program> programs,
      JavaCommand java,
      FastStart fastStart) {
    Program program = programs.get(spec.artifact());
    if (program == null) {
      throw new IllegalStateException("no program for " + spec.name());
    }
    String where =
        spec.ports().stream()
            .map(name -> "port " + at.ports().of(name))
            .collect(Collectors.joining(", "));
    return new Startable(
        spec.name(),
        spec.waitsFor(),
        spec.ready(),
        where,
        java.of(spec, program, fastStart.use(spec, program)),
        spec.environment(),
        at.directory().log(spec.name()));
  }

  /** The same rows with data, secrets and ports of their own, for training runs. */
  private static List<ProcessSpec> trainees(Surroundings at, List<ProcessSpec> table) {
    Layout apart = new Layout(at.directory().platform().resolve("training"));
    Layout.remove(apart.root());
    Map<String, ProcessSpec> all = new LinkedHashMap<>();
    Surroundings own =
        new Surroundings(
            apart,
            Settings.load(apart.settings(), Map.of(), Map.of()),
            Ports.free(),
            new Secrets(Layout.made(apart.secrets())));
    ProcessTable.of(own).forEach(spec -> all.put(spec.name(), spec));
    return table.stream().map(spec -> all.getOrDefault(spec.name(), spec)).toList();
  }
}
