package org.cocreation.portal.services;

import static org.cocreation.portal.services.Services.Service.ATTENDANCE;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages ask of the attendance service. */
@Component
public class Attendances {

  private final Services services;

  Attendances(Services services) {
    this.services = services;
  }

  /** The sessions of a programme and whether their attendance is closed. */
  public List<SessionSheet> sessions(Caller coordinator, String programmeId) {
    return services
        .get(
            ATTENDANCE,
            coordinator,
            SheetList.class,
            "/programmes/{p}/sessions?limit=100",
            programmeId)
        .items();
  }

  /** A page of sheets. */
  public record SheetList(List<SessionSheet> items) {}

  /** The sheet of a session. */
  public record SessionSheet(
      String sessionId,
      int number,
      Text title,
      Instant startsAt,
      boolean cancelled,
      String status,
      @Nullable Counts counts) {}

  /** How many attended, as at closing. */
  public record Counts(int attended, int notAttended, int unknown) {}
}
