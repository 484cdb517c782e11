package org.cocreation.notification.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * This service's copy of a programme; the latest revision wins.
 *
 * @param programmeId its identity
 * @param revision grows with every change, from 1
 * @param setAt when this revision was made
 * @param title the programme's name
 * @param timeZone the IANA zone in which people read its times
 * @param cancelled whether the whole programme was called off
 * @param organisers who holds it, in order
 * @param websiteUrl where more is to be read, or null
 * @param sessions its sessions by number
 */
public record Programme(
    String programmeId,
    int revision,
    Instant setAt,
    Words title,
    String timeZone,
    boolean cancelled,
    List<String> organisers,
    @Nullable String websiteUrl,
    List<Session> sessions) {

  public Programme {
    ZoneId.of(timeZone);
    organisers = List.copyOf(organisers);
    sessions = sessions.stream().sorted(Comparator.comparingInt(Session::number)).toList();
  }

  /** The zone in which people read its times. */
  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  /** The session of that id. */
  public Optional<Session> session(String sessionId) {
    return sessions.stream().filter(s -> s.sessionId().equals(sessionId)).findFirst();
  }

  /** Whether that session is to be held: planned, in a programme that is not called off. */
  public boolean holds(Session session) {
    return !cancelled && !session.cancelled();
  }
}
