package org.cocreation.launcher.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A process as the supervisor starts it.
 *
 * @param name what it is called
 * @param waitsFor the names of those that must have been ready before
 * @param ready how to see that it is ready
 * @param where what a person is told about where it is, such as its port
 * @param command what is run; it must end when its standard input does
 * @param environment what is added to the launcher's own environment
 * @param log where its output goes
 */
public record Startable(
    String name,
    Set<String> waitsFor,
    Check ready,
    String where,
    List<String> command,
    Map<String, String> environment,
    Path log) {

  /** Keeps copies. */
  public Startable {
    waitsFor = Set.copyOf(waitsFor);
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
