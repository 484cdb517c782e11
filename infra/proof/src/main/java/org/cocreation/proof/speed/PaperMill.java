package org.cocreation.proof.speed;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.access.JsonCalls;
import org.cocreation.launcher.build.Program;
import org.cocreation.proof.platform.Backing;
import org.cocreation.proof.platform.Options;
import org.cocreation.proof.speed.Rounds.Reading;
import org.cocreation.proof.speed.Rounds.Readings;
import tools.jackson.databind.JsonNode;

/**
 * Certificates as PDF by HTTP, by several clients, against the PDF library alone drawing a page
 * with the same fonts and a QR code in a process of its own.
 */
final class PaperMill implements Measure {

  private static final int CLIENTS = 4;
  private static final int PAGE = 200;

  @Override
  public String name() {
    return "certificates-pdf";
  }

  @Override
  public List<Result> run(SpeedBench bench) throws IOException, InterruptedException {
    Options options = bench.options();
    double seconds = options.choose(10, 3);
    Program certificate = bench.platform().programs().get("certificate-service");
    if (certificate == null) {
      throw new IllegalStateException("no program of the certificate service");
    }
    List<String> serials = serials(bench);
    int port = Ports.free().of(Ports.Name.PORTAL);
    try (Backing alone =
        bench.peer(
            "paper",
            certificate,
            "-Xmx320m",
            List.of("org.cocreation.proof.speed.Paper", "--port", Integer.toString(port)),
            port)) {
      alone.start();
      alone.awaitReady(options.within(60));
      List<Readings> readings =
          new Rounds(options.choose(2, 1), options.choose(5, 1))
              .of(List.of(library(alone, port, seconds), ours(bench, serials, seconds)));
      Readings limit = readings.get(0);
      Readings ours = readings.get(1);
      return List.of(
          row(limit).noting(CLIENTS + " threads"),
          row(ours)
              .against(ours.value().median() / limit.value().median(), null)
              .noting(CLIENTS + " clients, the client's processor time not counted"));
    }
  }

  private Result row(Readings one) {
    return Result.of(name(), one.name(), "PDF/s", one.value(), one.cpuMicrosPerFact().median());
  }

  private static Rounds.Subject library(Backing alone, int port, double seconds) {
    JsonCalls calls = new JsonCalls(URI.create("http://localhost:" + port));
    return new Rounds.Subject() {
      @Override
      public String name() {
        return "the library alone";
      }

      @Override
      public Reading turn(int round) {
        double before = Sampler.processorTime(alone.pid()).toNanos() / 1e3;
        JsonNode drawn =
            calls
                .ask(
                    calls
                        .request("/draw?threads=" + CLIENTS + "&seconds=" + (int) seconds)
                        .timeout(java.time.Duration.ofMinutes(5))
                        .build())
                .body();
        double micros = Sampler.processorTime(alone.pid()).toNanos() / 1e3 - before;
        long pages = drawn.path("pages").asLong();
        if (pages == 0) {
          throw new Failure("Nothing was drawn: " + drawn);
        }
        return new Reading(pages / drawn.path("seconds").asDouble(), micros / pages);
      }
    };
  }

  private static Rounds.Subject ours(SpeedBench bench, List<String> serials, double seconds) {
    int port = URI.create(bench.platform().address("certificate")).getPort();
    AtomicLong number = new AtomicLong();
    return new Rounds.Subject() {
      @Override
      public String name() {
        return "certificate service, by HTTP";
      }

      @Override
      public Reading turn(int round) throws InterruptedException {
        Map<String, String> headers =
            Map.of("Authorization", bench.staff().authorization(), "Accept", "application/pdf");
        Clients clients =
            new Clients(
                CLIENTS,
                port,
                connection -> {
                  int which = (int) (number.getAndIncrement() % serials.size());
                  return connection.get(
                      "/api/certificate/certificates/" + serials.get(which) + ".pdf", headers);
                });
        Sampler.Sample before = bench.sampler().sample();
        long pages = clients.run(seconds);
        Sampler.Usage usage = bench.sampler().sample().since(before);
        return new Reading(
            pages / usage.seconds(), usage.of("certificate", "store", "broker") / pages);
      }
    };
  }

  /** Lets some people complete a programme. */
  private static List<String> serials(SpeedBench bench) {
    Crowd crowd =
        new Crowd(
            "speed-pdf-" + Long.toString(bench.options().seed(), 36),
            bench.options().choose(1_000, PAGE),
            1);
    try (WholeWay way = new WholeWay(bench)) {
      way.arrive(crowd);
      way.attend(crowd);
      way.close(crowd);
    }
    List<String> serials = new ArrayList<>();
    String path = "/api/certificate/programmes/" + crowd.programme() + "/completions?limit=" + PAGE;
    for (JsonNode one : bench.staff().get("certificate", path).path("items")) {
      String serial = one.path("certificate").path("serial").asString("");
      if (!serial.isEmpty()) {
        serials.add(serial);
      }
    }
    if (serials.isEmpty()) {
      throw new Failure("Nobody has a certificate in " + crowd.programme());
    }
    return serials;
  }
}
