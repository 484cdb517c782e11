package org.cocreation.testing.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cocreation.testing.deploy.Repository.DEPLOY;
import static org.cocreation.testing.deploy.Repository.ROOT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DeployFilesTest {

  private static final Map<String, Integer> PORTS =
      Map.of(
          "portal",
          8080,
          "registration",
          8081,
          "attendance",
          8082,
          "certificate",
          8083,
          "submission",
          8084,
          "notification",
          8085);

  /** Figures that libraries and Prometheus itself give. */
  private static final Set<String> OF_LIBRARIES =
      Set.of(
          "http_server_requests_seconds",
          "kafka_consumer_fetch_manager_records_lag_max",
          "resilience4j_circuitbreaker_state",
          "up");

  private static final Pattern FIGURE =
      Pattern.compile("\\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\\b(?=[\\[{\\s)]|$)|\\bup\\b");
  private static final Pattern FUNCTION =
      Pattern.compile("\\b(histogram_quantile|label_replace)\\b");

  static Set<String> services() {
    return Repository.services().keySet();
  }

  @Test
  void everyFileCanBeRead() {
    assertThat(Repository.files(DEPLOY, ".yaml")).hasSizeGreaterThan(12);
    Repository.files(DEPLOY, ".yaml")
        .forEach(file -> assertThat(Repository.yaml(file)).as(file.toString()).isNotEmpty());
    Repository.files(DEPLOY, ".json")
        .forEach(file -> assertThat(Repository.json(file).isObject()).as(file.toString()).isTrue());
  }

  @Test
  void everyServiceHasItsPort() {
    assertThat(services()).isEqualTo(new TreeSet<>(PORTS.keySet()));
  }

  @ParameterizedTest
  @MethodSource("services")
  void runsEachServiceInCompose(String service) {
    JsonNode one = compose().path("services").path(service);
    assertThat(one.at("/build/args/MODULE").asString())
        .isEqualTo(Repository.services().get(service));
    assertThat(one.at("/build/args/PORT").asString()).isEqualTo(port(service));
    assertThat(one.path("environment").has("SPRING_KAFKA_BOOTSTRAP_SERVERS")).isTrue();
    assertThat(one.path("environment").has("SPRING_MONGODB_URI"))
        .isEqualTo(!service.equals("portal"));
    assertThat(one.path("environment").has("COCREATION_LINK_KEY"))
        .isEqualTo(Set.of("registration", "notification").contains(service));
    assertThat(one.path("read_only").asBoolean()).isTrue();
  }

  @Test
  void startsNothingInComposeBeforeWhatItStandsOn() {
    JsonNode services = compose().path("services");
    services.forEach(
        one ->
            one.path("depends_on")
                .properties()
                .forEach(
                    dependency -> {
                      assertThat(services.has(dependency.getKey())).isTrue();
                      if (dependency
                          .getValue()
                          .path("condition")
                          .asString()
                          .equals("service_healthy")) {
                        assertThat(services.path(dependency.getKey()).has("healthcheck")).isTrue();
                      }
                    }));
    assertThat(services.path("registration").path("depends_on").propertyNames())
        .contains("broker", "store");
  }

  @Test
  void opensNoPortOfComposeToOtherMachines() {
    compose()
        .path("services")
        .forEach(
            one ->
                one.path("ports")
                    .forEach(port -> assertThat(port.asString()).startsWith("127.0.0.1:")));
  }

  @ParameterizedTest
  @MethodSource("services")
  void runsEachServiceInKubernetes(String service) {
    List<JsonNode> documents = Repository.yaml(DEPLOY.resolve("kubernetes/" + service + ".yaml"));
    assertThat(documents.stream().map(one -> one.path("kind").asString()))
        .containsExactly("Deployment", "Service", "PodDisruptionBudget");
    JsonNode pod = documents.get(0).at("/spec/template/spec");
    JsonNode container = pod.path("containers").path(0);
    assertThat(container.at("/ports/0/containerPort").asString()).isEqualTo(port(service));
    assertThat(documents.get(1).at("/spec/ports/0/port").asString()).isEqualTo(port(service));
    assertThat(
            documents
                .get(0)
                .at("/spec/template/metadata/annotations")
                .path("prometheus.io/port")
                .asString())
        .isEqualTo(port(service));
    assertThat(container.at("/livenessProbe/httpGet/path").asString())
        .isEqualTo("/actuator/health/liveness");
    assertThat(container.at("/readinessProbe/httpGet/path").asString())
        .isEqualTo("/actuator/health/readiness");
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(secretsUsed(container)).isSubsetOf(secretsDescribed());
  }

  @Test
  void listsEveryManifest() {
    List<String> listed = new ArrayList<>();
    JsonNode kustomization =
        Repository.yaml(DEPLOY.resolve("kubernetes/kustomization.yaml")).get(0);
    kustomization.path("resources").forEach(one -> listed.add(one.asString()));
    List<String> there =
        Repository.files(DEPLOY.resolve("kubernetes"), ".yaml").stream()
            .map(file -> file.getFileName().toString())
            .filter(name -> !Set.of("kustomization.yaml", "secret.example.yaml").contains(name))
            .toList();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void scrapesEveryService() {
    JsonNode job =
        Repository.yaml(DEPLOY.resolve("monitoring/prometheus.yaml"))
            .get(0)
            .at("/scrape_configs/0");
    List<String> targets = new ArrayList<>();
    job.at("/static_configs/0/targets").forEach(target -> targets.add(target.asString()));
    assertThat(targets)
        .containsExactlyInAnyOrderElementsOf(
            PORTS.entrySet().stream().map(one -> one.getKey() + ":" + one.getValue()).toList());
    assertThat(job.path("metrics_path").asString()).isEqualTo("/actuator/prometheus");
  }

  @Test
  void asksOnlyForFiguresThatThereAre() {
    Set<String> there = Repository.figures();
    assertThat(there)
        .contains(
            "cocreation_outbox_oldest_age_seconds",
            "cocreation_relay_sent_total",
            "cocreation_mail_oldest_age_seconds");
    List<String> expressions = expressions();
    assertThat(expressions).hasSizeGreaterThan(15);
    expressions.forEach(one -> assertThat(unknown(one, there)).as(one).isEmpty());
  }

  @Test
  void noticesAFigureThatThereIsNot() {
    Set<String> there = Repository.figures();
    assertThat(unknown("max by (service) (cocreation_outbox_age) > 60", there))
        .containsExactly("cocreation_outbox_age");
    assertThat(unknown("rate(cocreation_relay_sent[1m])", there))
        .containsExactly("cocreation_relay_sent");
    assertThat(unknown("min_over_time(resilience4j_breaker{name=\"smtp\"}[1m]) == 0", there))
        .containsExactly("resilience4j_breaker");
    Set<String> found = new HashSet<>();
    Repository.figuresIn(
        "Gauge.builder(\"a.b\", this, x -> 1).baseUnit(\"seconds\").register(m);", found);
    Repository.figuresIn(
        "Timer\n  .builder(\"c.d\").register(m); Counter.builder(\"e.f\").register(m);", found);
    assertThat(found).containsExactlyInAnyOrder("a_b_seconds", "c_d_seconds", "e_f_total");
  }

  @Test
  void everyAlertSaysWhatItIsAndIsInTheReadme() {
    String readme = Repository.read(DEPLOY.resolve("README.md"));
    JsonNode groups =
        Repository.yaml(DEPLOY.resolve("monitoring/alerts.yaml")).get(0).path("groups");
    for (JsonNode group : groups) {
      for (JsonNode alert : group.path("rules")) {
        assertThat(readme).contains(alert.path("alert").asString());
        assertThat(alert.at("/labels/severity").asString()).isIn("warning", "critical");
        assertThat(alert.at("/annotations/summary").asString()).isNotBlank();
        assertThat(alert.at("/annotations/description").asString()).isNotBlank();
      }
    }
  }

  @Test
  void theServicesDefaultsAreTheGroupsThatProbesAskFor() {
    String defaults =
        Repository.read(
            ROOT.resolve(
                "infra/service-defaults/src/main/resources/org/cocreation/defaults/service-defaults.properties"));
    assertThat(defaults)
        .contains("health.group.liveness.include=", "health.group.readiness.include=");
    assertThat(defaults).containsPattern("exposure.include=.*prometheus");
  }

  @Test
  void theImageRunsAsSomebodyWithoutRights() {
    String dockerfile = Repository.read(DEPLOY.resolve("Dockerfile"));
    assertThat(dockerfile).containsPattern("(?m)^USER 10001$").contains("HEALTHCHECK");
    assertThat(Files.exists(DEPLOY.resolve("Dockerfile.dockerignore"))).isTrue();
  }

  private static List<String> expressions() {
    List<String> expressions = new ArrayList<>();
    for (JsonNode group :
        Repository.yaml(DEPLOY.resolve("monitoring/alerts.yaml")).get(0).path("groups")) {
      group.path("rules").forEach(rule -> expressions.add(rule.path("expr").asString()));
    }
    for (Path dashboard :
        Repository.files(DEPLOY.resolve("monitoring/grafana/dashboards"), ".json")) {
      Repository.json(dashboard).findValues("expr").forEach(one -> expressions.add(one.asString()));
    }
    return expressions;
  }

  private static List<String> unknown(String expression, Set<String> there) {
    String figuresOnly =
        FUNCTION
            .matcher(expression.replaceAll("\\{[^}]*}", "").replaceAll("\\bby \\([^)]*\\)", ""))
            .replaceAll("");
    List<String> unknown = new ArrayList<>();
    Matcher figure = FIGURE.matcher(figuresOnly);
    while (figure.find()) {
      String name = figure.group();
      String base = name.replaceAll("_(bucket|count|sum)$", "");
      if (!there.contains(name)
          && !there.contains(base)
          && !OF_LIBRARIES.contains(name)
          && !OF_LIBRARIES.contains(base)) {
        unknown.add(name);
      }
    }
    return unknown;
  }

  private static Set<String> secretsUsed(JsonNode container) {
    Set<String> keys = new HashSet<>();
    container
        .path("env")
        .forEach(
            one -> {
              if (one.has("valueFrom")) {
                keys.add(one.at("/valueFrom/secretKeyRef/key").asString());
              }
            });
    return keys;
  }

  private static Set<String> secretsDescribed() {
    JsonNode secret = Repository.yaml(DEPLOY.resolve("kubernetes/secret.example.yaml")).get(0);
    return new HashSet<>(secret.path("stringData").propertyNames());
  }

  private static JsonNode compose() {
    return Repository.yaml(DEPLOY.resolve("compose.yaml")).get(0);
  }

  private static String port(String service) {
    return Integer.toString(Objects.requireNonNull(PORTS.get(service)));
  }
}
