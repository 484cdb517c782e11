package org.cocreation.attendance.domain.visits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source said about somebody, with when: of two words about the same thing that of the later
 * happening counts, whichever arrived first.
 *
 * @param value what it said
 * @param at when what it said it with happened
 * @param by the id of that
 */
public record Said(String value, Instant at, String by) {

  static @Nullable Said latest(@Nullable Said before, @Nullable String value, Happening happening) {
    if (value == null || value.isBlank()) {
      return before;
    }
    boolean older =
        before != null
            && (happening.at().isBefore(before.at)
                || (happening.at().equals(before.at) && happening.id().compareTo(before.by) < 0));
    return older ? before : new Said(value.strip(), happening.at(), happening.id());
  }

  static @Nullable String word(@Nullable Said said) {
    return said == null ? null : said.value;
  }
}
