package org.cocreation.submission.storage;

import java.util.List;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.cocreation.messaging.Stored;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.plan.Plan;
import org.cocreation.submission.domain.plan.PlanEvent;
import org.cocreation.submission.domain.plan.Plans;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

@Component
final class StoredPlans extends StoredAggregates<Plan, PlanEvent> implements Plans {

  StoredPlans(AggregateStores stores, Announcer<PlanEvent> announcer) {
    super(
        stores.of(
            "plans",
            Plan.class,
            announcer,
            new Index()
                .on("state.programme", Direction.ASC)
                .on("state.version", Direction.DESC)
                .named("programme")));
  }

  @Override
  public List<Plan> of(ProgrammeId programme) {
    return store()
        .query(
            Query.query(Criteria.where("state.programme").is(programme))
                .with(Sort.by(Direction.DESC, "state.version")))
        .stream()
        .map(Stored::state)
        .toList();
  }
}
