package org.cocreation.proof.platform;

import java.io.File;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Platform;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.Secrets;
import org.cocreation.launcher.Settings;
import org.cocreation.launcher.Terminal;
import org.cocreation.launcher.build.Program;
import org.cocreation.launcher.build.Programs;
import org.cocreation.launcher.process.Plan;
import org.cocreation.launcher.process.ProcessSpec;
import org.cocreation.launcher.process.ProcessTable;
import org.cocreation.launcher.process.RunState;
import org.cocreation.launcher.process.Startable;
import org.cocreation.launcher.process.Supervisor.Kept;
import org.cocreation.launcher.process.Surroundings;

/**
 * A platform of a proof's own: store, broker and mailbox kept by the proof; everything else by
 * {@code platform up}, as anywhere, in a directory and on ports of its own. Nothing of one that
 * runs here is touched.
 */
public final class Proving implements AutoCloseable {

  /** The services, by the names of their processes. */
  public static final List<String> SERVICES =
      List.of("registration", "attendance", "certificate", "submission", "notification", "portal");

  private static final String EMBEDDED = "org.cocreation.embedded.";
  private static final List<String> MAILBOX_HEAP = List.of("-Xmx256m", "-XX:+UseSerialGC");

  private final Ground ground;
  private final Layout layout;
  private final Ports ports;
  private final Fronts fronts;
  private final Map<String, Program> programs;
  private final List<Backing> backings = new ArrayList<>();
  private final Backing store;
  private final Backing broker;
  private final Backing mailbox;
  private final Backing launcher;
  private final Map<String, String> settings;
  private final Terminal terminal;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  /**
   * Prepares everything and starts nothing: what an earlier run kept is removed, programs are built
   * where they are stale.
   *
   * @param settings of the launcher, beside those that make it a platform of its own
   */
  public Proving(
      Ground ground, Ports ports, Fronts fronts, Map<String, String> settings, Terminal terminal) {
    this.ground = ground;
    this.ports = ports;
    this.fronts = fronts;
    this.terminal = terminal;
    layout = new Layout(ground.root(), ground.directory());
    for (Path old : List.of(layout.data(), layout.secrets(), layout.logs(), layout.run())) {
      Layout.remove(old);
    }
    Layout.made(layout.logs());
    programs = programs(terminal);
    Program embedded = programs.get("embedded");
    if (embedded == null) {
      throw new IllegalStateException("there is no program of the embedded services");
    }
    store = embedded(embedded, "store", "store.StoreProcess", Ports.Name.STORE, List.of());
    broker =
        embedded(
            embedded,
            "broker",
            "broker.BrokerProcess",
            Ports.Name.BROKER,
            List.of("--advertised.listeners=CLIENTS://localhost:" + fronts.broker()));
    mailbox = mailbox(embedded);
    this.settings = new LinkedHashMap<>(ownSettings());
    this.settings.putAll(settings);
    this.settings.merge(
        "cocreation.java-options",
        String.join(" ", ground.jvm()),
        (theirs, ours) -> theirs + " " + ours);
    launcher = launcher();
  }

  private Map<String, Program> programs(Terminal terminal) {
    List<String> artifacts = new ArrayList<>(List.of("embedded", "portal"));
    SERVICES.stream()
        .filter(name -> !name.equals("portal"))
        .forEach(name -> artifacts.add(name + "-service"));
    return new Programs(layout, terminal).ready(artifacts);
  }

  private Backing embedded(
      Program program, String name, String main, Ports.Name port, List<String> more) {
    List<String> arguments = new ArrayList<>(List.of(EMBEDDED + main, "--dir", data(name)));
    arguments.addAll(List.of("--port", Integer.toString(ports.of(port))));
    arguments.addAll(more);
    return keep(name, program, heap(name), arguments, ports.of(port));
  }

  /** As much as the launcher would give it. */
  private List<String> heap(String name) {
    Surroundings usual =
        new Surroundings(
            layout,
            Settings.load(layout.run().resolve("none"), Map.of(), Map.of()),
            ports,
            new Secrets(layout.secrets()));
    return ProcessTable.find(ProcessTable.of(usual), name).map(ProcessSpec::heap).orElseThrow();
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
    return keep("mailbox", program, MAILBOX_HEAP, arguments, ports.of(Ports.Name.SMTP));
  }

  private Backing keep(
      String name, Program program, List<String> heap, List<String> arguments, int port) {
    List<String> jvm = new ArrayList<>(heap);
    jvm.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xlog:cds=off"));
    jvm.addAll(ground.jvm());
    Backing backing =
        new Backing(
            name,
            jvm,
            System.getProperty("java.class.path") + File.pathSeparator + program.jar(),
            arguments,
            Map.of(),
            port,
            layout.log(name));
    backings.add(backing);
    return backing;
  }

