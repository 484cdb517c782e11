package org.cocreation.submission.domain.consultation;

import java.time.Instant;
import java.util.List;
import org.cocreation.submission.domain.Aggregates;
import org.cocreation.submission.domain.ProgrammeId;

/** The consultations of all programmes, by the programme's id. */
public interface Consultations extends Aggregates<Consultation, ConsultationEvent> {

  /** Programmes whose open round should have closed by an instant, at most so many. */
  List<ProgrammeId> overdue(Instant now, int limit);
}
