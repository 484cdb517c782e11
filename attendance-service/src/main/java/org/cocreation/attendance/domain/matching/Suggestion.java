package org.cocreation.attendance.domain.matching;

import java.util.List;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.roster.Person;

/**
 * Somebody who might be meant. Never acted on by itself.
 *
 * @param person who
 * @param score from 1 to 99, only to put the likelier first
 * @param reasons what speaks for it, in sentences
 */
public record Suggestion(Person person, int score, List<Bilingual> reasons) {

  /** Keeps its own copy. */
  public Suggestion {
    reasons = List.copyOf(reasons);
  }
}
