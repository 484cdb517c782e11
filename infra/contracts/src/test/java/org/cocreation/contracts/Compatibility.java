package org.cocreation.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says what a schema breaks against the one released before it. Events stay on the topics for ever
 * and services are updated one at a time, so both directions count: yesterday's events are read by
 * today's schema, and today's events by yesterday's readers. Only this may change:
 *
 * <ul>
 *   <li>an optional property is added;
 *   <li>{@code maxLength} or {@code maxItems} grows or goes;
 *   <li>an enum that says {@code "x-open": true} in the baseline gains values;
 *   <li>words for people: description, title, examples, default.
 * </ul>
 *
 * Anything else takes a new version of the type ({@code ….v2}).
 */
final class Compatibility {

  private static final Set<String> WORDS =
      Set.of("$id", "description", "title", "examples", "default", "deprecated", "$comment");
  private static final Set<String> LOOKED_INTO =
      Set.of("properties", "required", "items", "enum", "maxLength", "maxItems");

  private Compatibility() {}

  /** What breaks, one sentence each; empty when the change is additive. */
  static List<String> breaks(@Nullable JsonNode released, @Nullable JsonNode current) {
    List<String> found = new ArrayList<>();
    if (released == null) {
      return found;
    }
    if (current == null) {
      found.add("the event was removed");
      return found;
    }
    compare("", released, current, found);
    return found;
  }

  private static void compare(String at, JsonNode old, JsonNode now, List<String> found) {
    required(at, old, now, found);
    properties(at, old, now, found);
    values(at, old, now, found);
    upperBound(at, "maxLength", old, now, found);
    upperBound(at, "maxItems", old, now, found);
    if (old.has("items") && now.has("items")) {
      compare(at + "[]", old.get("items"), now.get("items"), found);
    } else if (old.has("items") != now.has("items")) {
      found.add(place(at) + ": what the items are was added or removed");
    }
    everythingElse(at, old, now, found);
  }

  private static void required(String at, JsonNode old, JsonNode now, List<String> found) {
    Set<String> before = strings(old.get("required"));
    Set<String> after = strings(now.get("required"));
    for (String name : difference(after, before)) {
      found.add(place(at) + ": \"" + name + "\" became required; events already sent lack it");
    }
    for (String name : difference(before, after)) {
      found.add(place(at) + ": \"" + name + "\" became optional; readers rely on it");
    }
  }

  private static void properties(String at, JsonNode old, JsonNode now, List<String> found) {
    JsonNode before = old.path("properties");
    JsonNode after = now.path("properties");
    for (String name : before.propertyNames()) {
      JsonNode there = after.get(name);
      if (there == null) {
        found.add(place(at) + ": \"" + name + "\" was removed");
      } else {
        compare(at + "." + name, Objects.requireNonNull(before.get(name)), there, found);
      }
    }
  }

  private static void values(String at, JsonNode old, JsonNode now, List<String> found) {
    if (!old.has("enum") && !now.has("enum")) {
      return;
    }
    if (!old.has("enum") || !now.has("enum")) {
      found.add(place(at) + ": the list of values was added or removed");
      return;
    }
    Set<String> before = strings(old.get("enum"));
    Set<String> after = strings(now.get("enum"));
    for (String value : difference(before, after)) {
      found.add(
          place(at) + ": the value \"" + value + "\" was removed; events already sent hold it");
    }
    if (!old.path("x-open").asBoolean(false)) {
      for (String value : difference(after, before)) {
        found.add(place(at) + ": the value \"" + value + "\" was added; readers do not know it");
      }
    }
  }

  private static void upperBound(
      String at, String keyword, JsonNode old, JsonNode now, List<String> found) {
    long before = old.path(keyword).asLong(Long.MAX_VALUE);
    long after = now.path(keyword).asLong(Long.MAX_VALUE);
    if (after < before) {
      found.add(place(at) + ": " + keyword + " became smaller; events already sent may exceed it");
    }
  }

  private static void everythingElse(String at, JsonNode old, JsonNode now, List<String> found) {
    Set<String> keywords = new TreeSet<>(old.propertyNames());
    keywords.addAll(now.propertyNames());
    keywords.removeAll(WORDS);
    keywords.removeAll(LOOKED_INTO);
    for (String keyword : keywords) {
      if (!Objects.equals(old.get(keyword), now.get(keyword))) {
        found.add(place(at) + ": \"" + keyword + "\" changed");
      }
    }
  }

  private static Set<String> strings(@Nullable JsonNode array) {
    return array == null
        ? Set.of()
        : array
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> difference(Set<String> from, Set<String> minus) {
    Set<String> rest = new TreeSet<>(from);
    rest.removeAll(minus);
    return rest;
  }

  private static String place(String at) {
    return at.isEmpty() ? "the event" : at.substring(1);
  }
}
