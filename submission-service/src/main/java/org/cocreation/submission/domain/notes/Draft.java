package org.cocreation.submission.domain.notes;

import java.util.List;
import java.util.Locale;
import org.cocreation.submission.domain.Content;

/**
 * What an author writes.
 *
 * @param templateVersion of the concept note that it was begun under
 * @param language the author's, {@code en} or {@code es}
 * @param showAuthor whether the author agrees to be named beside the note in public
 */
public record Draft(
    int templateVersion,
    String language,
    Content content,
    List<String> policyAreas,
    boolean showAuthor) {

  public Draft {
    language = language.toLowerCase(Locale.ROOT).startsWith("es") ? "es" : "en";
    policyAreas = List.copyOf(policyAreas);
  }

  public String title() {
    return content.text("title").strip();
  }

  /** All but the title is gone, and the agreement to be named with it. */
  Draft emptied(boolean titleToo) {
    Content left = titleToo ? Content.EMPTY : new Content(java.util.Map.of("title", title()));
    return new Draft(templateVersion, language, left, titleToo ? List.of() : policyAreas, false);
  }

  /** The words stay; nobody is named beside them any more. */
  Draft unsigned() {
    return new Draft(templateVersion, language, content, policyAreas, false);
  }
}
