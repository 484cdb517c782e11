package org.cocreation.submission.domain.evaluation;

import java.util.List;

/**
 * What the evaluations that count come to.
 *
 * @param failedGates those that no majority says the note meets
 * @param score the mean of the members' totals, from 1 to 5; 0 without any
 */
public record Result(
    int evaluations, boolean quorumReached, List<String> failedGates, double score) {

  public Result {
    failedGates = List.copyOf(failedGates);
  }
}
