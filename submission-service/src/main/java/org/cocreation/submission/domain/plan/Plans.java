package org.cocreation.submission.domain.plan;

import java.util.List;
import org.cocreation.submission.domain.Aggregates;
import org.cocreation.submission.domain.ProgrammeId;

/** All published plans, by {@link Plan#id}. */
public interface Plans extends Aggregates<Plan, PlanEvent> {

  /** A programme's versions, the newest first. */
  List<Plan> of(ProgrammeId programme);
}
