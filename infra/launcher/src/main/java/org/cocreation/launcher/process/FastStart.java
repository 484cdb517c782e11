package org.cocreation.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Terminal;
import org.cocreation.launcher.build.Program;

/**
 * Class-data archives: one for each process, made by a training run when its program or the JDK has
 * changed, and mapped at each start in place of loading and verifying thousands of classes.
 *
 * <p>A training run has data and ports of its own and touches nothing of the platform. When it
 * fails the process is started without an archive: slower, otherwise the same.
 */
public final class FastStart {

  private static final long TRAINING_SECONDS = 300;

  private final Layout layout;
  private final JavaCommand java;
  private final Terminal terminal;
  private final boolean wanted;

  /** Archives of this installation; when not wanted, none is made or used. */
  FastStart(Layout layout, JavaCommand java, Terminal terminal, boolean wanted) {
    this.layout = layout;
    this.java = java;
    this.terminal = terminal;
    this.wanted = wanted;
  }

  /** Makes the archives that are missing, as many side by side as there are processors. */
  void prepare(List<ProcessSpec> trainees, Map<String, Program> programs) {
    if (!wanted) {
      return;
    }
    List<ProcessSpec> missing = new ArrayList<>();
    for (ProcessSpec spec : trainees) {
      Path archive = archive(spec, program(spec, programs));
      if (!Files.exists(archive) && !Files.exists(failed(archive))) {
        missing.add(spec);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    terminal.say("Preparing fast starts (once for each build):");
    Layout.made(layout.archives());
    int side = Math.max(1, Runtime.getRuntime().availableProcessors());
    ExecutorService trainers = Executors.newFixedThreadPool(side);
    try {
      for (ProcessSpec spec : missing) {
        trainers.execute(() -> train(spec, program(spec, programs)));
      }
      trainers.shutdown();
      if (!trainers.awaitTermination(1, TimeUnit.HOURS)) {
        throw new Failure("The training runs did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      trainers.shutdownNow();
    }
  }

  /** The option that uses the process' archive; none when there is none. */
  List<String> use(ProcessSpec spec, Program program) {
    Path archive = archive(spec, program);
    return wanted && Files.exists(archive)
        ? List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto")
        : List.of();
  }

  private void train(ProcessSpec spec, Program program) {
    long startedAt = System.nanoTime();
    Path archive = archive(spec, program);
    Path draft = archive.resolveSibling(archive.getFileName() + ".part");
    LogFile log = new LogFile(layout.log("training-" + spec.name()));
    try {
      forgetOlder(spec);
      Files.deleteIfExists(draft);
      Files.deleteIfExists(log.file());
      log.turn();
      run(spec, program, archive, draft, log);
      if (!Files.exists(draft)) {
        throw new IOException("it left no archive");
      }
      Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedAt);
      terminal.say(String.format("  %-13s %d s", spec.name(), seconds));
    } catch (IOException e) {
      terminal.say(
          "  " + spec.name() + " will start without (" + e.getMessage() + "; " + log.file() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(ProcessSpec spec, Program program, Path archive, Path draft, LogFile log)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(List.of("-XX:ArchiveClassesAtExit=" + draft));
    if (spec.training() == ProcessSpec.Training.UNTIL_CONTEXT) {
      options.add("-Dspring.context.exit=onRefresh");
    }
    ProcessBuilder builder =
        new ProcessBuilder(java.of(spec, program, options))
            .redirectErrorStream(true)
            .redirectOutput(log.file().toFile());
    builder.environment().putAll(spec.environment());
    Process process = builder.start();
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TRAINING_SECONDS);
      boolean stop = spec.training() == ProcessSpec.Training.UNTIL_CONTEXT;
      while (process.isAlive() && !stop && System.nanoTime() < end) {
        stop = spec.ready().passes();
        process.waitFor(200, TimeUnit.MILLISECONDS);
      }
      if (spec.training() == ProcessSpec.Training.UNTIL_READY) {
        process.getOutputStream().close();
      }
      if (!process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("it did not end within " + TRAINING_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        // The same program would fail the same way: not tried again before it is another.
        Files.createFile(failed(archive));
        throw new IOException("exit code " + process.exitValue());
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private Path archive(ProcessSpec spec, Program program) {
    String from =
        String.join(
            "|",
            program.build(),
            program.jar().toString(),
            System.getProperty("java.vm.version"),
            System.getProperty("java.home"),
            String.join(" ", java.of(spec, program, List.of()).subList(1, 9)));
    return layout.archives().resolve(spec.name() + "-" + digest(from) + ".jsa");
  }

  private void forgetOlder(ProcessSpec spec) throws IOException {
    try (Stream<Path> all = Files.list(layout.archives())) {
      for (Path old :
          all.filter(f -> f.getFileName().toString().matches(spec.name() + "-[0-9a-f]{16}.*"))
              .toList()) {
        Files.delete(old);
      }
    }
  }

  private static Path failed(Path archive) {
    return archive.resolveSibling(archive.getFileName() + ".failed");
  }

  private static Program program(ProcessSpec spec, Map<String, Program> programs) {
    Program program = programs.get(spec.artifact());
    if (program == null) {
      throw new IllegalStateException("no program for " + spec.name());
    }
    return program;
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
