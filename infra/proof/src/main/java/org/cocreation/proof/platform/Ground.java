package org.cocreation.proof.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.Settings;

/**
 * Where a proof has its platform.
 *
 * @param root the repository
 * @param directory what the platform makes is below it; emptied of data at the start
 * @param portBase ports from here on; 0 for any that are free
 * @param patience by how much every limit of time is stretched, for a machine with other work
 * @param jvm what each JVM is told besides what the launcher tells it
 */
public record Ground(Path root, Path directory, int portBase, double patience, List<String> jvm) {

  /** Ports for a platform here. */
  public Ports ports() {
    return portBase == 0
        ? Ports.free()
        : Ports.of(
            Settings.load(
                directory.resolve("none"),
                Map.of(),
                Map.of("cocreation.port-base", Integer.toString(portBase))));
  }

  /** A limit of time, in seconds, for this machine. */
  public double within(double seconds) {
    return seconds * patience;
  }
}
