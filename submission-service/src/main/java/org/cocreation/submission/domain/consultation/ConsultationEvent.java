package org.cocreation.submission.domain.consultation;

import java.time.Instant;
import org.cocreation.submission.domain.ProgrammeId;

/** What can happen to a consultation. */
public sealed interface ConsultationEvent {

  record Opened(ProgrammeId programme, Instant opensAt, Instant closesAt)
      implements ConsultationEvent {}

  record Closed(ProgrammeId programme, Instant closedAt) implements ConsultationEvent {}
}