  private Backing launcher() {
    List<String> arguments = new ArrayList<>(List.of(Platform.class.getName()));
    settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    arguments.add("up");
    return new Backing(
        "launcher",
        List.of(
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dplatform.root=" + ground.root()),
        System.getProperty("java.class.path"),
        arguments,
        Map.of("COCREATION_DIRECTORY", ground.directory().toString()),
        0,
        layout.log("platform"));
  }

  private Map<String, String> ownSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Ports.Name name : Ports.Name.values()) {
      settings.put(name.setting(), Integer.toString(ports.of(name)));
    }
    settings.put("cocreation.store.uri", "mongodb://localhost:" + fronts.store());
    settings.put("cocreation.broker.servers", "localhost:" + fronts.broker());
    settings.put("cocreation.mail.host", "localhost");
    settings.put("cocreation.mail.port", Integer.toString(fronts.smtp()));
    settings.put("cocreation.mail.starttls", "false");
    settings.put("cocreation.sample", "false");
    return settings;
  }

  /** Starts everything and comes back when it is ready. */
  public void start() {
    for (Backing backing : backings) {
      backing.start();
    }
    for (Backing backing : backings) {
      backing.awaitReady(ground.within(60));
    }
    // What an earlier launcher wrote there would be taken for this one's.
    Layout.remove(layout.run());
    launcher.start();
    boolean ready =
        Waiting.until(
            ground.within(600),
            () ->
                !launcher.isAlive() || state().filter(s -> s.phase().equals("ready")).isPresent());
    if (!ready || !launcher.isAlive()) {
      throw new Failure("The platform under proof did not start; see " + layout.log("platform"));
    }
  }

  /**
   * A further process of a service, not yet started: the same program with the same settings, on a
   * port of its own. Whoever asks for it ends it.
   *
   * @param which tells its log from those of others
   */
  public Backing further(String service, int which) {
    Ports own = Ports.free();
    Map<String, String> shared = new LinkedHashMap<>(settings);
    for (Ports.Name name : Ports.Name.values()) {
      shared.remove(name.setting());
    }
    shared.put("cocreation.issuer", address("identity"));
    shared.put("cocreation.public-url", address("portal"));
    Startable same =
        Plan.further(
            new Surroundings(
                layout,
                Settings.load(layout.run().resolve("none"), Map.of(), shared),
                own,
                new Secrets(layout.secrets())),
            service,
            terminal);
    String name = service + "-" + which;
    Map<String, String> environment = new LinkedHashMap<>(same.environment());
    environment.put("LOGGING_FILE_NAME", layout.logs().resolve(name + ".ecs.json").toString());
    return new Backing(
        name, same.command(), environment, own.of(portName(service)), layout.log(name));
  }

  private Optional<RunState> state() {
    return RunState.read(layout.run());
  }

  /** A process of the platform, as its launcher sees it now. */
  public Kept process(String name) {
    return state().orElseThrow().processes().stream()
        .filter(kept -> kept.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Whether every service says of itself that it does its work. */
  public boolean allReady() {
    return SERVICES.stream().allMatch(this::ready);
  }

  /** Whether a service says of itself that it does its work. */
  public boolean ready(String service) {
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

  /** Where a process is found by HTTP. */
  public String address(String service) {
    return "http://localhost:" + ports.of(portName(service));
  }

  private static Ports.Name portName(String service) {
    return Ports.Name.valueOf(service.toUpperCase(Locale.ROOT));
  }

  /** Where a backing service keeps its files. */
  public Path files(String name) {
    return Path.of(data(name));
  }

  /** The store itself, past anything in between. */
  public String storeUri() {
    return "mongodb://localhost:" + ports.of(Ports.Name.STORE);
  }

  /** The broker, by the only address that it gives. */
  public String bootstrapServers() {
    return "localhost:" + fronts.broker();
  }

  /** Where the mailbox keeps what arrived. */
  public Path mails() {
    return Path.of(data("mailbox"));
  }

  /** The programs that it runs, by their modules. */
  public Map<String, Program> programs() {
    return programs;
  }

  public Backing store() {
    return store;
  }

  public Backing broker() {
    return broker;
  }

  public Backing mailbox() {
    return mailbox;
  }

  private String data(String name) {
    return Layout.made(layout.data()).resolve(name).toString();
  }

  /** Stops everything that was started, what needs others first; it can be started again. */
  public void stop() {
    launcher.close();
    for (int i = backings.size() - 1; i >= 0; i--) {
      backings.get(i).close();
    }
  }

  /** Stops it, forgets everything that it kept, and starts it anew. */
  public void startEmpty() {
    stop();
    Layout.remove(layout.data());
    start();
  }

  @Override
  public void close() {
    stop();
  }
}
