package org.cocreation.proof.speed;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.build.Program;
import org.cocreation.proof.platform.Backing;
import org.cocreation.proof.speed.OpenLoop.Exchange;
import org.cocreation.proof.speed.OpenLoop.Load;
import org.cocreation.proof.speed.Sampler.Sample;
import org.cocreation.proof.speed.Sampler.Usage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * People who register, more and more of them in a second, at the registration service itself; and
 * the same form sent to a bare handler that only inserts it. The other services stand still
 * meanwhile, for what they make of a registration is not what is measured here.
 */
final class RegistrationHttp implements Measure {

  /** A rate counts as served when all but a hundredth are answered within this. */
  static final double LIMIT_MILLIS = 100;

  private static final double TARGET = 0.7;
  private static final double STEP = 1.3;
  private static final int HALVINGS = 2;
  private static final double WARM_RATE = 50;
  private static final double FIRST_RATE = 100;
  private static final double HIGHEST_RATE = 20_000;
  private static final int CONNECTIONS = 48;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final AtomicLong people = new AtomicLong();

  @Override
  public String name() {
    return "registration-http";
  }

  @Override
  public List<Result> run(SpeedBench bench) throws IOException, InterruptedException {
    String programme = "speed-http-" + Long.toString(bench.options().seed(), 36);
    bench.staff().put("registration", "/api/registration/programmes/" + programme, programme());
    Program peers = bench.program("peers");
    int port = Ports.free().of(Ports.Name.PORTAL);
    try (Backing bare =
            bench.peer(
                "barehttp",
                peers,
                "-Xmx320m",
                List.of(
                    "org.cocreation.peers.barehttp.BareHttp",
                    "--port",
                    Integer.toString(port),
                    "--store",
                    bench.platform().storeUri() + "/barehttp"),
                port);
        StandingStill others = StandingStill.allBut(bench, "registration")) {
      bare.start();
      bare.awaitReady(bench.options().within(60));
      Subject limit = new Subject("bare handler, one insert", port, this::bare, bare);
      int registration = URI.create(bench.platform().address("registration")).getPort();
      Subject ours =
          new Subject(
              "registration",
              registration,
              (connection, number) -> ours(connection, programme, number, Map.of()),
              null);
      Subject keyed =
          new Subject(
              "registration, Idempotency-Key",
              registration,
              (connection, number) -> ours(connection, programme, number, key(number)),
              null);
      List<Subject> subjects = List.of(limit, ours, keyed);
      for (Subject subject : subjects) {
        warm(bench, subject);
      }
      int rounds = bench.options().choose(3, 1);
      for (int round = 0; round < rounds; round++) {
        rise(bench, subjects);
      }
      draw(bench, subjects);
      return rows(subjects, others.count());
    }
  }

  /** Microseconds of processor that a request takes of who is asked, the store and the broker. */
  private record Cost(double own, double store, double broker) {
    double all() {
      return own + store + broker;
    }
  }

  /** Somebody who is asked, and what came of it. */
  private static final class Subject {
    private final String name;
    private final OpenLoop loop;
    private final @Nullable Backing peer;
    private final List<Double> highest = new ArrayList<>();
    private final List<Cost> costs = new ArrayList<>();
    private final Map<Double, List<Load>> loads = new TreeMap<>();
    private double served;
    private double servedRate;
    private double missedRate;
    private Cost cost = new Cost(0, 0, 0);
    private int misses;

    Subject(String name, int port, Exchange exchange, @Nullable Backing peer) {
      this.name = name;
      this.loop = new OpenLoop(port, CONNECTIONS, exchange);
      this.peer = peer;
    }

    Cost since(Sample before, Sample now, long peerBefore, long requests) {
      Usage usage = now.since(before);
      double own =
          peer == null
              ? usage.of("registration")
              : (Sampler.processorTime(peer.pid()).toNanos() - peerBefore) / 1e3;
      return new Cost(own / requests, usage.of("store") / requests, usage.of("broker") / requests);
    }

    long peerNanos() {
      return peer == null ? 0 : Sampler.processorTime(peer.pid()).toNanos();
    }
  }

  private void warm(SpeedBench bench, Subject subject) throws InterruptedException {
    double seconds = bench.options().choose(40, 6);
    for (double rate : List.of(WARM_RATE, 4 * WARM_RATE)) {
      subject.loop.run(rate, seconds / 2, people.getAndAdd((long) (rate * seconds)));
    }
  }

  /**
   * One step after the other, all at each step, each until it missed two in a row; then the last
   * step that was served is approached more closely.
   */
  private void rise(SpeedBench bench, List<Subject> subjects) throws InterruptedException {
    subjects.forEach(
        subject -> {
          subject.served = 0;
          subject.servedRate = 0;
          subject.misses = 0;
        });
    double seconds = bench.options().choose(8, 3);
    for (double rate = FIRST_RATE; rate < HIGHEST_RATE; rate *= STEP) {
      for (Subject subject : subjects) {
        if (subject.misses < 2) {
          step(bench, subject, Math.rint(rate), seconds);
        }
      }
      if (subjects.stream().allMatch(subject -> subject.misses >= 2)) {
        break;
      }
    }
    subjects.forEach(subject -> subject.missedRate = subject.servedRate * STEP);
    for (int i = 0; i < HALVINGS; i++) {
      for (Subject subject : subjects) {
        if (subject.servedRate > 0) {
          double between = Math.rint(Math.sqrt(subject.servedRate * subject.missedRate));
          if (!step(bench, subject, between, seconds)) {
            subject.missedRate = between;
          }
        }
      }
    }
    subjects.forEach(
        subject -> {
          subject.highest.add(subject.served);
          subject.costs.add(subject.cost);
        });
  }

