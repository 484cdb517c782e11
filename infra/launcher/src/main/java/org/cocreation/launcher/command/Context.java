package org.cocreation.launcher.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.Secrets;
import org.cocreation.launcher.Settings;
import org.cocreation.launcher.Terminal;
import org.cocreation.launcher.process.PlatformLock;
import org.cocreation.launcher.process.RunState;
import org.cocreation.launcher.process.Surroundings;

/**
 * What every command is given.
 *
 * @param environment the launcher's own environment
 * @param commandLine the settings on the command line
 */
public record Context(
    Layout layout,
    Terminal terminal,
    Map<String, String> environment,
    Map<String, String> commandLine) {

  /** What a start from here and now would be given. */
  public Surroundings surroundings() {
    return surroundings(Settings.load(layout.settings(), environment, commandLine));
  }

  /** The platform that runs; empty when none does. */
  public Optional<RunState> running() {
    return RunState.running(layout.run());
  }

  /** The lock of whoever builds the platform in order to start it. */
  Path building() {
    return layout.run().resolve("building");
  }

  /** Whether somebody builds the platform, which does not run yet, in order to start it. */
  boolean isBeingBuilt() {
    return PlatformLock.isTaken(building()) && running().isEmpty();
  }

  /**
   * Comes back when the platform that runs, or is being built in order to run, is ready.
   *
   * @throws Failure when there is none, or it ends meanwhile
   */
  public void awaitReady() {
    boolean told = false;
    while (isBeingBuilt() || !theRunning().phase().equals("ready")) {
      if (!told) {
        told = true;
        terminal.complain("The platform is still starting; this goes on when it is ready.");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Failure("Interrupted; the platform goes on starting. See: ./platform status");
      }
    }
  }

  private RunState theRunning() {
    return running()
        .orElseThrow(() -> new Failure("The platform is not running. Start it: ./platform up"));
  }

  /**
   * The surroundings of the platform that runs, which may have been started with other settings
   * than those of now.
   *
   * @throws Failure when none runs
   */
  public Surroundings ofTheRunning() {
    RunState state = theRunning();
    Map<String, String> settings = new LinkedHashMap<>(state.settings());
    Settings now = Settings.load(layout.settings(), environment, commandLine);
    now.find("cocreation.token").ifPresent(token -> settings.put("cocreation.token", token));
    return surroundings(Settings.load(layout.run().resolve("none"), Map.of(), settings));
  }

  private Surroundings surroundings(Settings settings) {
    return new Surroundings(layout, settings, Ports.of(settings), new Secrets(layout.secrets()));
  }
}
