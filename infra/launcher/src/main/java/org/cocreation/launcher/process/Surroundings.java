package org.cocreation.launcher.process;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.Secrets;
import org.cocreation.launcher.Settings;

/**
 * What the processes are told about one another: addresses, stores, secrets, as environment
 * variables (Spring reads them as settings). A backing service of the person's own is told in place
 * of the embedded one.
 *
 * @param directory where the embedded services keep their data, and logs and structured logs go
 */
public record Surroundings(Layout directory, Settings settings, Ports ports, Secrets secrets) {

  /** Whether the person runs this backing service, so that the embedded one is not started. */
  boolean own(String key) {
    return settings.find(key).isPresent();
  }

  String port(Ports.Name name) {
    return Integer.toString(ports.of(name));
  }

  String data(String process) {
    return directory.data().resolve(process).toString();
  }

  /** The address under which people open the portal. */
  public String publicUrl() {
    return settings.get("cocreation.public-url", "http://localhost:" + port(Ports.Name.PORTAL));
  }

  /** Where the portal answers on this machine. */
  public String portalUrl() {
    return "http://localhost:" + port(Ports.Name.PORTAL);
  }

  /** The identity provider's name in tokens, and its address. */
  public String issuer() {
    return settings.get("cocreation.issuer", "http://localhost:" + port(Ports.Name.IDENTITY));
  }

  /** The embedded mailbox's pages; empty when mail goes elsewhere. */
  public Optional<String> mailboxUrl() {
    return own("cocreation.mail.host")
        ? Optional.empty()
        : Optional.of("http://localhost:" + port(Ports.Name.MAILBOX));
  }

  Map<String, String> identityEnvironment() {
    Map<String, String> env = new LinkedHashMap<>();
    env.put("IDENTITY_PORTALSECRET", secrets.portalClientSecret());
    env.put("IDENTITY_PORTALURL", publicUrl());
    env.put("IDENTITY_AUDIENCE", audience());
    structuredLog(env, "identity");
    return env;
  }

  Map<String, String> serviceEnvironment(String name, Ports.Name port) {
    Map<String, String> env = new LinkedHashMap<>();
    shared(env, name, port);
    env.put("SPRING_MONGODB_URI", storeUri(name));
    env.put("COCREATION_LINKKEY", secrets.linkKey());
    if (name.equals("notification")) {
      mail(env);
    }
    return env;
  }

  Map<String, String> portalEnvironment() {
    Map<String, String> env = new LinkedHashMap<>();
    shared(env, "portal", Ports.Name.PORTAL);
    for (Ports.Name service :
        new Ports.Name[] {
          Ports.Name.REGISTRATION,
          Ports.Name.ATTENDANCE,
          Ports.Name.CERTIFICATE,
          Ports.Name.SUBMISSION,
          Ports.Name.NOTIFICATION
        }) {
      env.put("COCREATION_SERVICES_" + service.name(), "http://localhost:" + port(service));
    }
    env.put("COCREATION_SIGNIN_ISSUER", issuer());
    env.put("COCREATION_SIGNIN_CLIENTID", settings.get("cocreation.portal.client-id", "portal"));
    env.put(
        "COCREATION_SIGNIN_CLIENTSECRET",
        own("cocreation.issuer")
            ? settings.get("cocreation.portal.client-secret", "")
            : secrets.portalClientSecret());
    return env;
  }

  private void shared(Map<String, String> env, String name, Ports.Name port) {
    env.put("SERVER_PORT", port(port));
    env.put(
        "SPRING_KAFKA_BOOTSTRAPSERVERS",
        settings.get("cocreation.broker.servers", "localhost:" + port(Ports.Name.BROKER)));
    env.put("COCREATION_SECURITY_ISSUER", issuer());
    env.put("COCREATION_SECURITY_AUDIENCE", audience());
    env.put("COCREATION_PUBLICURL", publicUrl());
    structuredLog(env, name);
  }

  /** For programs, beside what the process prints for people; rolled by Spring Boot. */
  private void structuredLog(Map<String, String> env, String name) {
    Path file = directory.logs().resolve(name + ".ecs.json");
    env.put("LOGGING_FILE_NAME", file.toString());
    env.put("LOGGING_STRUCTURED_FORMAT_FILE", "ecs");
  }

  private void mail(Map<String, String> env) {
    boolean own = own("cocreation.mail.host");
    env.put("SPRING_MAIL_HOST", settings.get("cocreation.mail.host", "localhost"));
    env.put(
        "SPRING_MAIL_PORT",
        own ? settings.get("cocreation.mail.port", "587") : port(Ports.Name.SMTP));
    settings.find("cocreation.mail.from").ifPresent(from -> env.put("NOTIFICATION_FROM", from));
    if (own) {
      String encrypted = settings.get("cocreation.mail.starttls", "true");
      env.put("SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_ENABLE", encrypted);
      env.put("SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED", encrypted);
      settings
          .find("cocreation.mail.username")
          .ifPresent(
              account -> {
                env.put("SPRING_MAIL_USERNAME", account);
                env.put("SPRING_MAIL_PASSWORD", settings.get("cocreation.mail.password", ""));
                env.put("SPRING_MAIL_PROPERTIES_MAIL_SMTP_AUTH", "true");
              });
    }
  }

  private String audience() {
    return settings.get("cocreation.audience", "cocreation");
  }

  /** The service's own database on the store: its name goes where a MongoDB address has it. */
  String storeUri(String database) {
    String uri =
        settings.get("cocreation.store.uri", "mongodb://localhost:" + port(Ports.Name.STORE));
    if (!uri.toLowerCase(Locale.ROOT).matches("mongodb(\\+srv)?://[^/?]+/?(\\?.*)?")) {
      throw new Failure(
          "cocreation.store.uri: expected mongodb://host:port without a database (each service has"
              + " its own)");
    }
    int question = uri.indexOf('?');
    String hosts = (question < 0 ? uri : uri.substring(0, question)).replaceAll("/$", "");
    return hosts + "/" + database + (question < 0 ? "" : uri.substring(question));
  }
}
