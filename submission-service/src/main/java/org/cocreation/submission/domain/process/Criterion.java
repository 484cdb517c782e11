package org.cocreation.submission.domain.process;

import org.cocreation.submission.domain.Wording;

/**
 * A standard that a note is scored on, from 1 to 5 (rule 7).
 *
 * @param weight how much it counts beside the others, at least 1
 */
public record Criterion(String id, Wording text, int weight) {
  public static final int LOWEST = 1;
  public static final int HIGHEST = 5;
}
