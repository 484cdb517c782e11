package org.cocreation.launcher.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.build.Program;
import org.cocreation.launcher.build.Programs;
import org.cocreation.launcher.guard.Guarded;

/**
 * Proves what the platform promises, on a platform of the proof's own: the one that runs here is
 * not touched. The proof is a program of its own (infra/proof), built and started like the others;
 * the launcher knows no more of it than the name of its main class.
 */
final class Prove implements Command {

  private static final Map<String, String> PROOFS =
      Map.of(
          "faults", "org.cocreation.proof.faults.FaultsProof",
          "speed", "org.cocreation.proof.speed.SpeedProof");

  @Override
  public String name() {
    return "prove";
  }

  @Override
  public String arguments() {
    return "faults|speed [--short] [--seed N] [--only NAME]";
  }

  @Override
  public String purpose() {
    return "break or measure a platform of its own under load, and say what came of it";
  }

  @Override
  public int run(Context context, List<String> arguments) {
    String main = arguments.isEmpty() ? null : PROOFS.get(arguments.get(0));
    if (main == null) {
      throw new Failure("prove: expected " + arguments() + ", got: " + String.join(" ", arguments));
    }
    Program program =
        new Programs(context.layout(), context.terminal()).ready(List.of("proof")).get("proof");
    if (program == null) {
      throw new IllegalStateException("no program of the proof");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dplatform.root=" + context.layout().root());
    command.addAll(List.of("-cp", program.jar().toString(), Guarded.class.getName(), main));
    command.addAll(arguments.subList(1, arguments.size()));
    String base = context.commandLine().get("cocreation.port-base");
    if (base != null) {
      command.addAll(List.of("--port-base", base));
    }
    return run(command);
  }

  /** Shows what it says; it ends with this launcher, however that ends. */
  private static int run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (OutputStream held = process.getOutputStream()) {
        int exit = process.waitFor();
        held.flush();
        return exit;
      }
    } catch (IOException e) {
      throw new Failure("The proof could not be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("The proof was interrupted");
    }
  }
}