  /** Whether this rate was served. */
  private boolean step(SpeedBench bench, Subject subject, double rate, double seconds)
      throws InterruptedException {
    Sample before = bench.sampler().sample();
    long peerBefore = subject.peerNanos();
    Load load = subject.loop.run(rate, seconds, people.getAndAdd((long) (rate * seconds) + 1));
    Cost cost = subject.since(before, bench.sampler().sample(), peerBefore, load.asked());
    boolean served = load.isServed(LIMIT_MILLIS);
    if (served && load.served() > subject.served) {
      subject.served = load.served();
      subject.servedRate = rate;
      subject.cost = cost;
    }
    subject.misses = served ? 0 : subject.misses + 1;
    subject.loads.computeIfAbsent(rate, one -> new ArrayList<>()).add(load);
    bench.say(
        String.format(
            Locale.ROOT,
            "%-29s %6.0f/s: p50 %6.1f ms, p99 %7.1f ms, %d failed, %.0f + %.0f + %.0f us",
            subject.name,
            rate,
            load.p50Millis(),
            load.p99Millis(),
            load.failed(),
            cost.own(),
            cost.store(),
            cost.broker()));
    return served;
  }

  private List<Result> rows(List<Subject> subjects, int still) {
    List<Result> rows = new ArrayList<>();
    Subject limit = subjects.get(0);
    double best = Spread.of(limit.highest).median();
    rows.add(highest(limit).noting("p99 within 100 ms"));
    for (Subject subject : subjects.subList(1, subjects.size())) {
      double ratio = best == 0 ? 0 : Spread.of(subject.highest).median() / best;
      rows.add(
          highest(subject)
              .against(ratio, subject == subjects.get(1) ? TARGET : null)
              .noting(still + " other services stand still"));
    }
    for (Subject subject : subjects) {
      subject.loads.forEach(
          (rate, loads) ->
              rows.add(
                  Result.of(
                      name(),
                      String.format(Locale.ROOT, "%s, p99 at %.0f/s", subject.name, rate),
                      "ms",
                      Spread.of(loads.stream().map(Load::p99Millis).toList()),
                      0)));
    }
    return rows;
  }

  private Result highest(Subject subject) {
    return Result.of(
            name(),
            subject.name,
            "requests/s",
            Spread.of(subject.highest),
            median(subject, Cost::all))
        .noting(
            String.format(
                Locale.ROOT,
                "itself %.0f, store %.0f, broker %.0f us there",
                median(subject, Cost::own),
                median(subject, Cost::store),
                median(subject, Cost::broker)));
  }

  private static double median(Subject subject, ToDoubleFunction<Cost> part) {
    return Spread.of(subject.costs.stream().map(part::applyAsDouble).toList()).median();
  }

  private static void draw(SpeedBench bench, List<Subject> subjects) throws IOException {
    List<Figure.Line> lines = new ArrayList<>();
    for (Subject subject : subjects) {
      List<Double> xs = new ArrayList<>();
      List<Double> ys = new ArrayList<>();
      subject.loads.forEach(
          (rate, loads) -> {
            xs.add(rate);
            ys.add(Spread.of(loads.stream().map(Load::p99Millis).toList()).median());
          });
      lines.add(new Figure.Line(subject.name, xs, ys));
    }
    bench
        .figures()
        .draw(
            new Figure(
                "registration-http",
                "Registration under rising open-loop load",
                "arrivals in a second",
                "p99, milliseconds",
                true,
                true,
                lines));
  }

  private PlainHttp.Reply bare(PlainHttp connection, long number) throws IOException {
    return connection.post("/registrations", Map.of(), JSON.writeValueAsBytes(form(number)));
  }

  private static Map<String, String> key(long number) {
    return Map.of("Idempotency-Key", new UUID(number, ~number).toString());
  }

  private static PlainHttp.Reply ours(
      PlainHttp connection, String programme, long number, Map<String, String> headers)
      throws IOException {
    return connection.post(
        "/api/registration/programmes/" + programme + "/registrations",
        headers,
        JSON.writeValueAsBytes(form(number)));
  }

  /** What a person fills in. */
  private static Map<String, Object> form(long number) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("name", "Ana Cal " + number);
    form.put("email", "person" + number + "@http.example");
    form.put("organisation", "Toledo Growers");
    form.put("sector", "civil-society");
    form.put("district", "Toledo");
    form.put("language", number % 2 == 0 ? "en" : "es");
    form.put("choices", Map.of("first", "online", "second", "online", "third", "none"));
    return form;
  }

  private static Map<String, Object> programme() {
    List<Map<String, Object>> sessions = new ArrayList<>();
    for (String id : List.of("first", "second", "third")) {
      Map<String, Object> session = new LinkedHashMap<>();
      session.put("sessionId", id);
      session.put("title", Map.of("en", "Session " + id));
      session.put("startsAt", "2020-02-1" + (3 + sessions.size()) + "T16:30:00Z");
      session.put("durationMinutes", 90);
      session.put("room", Map.of("url", "https://rooms.example/" + id));
      sessions.add(session);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", Map.of("en", "Programme of the speed proof"));
    document.put("timeZone", "America/Belize");
    document.put("sessions", sessions);
    return document;
  }
}
