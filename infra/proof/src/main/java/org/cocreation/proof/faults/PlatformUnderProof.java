package org.cocreation.proof.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Platform;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.Settings;
import org.cocreation.launcher.Terminal;
import org.cocreation.launcher.build.Program;
import org.cocreation.launcher.build.Programs;
import org.cocreation.launcher.process.RunState;
import org.cocreation.launcher.process.Supervisor.Kept;

/**
 * A platform of the proof's own: store, broker and mailbox kept by the proof, each behind a {@link
 * Gate}; everything else by {@code platform up}, as anywhere, in a directory and on ports of its
 * own.
 */
final class PlatformUnderProof implements AutoCloseable {

  /** The services, by the names of their processes. */
  static final List<String> SERVICES =
      List.of("registration", "attendance", "certificate", "submission", "notification", "portal");

  private static final String EMBEDDED = "org.cocreation.embedded.";

  private final Options options;
  private final Layout layout;
  private final Ports ports;
  private final Consumer<String> say;
  private final List<Backing> backings = new ArrayList<>();
  private final Backing store;
  private final Backing broker;
  private final Backing mailbox;
  private final Backing launcher;
  private final Gate storeGate;
  private final Gate brokerGate;
  private final Gate smtpGate;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  /** Prepares everything and starts nothing. */
  PlatformUnderProof(Options options, Terminal terminal, Consumer<String> say) {
    this.options = options;
    this.say = say;
    layout = new Layout(options.root(), options.directory());
    for (Path old :
        List.of(layout.data(), layout.secrets(), layout.logs(), layout.run(), crashPoints())) {
      Layout.remove(old);
    }
    Layout.made(layout.logs());
    Layout.made(crashPoints());
    ports = ports(options);
    Ports gates = Ports.free();
    Program embedded = programs(terminal).get("embedded");
    if (embedded == null) {
      throw new IllegalStateException("there is no program of the embedded services");
    }
    storeGate = new Gate(gates.of(Ports.Name.STORE), ports.of(Ports.Name.STORE), options.seed());
    brokerGate =
        new Gate(gates.of(Ports.Name.BROKER), ports.of(Ports.Name.BROKER), options.seed() + 1);
    smtpGate = new Gate(gates.of(Ports.Name.SMTP), ports.of(Ports.Name.SMTP), options.seed() + 2);
    store =
        embedded(embedded, "store", "store.StoreProcess", "-Xmx512m", Ports.Name.STORE, List.of());
    broker =
        embedded(
            embedded,
            "broker",
            "broker.BrokerProcess",
            "-Xmx256m",
            Ports.Name.BROKER,
            List.of("--advertised.listeners=CLIENTS://localhost:" + brokerGate.port()));
    mailbox = mailbox(embedded);
    launcher = launcher();
  }

  private static Ports ports(Options options) {
    return options.portBase() == 0
        ? Ports.free()
        : Ports.of(
            Settings.load(
                options.directory().resolve("none"),
                Map.of(),
                Map.of("cocreation.port-base", Integer.toString(options.portBase()))));
  }

  private Map<String, Program> programs(Terminal terminal) {
    List<String> artifacts = new ArrayList<>(List.of("embedded", "portal"));
    SERVICES.stream()
        .filter(name -> !name.equals("portal"))
        .forEach(name -> artifacts.add(name + "-service"));
    Map<String, Program> programs = new Programs(layout, terminal).ready(artifacts);
    if (!options.plant().isEmpty()) {
      Plant plant = Plant.named(options.plant());
      for (Program program : programs.values()) {
        plant.into(program, options.root());
      }
      say.accept("Planted into every service: " + plant.says());
    }
    return programs;
  }

  private Backing embedded(
      Program program, String name, String main, String heap, Ports.Name port, List<String> more) {
    List<String> arguments = new ArrayList<>(List.of(EMBEDDED + main, "--dir", data(name)));
    arguments.addAll(List.of("--port", Integer.toString(ports.of(port))));
    arguments.addAll(more);
    return keep(name, program, heap, arguments, ports.of(port));
  }

  private Backing mailbox(Program program) {
    List<String> arguments =
        List.of(
            EMBEDDED + "mailbox.MailboxProcess",
            "--dir",
            data("mailbox"),
            "--smtp-port",
            Integer.toString(ports.of(Ports.Name.SMTP)),
            "--web-port",
            Integer.toString(ports.of(Ports.Name.MAILBOX)),
            "--max-messages",
            "1000000");
    return keep("mailbox", program, "-Xmx256m", arguments, ports.of(Ports.Name.SMTP));
  }

