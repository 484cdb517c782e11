package org.cocreation.submission.storage;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cocreation.submission.domain.Content;
import org.cocreation.submission.domain.Fault;
import org.cocreation.submission.domain.process.Template;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges a filled-in form by its JSON Schema and says what is wrong in words that a person can act
 * on.
 */
final class SchemaShape implements Template.Shape {

  /** What a draft may still leave open. */
  private static final Set<String> GAPS =
      Set.of("required", "minProperties", "minItems", "minLength");

  /** The latest JSON Schema with the words for people that our templates have besides. */
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          Dialect.builder(Dialects.getDraft202012())
              .keywords(
                  Stream.of("x-title-es", "x-description-es", "x-wordLimit", "x-long")
                      .map(NonValidationKeyword::new)
                      .toList())
              .build());

  private final Schema schema;
  private final JsonMapper mapper;

  SchemaShape(JsonNode schema, JsonMapper mapper) {
    this.schema = REGISTRY.getSchema(schema);
    this.mapper = mapper;
  }

  @Override
  public List<Fault> faultsOf(Content content, boolean whole) {
    JsonNode node = mapper.valueToTree(content.values());
    return schema
        .validate(
            node,
            (ExecutionContext context) ->
                context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .filter(error -> whole || !GAPS.contains(error.getKeyword()))
        .map(SchemaShape::fault)
        .distinct()
        .toList();
  }

  private static Fault fault(Error error) {
    String at = path(error.getInstanceLocation());
    String named = error.getProperty() == null ? at : at + "." + error.getProperty();
    return switch (error.getKeyword()) {
      case "required" -> new Fault(named, "some words", label(named) + " is missing.");
      case "additionalProperties" ->
          new Fault(named, "a field of the template", "The template has no such field.");
      case "maxLength" ->
          new Fault(
              at,
              "at most " + limit(error) + " characters",
              label(at) + " is too long to be kept.");
      case "maxItems" ->
          new Fault(
              at, "at most " + limit(error) + " entries", label(at) + " has too many entries.");
      case "minItems", "minProperties" ->
          new Fault(at, "at least one", label(at) + " has nothing in it.");
      case "format" -> new Fault(at, "a date as YYYY-MM-DD", label(at) + " is no date.");
      case "type" -> new Fault(at, "of type " + limit(error), label(at) + " is of the wrong type.");
      default -> new Fault(at, error.getKeyword(), label(at) + ": " + error.getMessage());
    };
  }

  private static String limit(Error error) {
    JsonNode value = error.getSchemaNode();
    return value == null ? "the template's" : value.asString(value.toString());
  }

  private static String label(String path) {
    return path.startsWith("content.") ? path.substring("content.".length()) : path;
  }

  /** {@code content.milestones[0].title} for {@code /milestones/0/title}. */
  private static String path(NodePath location) {
    StringBuilder path = new StringBuilder("content");
    for (int i = 0; i < location.getNameCount(); i++) {
      Object element = location.getElement(i);
      if (element instanceof Number) {
        path.append('[').append(element).append(']');
      } else {
        path.append('.').append(element);
      }
    }
    return path.toString();
  }
}
