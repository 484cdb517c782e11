package org.cocreation.submission.domain.process;

import java.util.List;

/**
 * What notes are judged by. A note keeps a copy of the one it was judged by (rule 7).
 *
 * @param processRevision of the process that it was taken from; 0 = the default process
 * @param quorum how many members must have evaluated before a decision
 */
public record Rubric(int processRevision, List<Gate> gates, List<Criterion> criteria, int quorum) {

  public Rubric {
    gates = List.copyOf(gates);
    criteria = List.copyOf(criteria);
  }

  Rubric ofRevision(int revision) {
    return new Rubric(revision, gates, criteria, quorum);
  }
}
