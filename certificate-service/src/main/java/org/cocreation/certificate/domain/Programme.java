package org.cocreation.certificate.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * This service's copy of a programme: its latest plan and the sessions that are closed. Either may
 * arrive first.
 *
 * @param programmeId its identity
 * @param plan the latest plan, or null while only closings have arrived
 * @param closings the sessions whose attendance counts
 */
public record Programme(String programmeId, @Nullable Plan plan, List<Closing> closings) {

  public Programme {
    closings = List.copyOf(closings);
  }

  /** A programme of which nothing has arrived yet. */
  public static Programme unheardOf(String programmeId) {
    return new Programme(programmeId, null, List.of());
  }

  /** The revision of the plan, or 0 while there is none. */
  public int revision() {
    return plan == null ? 0 : plan.revision();
  }

  /** Takes over a plan; one that is not newer changes nothing. */
  public Programme planned(Plan next) {
    if (next.revision() <= revision()) {
      return this;
    }
    return new Programme(programmeId, plan == null ? next : plan.followedBy(next), closings);
  }

  /** Notes that a session was closed; a closing that is not newer changes nothing. */
  public Programme closed(Closing closing) {
    List<Closing> all = new ArrayList<>();
    for (Closing known : closings) {
      if (known.sessionId().equals(closing.sessionId())) {
        if (known.revision() >= closing.revision()) {
          return this;
        }
      } else {
        all.add(known);
      }
    }
    all.add(closing);
    return new Programme(programmeId, plan, all);
  }

  boolean hasClosed(String sessionId) {
    return closings.stream().anyMatch(closing -> closing.sessionId().equals(sessionId));
  }
}
