package org.cocreation.launcher.process;

import static org.cocreation.launcher.Ports.Name.ATTENDANCE;
import static org.cocreation.launcher.Ports.Name.BROKER;
import static org.cocreation.launcher.Ports.Name.CERTIFICATE;
import static org.cocreation.launcher.Ports.Name.IDENTITY;
import static org.cocreation.launcher.Ports.Name.MAILBOX;
import static org.cocreation.launcher.Ports.Name.NOTIFICATION;
import static org.cocreation.launcher.Ports.Name.PORTAL;
import static org.cocreation.launcher.Ports.Name.REGISTRATION;
import static org.cocreation.launcher.Ports.Name.SMTP;
import static org.cocreation.launcher.Ports.Name.STORE;
import static org.cocreation.launcher.Ports.Name.SUBMISSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.process.ProcessSpec.Training;

/**
 * Every process of the platform: what runs, where it listens, what it waits for, how to see that it
 * is ready. A backing service that is replaced by one of the person's own is not in the table.
 */
public final class ProcessTable {

  private static final String EMBEDDED = "org.cocreation.embedded.";

  private final Surroundings at;
  private final List<ProcessSpec> rows = new ArrayList<>();

  private ProcessTable(Surroundings at) {
    this.at = at;
  }

  /** The rows, each after those that it waits for. */
  public static List<ProcessSpec> of(Surroundings at) {
    ProcessTable t = new ProcessTable(at);
    t.embedded("broker", BROKER, "broker.BrokerProcess", at.own("cocreation.broker.servers"), 256);
    t.embedded("store", STORE, "store.StoreProcess", at.own("cocreation.store.uri"), 1792);
    t.mailbox(at.own("cocreation.mail.host"));
    t.identity(at.own("cocreation.issuer"));
    t.service("registration", REGISTRATION, 320);
    t.service("attendance", ATTENDANCE, 320);
    t.service("certificate", CERTIFICATE, 320);
    t.service("submission", SUBMISSION, 320);
    t.service("notification", NOTIFICATION, 320);
    t.portal();
    return List.copyOf(t.rows);
  }

  private void embedded(String name, Ports.Name port, String main, boolean own, int heap) {
    List<String> arguments = List.of("--dir", at.data(name), "--port", at.port(port));
    add(
        own,
        name,
        "embedded",
        EMBEDDED + main,
        List.of(port),
        Set.of(),
        listens(port),
        heap,
        Training.UNTIL_READY,
        arguments,
        Map.of());
  }

  private void mailbox(boolean own) {
    List<String> arguments =
        List.of(
            "--dir",
            at.data("mailbox"),
            "--smtp-port",
            at.port(SMTP),
            "--web-port",
            at.port(MAILBOX));
    add(
        own,
        "mailbox",
        "embedded",
        EMBEDDED + "mailbox.MailboxProcess",
        List.of(SMTP, MAILBOX),
        Set.of(),
        answers(MAILBOX, "/health"),
        96,
        Training.UNTIL_READY,
        arguments,
        Map.of());
  }

  private void identity(boolean own) {
    List<String> arguments =
        List.of("--dir", at.data("identity"), "--port", at.port(IDENTITY), "--issuer", at.issuer());
    add(
        own,
        "identity",
        "embedded",
        EMBEDDED + "identity.IdentityProcess",
        List.of(IDENTITY),
        Set.of(),
        answers(IDENTITY, "/.well-known/openid-configuration"),
        160,
        Training.UNTIL_CONTEXT,
        arguments,
        at.identityEnvironment());
  }

  private void service(String name, Ports.Name port, int heap) {
    add(
        false,
        name,
        name + "-service",
        "",
        List.of(port),
        Set.of("broker", "store"),
        answers(port, "/actuator/health/readiness"),
        heap,
        Training.UNTIL_CONTEXT,
        List.of(),
        at.serviceEnvironment(name, port));
  }

  private void portal() {
    add(
        false,
        "portal",
        "portal",
        "",
        List.of(PORTAL),
        Set.of("broker"),
        answers(PORTAL, "/actuator/health/readiness"),
        320,
        Training.UNTIL_CONTEXT,
        List.of(),
        at.portalEnvironment());
  }

  private void add(
      boolean replaced,
      String name,
      String artifact,
      String main,
      List<Ports.Name> ports,
      Set<String> waitsFor,
      Check ready,
      int heap,
      Training training,
      List<String> arguments,
      Map<String, String> environment) {
    if (!replaced) {
      Set<String> here = new TreeSet<>(waitsFor);
      here.retainAll(rows.stream().map(ProcessSpec::name).toList());
      rows.add(
          new ProcessSpec(
              name, artifact, main, ports, here, ready, heap, training, arguments, environment));
    }
  }

  private Check listens(Ports.Name port) {
    return Check.listens(Integer.parseInt(at.port(port)));
  }

  private Check answers(Ports.Name port, String path) {
    return Check.answers("http://localhost:" + at.port(port) + path);
  }

  /** The process of that name, if the table has it: upper and lower case are the same. */
  public static java.util.Optional<ProcessSpec> find(List<ProcessSpec> rows, String name) {
    String wanted = name.toLowerCase(Locale.ROOT).replaceAll("-service$", "");
    return rows.stream().filter(row -> row.name().equals(wanted)).findFirst();
  }
}
