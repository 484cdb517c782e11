package org.cocreation.submission.storage;

import java.time.Instant;
import java.util.List;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.consultation.Consultation;
import org.cocreation.submission.domain.consultation.ConsultationEvent;
import org.cocreation.submission.domain.consultation.Consultations;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

@Component
final class StoredConsultations extends StoredAggregates<Consultation, ConsultationEvent>
    implements Consultations {

  StoredConsultations(AggregateStores stores, Announcer<ConsultationEvent> announcer) {
    super(
        stores.of(
            "consultations",
            Consultation.class,
            announcer,
            new Index().on("state.openUntil", Direction.ASC).sparse().named("openUntil")));
  }

  @Override
  public List<ProgrammeId> overdue(Instant now, int limit) {
    return list(Criteria.where("state.openUntil").lte(now), null, limit).stream()
        .map(each -> each.state().programme())
        .toList();
  }
}
