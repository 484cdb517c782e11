package org.cocreation.proof.speed;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.build.Program;
import org.cocreation.proof.speed.Rounds.Reading;
import tools.jackson.databind.JsonNode;

/**
 * A peer that carries sessions on the platform's store and broker. Each turn is a process of its
 * own, which carries a session to warm up first; so none works beside another's turn.
 */
final class PeerPipeline implements Rounds.Subject {

  private final SpeedBench bench;
  private final Program program;
  private final String name;
  private final String main;
  private final int people;
  private final int warmUp;
  private final Shares shares = new Shares();

  PeerPipeline(
      SpeedBench bench, Program program, String name, String main, int people, int warmUp) {
    this.bench = bench;
    this.program = program;
    this.name = name;
    this.main = main;
    this.people = people;
    this.warmUp = warmUp;
  }

  @Override
  public String name() {
    return name;
  }

  Shares shares() {
    return shares;
  }

  @Override
  public Reading turn(int round) throws IOException, InterruptedException {
    String simple = main.substring(main.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
    String run = "speed-" + simple + "-" + Long.toString(bench.options().seed(), 36) + "-" + round;
    Path directory = bench.options().directory().resolve("data").resolve("peers");
    Layout.remove(directory);
    Layout.made(directory);
    List<String> command =
        List.of(
            main,
            "--store",
            bench.platform().storeUri() + "/" + run,
            "--broker",
            bench.platform().bootstrapServers(),
            "--directory",
            directory.toString(),
            "--name",
            run);
    try (PeerProcess peer =
        PeerProcess.start(bench, simple, "-Xmx640m", program.jar().toString(), command)) {
      peer.ask("prepare warm " + warmUp);
      carried(peer.ask("run warm " + warmUp), warmUp);
      peer.ask("prepare counted " + people);
      Sampler.Sample before = bench.sampler().sample();
      Duration used = peer.processorTime();
      JsonNode answer = peer.ask("run counted " + people);
      Sampler.Usage usage = bench.sampler().sample().since(before);
      double own = peer.processorTime().minus(used).toNanos() / 1e3;
      carried(answer, people);
      int facts = answer.path("facts").asInt();
      double perFact =
          shares.add(own / facts, usage.of("store") / facts, usage.of("broker") / facts);
      double rate = facts / answer.path("seconds").asDouble();
      bench.say(
          String.format(java.util.Locale.ROOT, "%s: %.0f facts/s, %.0f us", name, rate, perFact));
      return new Reading(rate, perFact);
    } finally {
      forget(run);
      Layout.remove(directory);
    }
  }

  private void carried(JsonNode answer, int expected) {
    if (!answer.path("complete").asBoolean() || answer.path("intended").asLong() != expected) {
      throw new Failure(name + " did not carry everybody: " + answer);
    }
  }

  /** So that it takes nobody's room afterwards. */
  private void forget(String run) throws InterruptedException {
    try (MongoClient store = MongoClients.create(bench.platform().storeUri());
        Admin admin =
            Admin.create(
                Map.of("bootstrap.servers", (Object) bench.platform().bootstrapServers()))) {
      store.getDatabase(run).drop();
      admin.deleteTopics(List.of(run + ".attendance", run + ".certificate")).all().get();
    } catch (ExecutionException e) {
      throw new Failure("The topics of " + run + " could not be deleted", e);
    }
  }
}
