package org.cocreation.submission.domain.process;

import org.cocreation.submission.domain.Wording;

/**
 * One text that a form asks for.
 *
 * @param name its path, for example {@code problem}, {@code description.solution} or {@code
 *     milestones[].title}
 * @param wordLimit most words; 0 = no limit
 * @param maxCharacters the hard limit, which holds for drafts too
 * @param longText whether it wants more than one line
 */
public record Field(
    String name,
    Wording title,
    Wording help,
    int wordLimit,
    int maxCharacters,
    boolean required,
    boolean longText) {

  Field limitedTo(int words) {
    return new Field(name, title, help, words, maxCharacters, required, longText);
  }
}
