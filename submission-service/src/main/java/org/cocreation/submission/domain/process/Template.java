package org.cocreation.submission.domain.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cocreation.submission.domain.Content;
import org.cocreation.submission.domain.Fault;
import org.cocreation.submission.domain.Words;

/**
 * A versioned form: what it asks, how many words each answer may have, and the shape that the whole
 * must have.
 *
 * <p>A version never changes once it has shipped; what was written under it is judged by it.
 *
 * @param version from 1
 * @param fields in the order in which people fill them in
 * @param shape judges structure: what is missing, unknown, or of the wrong type
 * @param schema the form as it ships, a JSON Schema
 */
public record Template(Kind kind, int version, List<Field> fields, Shape shape, Content schema) {

  /** What the form is for. */
  public enum Kind {
    CONCEPT_NOTE,
    COMMITMENT
  }

  /** The structure of a form. */
  @FunctionalInterface
  public interface Shape {

    /**
     * What is wrong with the structure.
     *
     * @param whole whether everything required must be there; a draft may have gaps
     */
    List<Fault> faultsOf(Content content, boolean whole);
  }

  /** How many words one text has. */
  public record WordCount(String field, int count, int limit) {}

  public Template {
    fields = List.copyOf(fields);
  }

  /** The same form with other word limits for some of its fields. */
  public Template limitedTo(Map<String, Integer> wordLimits) {
    return new Template(
        kind,
        version,
        fields.stream()
            .map(
                field ->
                    wordLimits.containsKey(field.name())
                        ? field.limitedTo(wordLimits.get(field.name()))
                        : field)
            .toList(),
        shape,
        schema);
  }

  /** Of each text that has a limit and was written: its words. */
  public List<WordCount> count(Content content) {
    List<WordCount> counts = new ArrayList<>();
    for (Field field : fields) {
      if (field.wordLimit() > 0) {
        for (Content.Found found : content.texts(field.name())) {
          counts.add(new WordCount(found.path(), Words.count(found.text()), field.wordLimit()));
        }
      }
    }
    return counts;
  }

  /** What a draft may not have: unknown fields, wrong types, texts beyond the hard limit. */
  public List<Fault> faultsOfDraft(Content content) {
    return shape.faultsOf(content, false);
  }

  /**
   * All that stands in the way of handing it in, with the field, its limit and its count in words.
   */
  public List<Fault> faultsOfWhole(Content content) {
    List<Fault> faults = new ArrayList<>(shape.faultsOf(content, true));
    for (Field field : fields) {
      for (Content.Found found : content.texts(field.name())) {
        int words = Words.count(found.text());
        if (field.required() && words == 0) {
          faults.add(
              new Fault(
                  "content." + found.path(), "some words", field.title().en() + " is empty."));
        } else if (field.wordLimit() > 0 && words > field.wordLimit()) {
          faults.add(
              new Fault(
                  "content." + found.path(),
                  "at most " + field.wordLimit() + " words",
                  "%s has %d words; the limit is %d."
                      .formatted(field.title().en(), words, field.wordLimit())));
        }
      }
    }
    return faults;
  }
}
