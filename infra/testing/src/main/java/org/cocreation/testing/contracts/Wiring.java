package org.cocreation.testing.contracts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the wiring of one service to its operations in asyncapi.yaml, both ways. */
public final class Wiring {

  private static final String TOMBSTONE = "tombstone";

  private final String service;
  private final JsonNode document;

  private Wiring(String service, JsonNode document) {
    this.service = service;
    this.document = document;
  }

  /** A type of event on a topic. */
  public record Fact(String topic, String type) implements Comparable<Fact> {

    /** The null value that erases a key from a compacted topic. */
    public static Fact tombstone(String topic) {
      return new Fact(topic, TOMBSTONE);
    }

    @Override
    public int compareTo(Fact other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return topic + ": " + type;
    }
  }

  /** The wiring of a service by its short name, for instance {@code attendance}. */
  public static Wiring of(String service) {
    return of(service, ContractResources.asyncApi());
  }

  static Wiring of(String service, String asyncApi) {
    JsonNode document = YAMLMapper.builder().build().readTree(asyncApi);
    Set<String> services = new TreeSet<>();
    document.path("operations").forEach(one -> services.add(one.path("x-service").asString()));
    if (!services.contains(service)) {
      throw new AssertionError(
          "asyncapi.yaml knows no service " + service + "; it knows " + services);
    }
    return new Wiring(service, document);
  }

  /** What the service sends, dead letters apart. */
  public Set<Fact> declaredSends() {
    return facts("send");
  }

  /** What the service receives. */
  public Set<Fact> declaredReceives() {
    return facts("receive");
  }

  /**
   * Fails unless what the service's announcers can produce is exactly what asyncapi.yaml says that
   * it sends.
   */
  public void assertSends(Collection<Fact> produced) {
    compare("sends", declaredSends(), new TreeSet<>(produced));
  }

  /**
   * Fails unless what the service reads is exactly what asyncapi.yaml says that it receives.
   *
   * @param destinations the topics of its bindings; see {@link #destinations}
   * @param types the types that its intakes handle
   * @param tombstones the topics whose tombstones they handle
   */
  public void assertReceives(
      Collection<String> destinations, Collection<String> types, Collection<String> tombstones) {
    Set<Fact> declared = declaredReceives();
    compare(
        "receives from",
        declared.stream().map(Fact::topic).collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(destinations));
    Set<String> handled = new TreeSet<>(types);
    tombstones.forEach(topic -> handled.add(Fact.tombstone(topic).toString()));
    compare(
        "receives",
        declared.stream()
            .map(fact -> fact.type().equals(TOMBSTONE) ? fact.toString() : fact.type())
            .collect(Collectors.toCollection(TreeSet::new)),
        handled);
  }

  /** The topics of a service's incoming bindings, as its settings name them. */
  public static Set<String> destinations(Environment settings) {
    Map<String, Binding> bindings =
        Binder.get(settings)
            .bind("spring.cloud.stream.bindings", Bindable.mapOf(String.class, Binding.class))
            .orElse(Map.of());
    Set<String> topics = new TreeSet<>();
    bindings.forEach(
        (name, binding) -> {
          String destination = binding.destination();
          if (name.contains("-in-") && destination != null) {
            topics.addAll(Arrays.asList(destination.trim().split("\\s*,\\s*", -1)));
          }
        });
    return topics;
  }

  record Binding(@Nullable String destination) {}

  private Set<Fact> facts(String action) {
    Set<Fact> facts = new TreeSet<>();
    for (JsonNode operation : document.path("operations")) {
      if (!operation.path("x-service").asString().equals(service)
          || !operation.path("action").asString().equals(action)) {
        continue;
      }
      String topic = resolve(operation.path("channel")).path("address").asString();
      if (topic.endsWith(".dead-letters")) {
        continue;
      }
      for (JsonNode message : operation.path("messages")) {
        facts.add(new Fact(topic, resolve(resolve(message)).path("name").asString()));
      }
    }
    return facts;
  }

  private JsonNode resolve(JsonNode reference) {
    return document.at(reference.path("$ref").asString().substring(1));
  }

  private <T> void compare(String verb, Set<T> declared, Set<T> wired) {
    List<String> differences = new ArrayList<>();
    declared.stream()
        .filter(one -> !wired.contains(one))
        .forEach(one -> differences.add("declared, and not in the code: " + one));
    wired.stream()
        .filter(one -> !declared.contains(one))
        .forEach(one -> differences.add("in the code, and not declared: " + one));
    if (!differences.isEmpty()) {
      throw new AssertionError(
          "What %s %s differs from asyncapi.yaml:%n  %s"
              .formatted(service, verb, String.join(System.lineSeparator() + "  ", differences)));
    }
  }
}
