package org.cocreation.proof.faults;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.Terminal;
import org.cocreation.launcher.build.Program;
import org.cocreation.launcher.process.Supervisor.Kept;
import org.cocreation.proof.platform.Backing;
import org.cocreation.proof.platform.Fronts;
import org.cocreation.proof.platform.Ground;
import org.cocreation.proof.platform.Options;
import org.cocreation.proof.platform.Proving;

/**
 * A platform of the proof's own that can be broken: store, broker and mail server each behind a
 * {@link Gate}, points at which processes are to die, and a mistake planted if one is wanted.
 */
final class PlatformUnderProof implements AutoCloseable {

  /** The services, by the names of their processes. */
  static final List<String> SERVICES = Proving.SERVICES;

  private static final String POLL_INTERVAL =
      "-Dspring.cloud.stream.kafka.binder.consumer-properties.max.poll.interval.ms=";

  private final Proving platform;
  private final Path crashPoints;
  private final Gate storeGate;
  private final Gate brokerGate;
  private final Gate smtpGate;
  private final MailGate mailGate;

  /** Prepares everything and starts nothing. */
  PlatformUnderProof(Options options, Terminal terminal, Consumer<String> say) {
    crashPoints = options.directory().resolve("crash-points");
    Layout.remove(crashPoints);
    Layout.made(crashPoints);
    Ground ground = options.ground();
    Ports ports = ground.ports();
    Ports gates = Ports.free();
    storeGate = new Gate(gates.of(Ports.Name.STORE), ports.of(Ports.Name.STORE), options.seed());
    brokerGate =
        new Gate(gates.of(Ports.Name.BROKER), ports.of(Ports.Name.BROKER), options.seed() + 1);
    mailGate = new MailGate(0, ports.of(Ports.Name.SMTP));
    smtpGate = new Gate(gates.of(Ports.Name.SMTP), mailGate.port(), options.seed() + 2);
    platform =
        new Proving(
            ground,
            ports,
            new Fronts(storeGate.port(), brokerGate.port(), smtpGate.port()),
            settings(options),
            terminal);
    if (!options.plant().isEmpty()) {
      Plant plant = Plant.named(options.plant());
      for (Program program : platform.programs().values()) {
        plant.into(program, options.root());
      }
      say.accept("Planted into every service: " + plant.says());
    }
  }

  /** As a person would set it, for a platform whose faults come within seconds of one another. */
  private Map<String, String> settings(Options options) {
    return Map.of(
        // Twenty ends of each service take long enough without.
        "cocreation.longest-pause",
        "2",
        "cocreation.fast-start",
        // Making archives takes longer than a short run wins by them.
        Boolean.toString(options.plant().isEmpty() && !options.isShort()),
        "cocreation.java-options",
        String.join(
            " ",
            "-Dcocreation.proof=true",
            "-Dcocreation.messaging.crash-at=" + crashPoints,
            // The load comes from one address.
            "-Dcocreation.registration.limits.registrations=1000000",
            POLL_INTERVAL + SlowBatch.longestPollInterval(options.isShort()) * 1_000,
            // A proof cannot wait for minutes until what a dead process had taken up is done, or
            // an e-mail is tried again.
            "-Dcocreation.idempotency.lease=" + (options.isShort() ? 20 : 60) + "s",
            "-Dnotification.sending.lease=20s",
            "-Dnotification.sending.first-pause=2s",
            "-Dnotification.sending.longest-pause=8s",
            "-Dnotification.queue.interval=1s",
            "-Dspring.mail.properties.mail.smtp.timeout=3000"));
  }

  /** Starts everything and comes back when it is ready. */
  void start() {
    platform.start();
  }

  /** A process of the platform, as its launcher sees it now. */
  Kept process(String name) {
    return platform.process(name);
  }

  /** Whether every service says of itself that it does its work. */
  boolean allReady() {
    return platform.allReady();
  }

  boolean ready(String service) {
    return platform.ready(service);
  }

  String address(String service) {
    return platform.address(service);
  }

  URI mailboxAddress() {
    return URI.create(address("mailbox"));
  }

  /** The store, past its gate. */
  String storeUri() {
    return platform.storeUri();
  }

  /** The broker; its gate is the only address that it gives. */
  String bootstrapServers() {
    return platform.bootstrapServers();
  }

  Path mails() {
    return platform.mails();
  }

  /** Where processes look for the points at which they are to die. */
  Path crashPoints() {
    return crashPoints;
  }

  Backing store() {
    return platform.store();
  }

  Backing broker() {
    return platform.broker();
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

  MailGate mailGate() {
    return mailGate;
  }

  /** A further process of a service; whoever asks for it ends it. */
  Backing further(String service, int which) {
    return platform.further(service, which);
  }

  /** Where store or broker keep their files. */
  Path files(String who) {
    return platform.files(who);
  }

  Backing mailbox() {
    return platform.mailbox();
  }

  @Override
  public void close() {
    platform.close();
    storeGate.close();
    brokerGate.close();
    smtpGate.close();
    mailGate.close();
  }
}
