package org.cocreation.proof.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cocreation.launcher.Failure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A process that does work beside the platform: asked one line at a time, answering each with a
 * line of JSON. It ends with the proof: at once when that is asked to stop, and when what it is at
 * is done if the proof was killed.
 */
final class PeerProcess implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final String name;
  private final Path log;
  private final Process process;
  private final BufferedReader answers;
  private final Writer requests;
  private final Thread end;

  private PeerProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    end = new Thread(process::destroyForcibly, "end-of-" + name);
    Runtime.getRuntime().addShutdownHook(end);
  }

  /** Starts it with the options of the services' JVMs; returns when it says that it is ready. */
  static PeerProcess start(
      SpeedBench bench, String name, String heap, String classPath, List<String> mainAndArguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(bench.jvm());
    command.add(heap);
    command.addAll(List.of("-cp", classPath));
    command.addAll(mainAndArguments);
    Path log = bench.log(name);
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    PeerProcess started = new PeerProcess(name, log, process);
    started.answer();
    return started;
  }

  /** Asks, and waits for the answer. */
  JsonNode ask(String request) throws IOException {
    requests.write(request + "\n");
    requests.flush();
    return answer();
  }

  private JsonNode answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new Failure(name + " has ended; see " + log);
    }
    return JSON.readTree(line);
  }

  Duration processorTime() {
    return Sampler.processorTime(process.pid());
  }

  @Override
  public void close() throws IOException {
    requests.close();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException ending) {
      // It runs already.
    }
  }
}
