package org.cocreation.submission.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A filled-in form: text, numbers, lists and groups of them under names. It can't be changed; what
 * shape it must have is a template's business.
 *
 * @param values copied deep, in the order given; nulls are left out
 */
public record Content(Map<String, Object> values) {

  private static final Pattern DOT = Pattern.compile("\\.");

  /** A form that nobody has written in. */
  public static final Content EMPTY = new Content(Map.of());

  /**
   * A text found at a path.
   *
   * @param path with the places in lists, for example {@code milestones[0].title}
   */
  public record Found(String path, String text) {}

  public Content {
    values = copy(values);
  }

  /** The text of a top-level field, empty when it is not there. */
  public String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  /**
   * All texts at a path such as {@code title}, {@code description.solution} or {@code
   * milestones[].title}.
   */
  public List<Found> texts(String path) {
    List<Found> found = new ArrayList<>();
    collect(values, List.of(DOT.split(path)), "", found);
    return found;
  }

  private static void collect(
      @Nullable Object at, List<String> path, String walked, List<Found> found) {
    if (path.isEmpty()) {
      if (at instanceof String text) {
        found.add(new Found(walked, text));
      }
      return;
    }
    if (!(at instanceof Map<?, ?> group)) {
      return;
    }
    String step = path.get(0);
    List<String> rest = path.subList(1, path.size());
    String prefix = walked.isEmpty() ? "" : walked + ".";
    if (!step.endsWith("[]")) {
      collect(group.get(step), rest, prefix + step, found);
      return;
    }
    String name = step.substring(0, step.length() - 2);
    if (group.get(name) instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), rest, prefix + name + "[" + i + "]", found);
      }
    }
  }

  private static Map<String, Object> copy(Map<?, ?> from) {
    Map<String, Object> to = new LinkedHashMap<>();
    from.forEach(
        (name, value) -> {
          if (value != null) {
            to.put(String.valueOf(name), copyOf(value));
          }
        });
    return Collections.unmodifiableMap(to);
  }

  private static Object copyOf(Object value) {
    if (value instanceof Map<?, ?> group) {
      return copy(group);
    }
    if (value instanceof List<?> list) {
      List<Object> copied = new ArrayList<>(list.size());
      for (Object each : list) {
        if (each != null) {
          copied.add(copyOf(each));
        }
      }
      return Collections.unmodifiableList(copied);
    }
    return value;
  }
}
