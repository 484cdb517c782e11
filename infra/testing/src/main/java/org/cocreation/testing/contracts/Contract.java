package org.cocreation.testing.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Assertions about one type of event, against its schema and its examples in infra/contracts. */
public final class Contract {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  /** JSON as it is on the wire: absent values left out, unknown properties ignored. */
  private static final JsonMapper WIRE =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Contract() {}

  /** An example of a type, as it lies in infra/contracts. */
  public record Example(String name, String json) {

    public byte[] bytes() {
      return json.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The same with a property that nobody knows, as a later version of the producer may send it.
     */
    public Example withUnknownField() {
      ObjectNode body = (ObjectNode) WIRE.readTree(json);
      body.putObject("addedLater").put("by", "a later version");
      return new Example(name + ", with an unknown field", body.toString());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Fails unless this is a valid body of the type.
   *
   * @param body JSON as {@code byte[]} or {@code String}, or an object that is written as on the
   *     wire
   */
  public static void assertValid(String type, Object body) {
    String json = json(body);
    List<Error> errors =
        schema(type)
            .validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    if (!errors.isEmpty()) {
      throw new AssertionError(
          "Not a valid %s:%n%s%nin %s"
              .formatted(
                  type,
                  errors.stream()
                      .map(error -> "  " + error)
                      .collect(Collectors.joining(System.lineSeparator())),
                  json));
    }
  }

  /** All examples of the type; never none. */
  public static List<Example> examples(String type) {
    List<Example> examples =
        ContractResources.examples(type).entrySet().stream()
            .map(file -> new Example(file.getKey(), file.getValue()))
            .toList();
    if (examples.isEmpty()) {
      throw new AssertionError("There is no example of " + type + "; is the type right?");
    }
    return examples;
  }

  /**
   * Fails unless every example of the type, with and without an unknown field, becomes this record
   * with everything that is not {@code @Nullable} filled, deep down.
   */
  public static <T extends Record> void assertReads(String type, Class<T> body) {
    for (Example example : examples(type)) {
      for (Example sent : List.of(example, example.withUnknownField())) {
        List<String> missing = new ArrayList<>();
        try {
          missing(body.getSimpleName(), WIRE.readValue(sent.json(), body), missing);
        } catch (RuntimeException e) {
          throw new AssertionError(
              body.getSimpleName() + " cannot read the example \"" + sent + "\" of " + type, e);
        }
        if (!missing.isEmpty()) {
          throw new AssertionError(
              "%s is left empty by the example \"%s\" of %s; is it named as in the schema, or @Nullable?"
                  .formatted(missing, sent, type));
        }
      }
    }
  }

  private static void missing(String at, @Nullable Object value, List<String> found) {
    if (value instanceof Collection<?> items) {
      items.forEach(item -> missing(at + "[]", item, found));
    } else if (value instanceof Record whole) {
      for (RecordComponent component : whole.getClass().getRecordComponents()) {
        String place = at + "." + component.getName();
        Object part = part(whole, component);
        if (part == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          found.add(place);
        }
        missing(place, part, found);
      }
    }
  }

  private static @Nullable Object part(Record whole, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(whole);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String json(Object body) {
    if (body instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    return body instanceof String text ? text : WIRE.writeValueAsString(body);
  }

  private static Schema schema(String type) {
    return SCHEMAS.computeIfAbsent(
        type,
        name -> {
          Set<String> known = ContractResources.types();
          if (!known.contains(name)) {
            throw new AssertionError("There is no contract of " + name + "; there are " + known);
          }
          return REGISTRY.getSchema(ContractResources.schema(name), InputFormat.JSON);
        });
  }
}