  private Backing keep(
      String name, Program program, String heap, List<String> arguments, int port) {
    Backing backing =
        new Backing(
            name,
            List.of(heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:cds=off"),
            System.getProperty("java.class.path") + java.io.File.pathSeparator + program.jar(),
            arguments,
            Map.of(),
            port,
            layout.log(name));
    backings.add(backing);
    return backing;
  }

  private Backing launcher() {
    List<String> arguments = new ArrayList<>(List.of(Platform.class.getName()));
    settings().forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    arguments.add("up");
    return new Backing(
        "launcher",
        List.of(
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dplatform.root=" + options.root()),
        System.getProperty("java.class.path"),
        arguments,
        Map.of("COCREATION_DIRECTORY", options.directory().toString()),
        0,
        layout.log("platform"));
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Ports.Name name : Ports.Name.values()) {
      settings.put(name.setting(), Integer.toString(ports.of(name)));
    }
    settings.put("cocreation.store.uri", "mongodb://localhost:" + storeGate.port());
    settings.put("cocreation.broker.servers", "localhost:" + brokerGate.port());
    settings.put("cocreation.mail.host", "localhost");
    settings.put("cocreation.mail.port", Integer.toString(smtpGate.port()));
    settings.put("cocreation.mail.starttls", "false");
    settings.put("cocreation.sample", "false");
    settings.put("cocreation.fast-start", Boolean.toString(options.plant().isEmpty()));
    settings.put(
        "cocreation.java-options",
        String.join(
            " ",
            "-Dcocreation.proof=true",
            "-Dcocreation.messaging.crash-at=" + crashPoints(),
            // The load comes from one address.
            "-Dcocreation.registration.limits.registrations=1000000"));
    return settings;
  }

  /** Starts everything and comes back when it is ready. */
  void start() {
    for (Backing backing : backings) {
      backing.start();
    }
    for (Backing backing : backings) {
      backing.awaitReady(options.within(60));
    }
    launcher.start();
    boolean ready =
        Waiting.until(
            options.within(600),
            () ->
                !launcher.isAlive() || state().filter(s -> s.phase().equals("ready")).isPresent());
    if (!ready || !launcher.isAlive()) {
      throw new Failure("The platform under proof did not start; see " + layout.log("platform"));
    }
  }

  private Optional<RunState> state() {
    return RunState.read(layout.run());
  }

  /** A process of the platform, as its launcher sees it now. */
  Kept process(String name) {
    return state().orElseThrow().processes().stream()
        .filter(kept -> kept.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Whether every service says of itself that it does its work. */
  boolean allReady() {
    return SERVICES.stream().allMatch(this::ready);
  }

  boolean ready(String service) {
    URI address = URI.create(address(service) + "/actuator/health/readiness");
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(3)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  String address(String service) {
    Ports.Name name = Ports.Name.valueOf(service.toUpperCase(java.util.Locale.ROOT));
    return "http://localhost:" + ports.of(name);
  }

  URI mailboxAddress() {
    return URI.create(address("mailbox"));
  }

  /** The store, past its gate. */
  String storeUri() {
    return "mongodb://localhost:" + ports.of(Ports.Name.STORE);
  }

  /** The broker; its gate is the only address that it gives. */
  String bootstrapServers() {
    return "localhost:" + brokerGate.port();
  }

  Path mails() {
    return Path.of(data("mailbox"));
  }

  /** Where processes look for the points at which they are to die. */
  Path crashPoints() {
    return layout.platform().resolve("crash-points");
  }

  Backing store() {
    return store;
  }

  Backing broker() {
    return broker;
  }

  Gate storeGate() {
    return storeGate;
  }

  Gate brokerGate() {
    return brokerGate;
  }

  Gate smtpGate() {
    return smtpGate;
  }

  Backing mailbox() {
    return mailbox;
  }

  private String data(String name) {
    return Layout.made(layout.data()).resolve(name).toString();
  }

  @Override
  public void close() {
    launcher.close();
    for (int i = backings.size() - 1; i >= 0; i--) {
      backings.get(i).close();
    }
    storeGate.close();
    brokerGate.close();
    smtpGate.close();
  }
}
