package org.cocreation.submission.messaging;

import java.time.Instant;
import java.util.List;
import org.cocreation.messaging.Announcement;
import org.cocreation.messaging.Announcer;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.plan.Plan;
import org.cocreation.submission.domain.plan.PlanEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells when a plan is published, with its commitments and the notes they rest on; the key is the
 * programme.
 */
@Component
final class PlanAnnouncer implements Announcer<PlanEvent> {

  record Title(String en, @Nullable String es) {
    static Title of(Wording wording) {
      return new Title(wording.en(), wording.es());
    }
  }

  record PlanPublished(
      String programmeId,
      int planVersion,
      Title title,
      Instant publishedAt,
      List<PlannedCommitment> commitments) {}

  record PlannedCommitment(
      String commitmentId, String number, String title, List<String> derivesFrom) {}

  @Override
  public List<Announcement> announce(PlanEvent event) {
    Plan plan = event.published();
    String key = plan.programme().value();
    return List.of(
        Facts.of(
            "plan-published",
            key,
            new PlanPublished(
                key,
                plan.version(),
                Title.of(plan.title()),
                plan.publishedAt(),
                plan.commitments().stream()
                    .map(
                        c ->
                            new PlannedCommitment(
                                c.id().value(),
                                c.number(),
                                c.title(),
                                c.derivesFrom().stream()
                                    .map(source -> source.note().value())
                                    .toList()))
                    .toList())));
  }
}
