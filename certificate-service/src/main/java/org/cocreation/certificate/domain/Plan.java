package org.cocreation.certificate.domain;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a programme's coordinators last laid down.
 *
 * @param revision grows with every change of the programme, from 1
 * @param title the programme's name
 * @param timeZone the IANA zone in which people read its dates
 * @param cancelled whether the whole programme was called off
 * @param attendedShare the share of a session's time, 0 to 1, that counts as attended (rule 3 of
 *     the domain)
 * @param sessions every session ever planned, by number; one that left the programme stays as
 *     cancelled, so that what a certificate rests on keeps its name
 * @param signatories who signs the certificates, in order
 * @param organisers who holds the programme, in order
 */
public record Plan(
    int revision,
    Words title,
    String timeZone,
    boolean cancelled,
    double attendedShare,
    List<Session> sessions,
    List<Signatory> signatories,
    List<String> organisers) {

  public Plan {
    ZoneId.of(timeZone);
    sessions = sessions.stream().sorted(Comparator.comparingInt(Session::number)).toList();
    signatories = List.copyOf(signatories);
    organisers = List.copyOf(organisers);
  }

  /** The zone in which people read the programme's dates. */
  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  /** The sessions that completion is judged against, by number. */
  public List<Session> planned() {
    return sessions.stream().filter(session -> !session.cancelled()).toList();
  }

  /** The next plan, with the sessions that it no longer names kept as cancelled. */
  Plan followedBy(Plan next) {
    List<Session> all = new ArrayList<>(next.sessions);
    for (Session session : sessions) {
      if (next.sessions.stream().noneMatch(s -> s.sessionId().equals(session.sessionId()))) {
        all.add(session.withdrawn());
      }
    }
    return new Plan(
        next.revision,
        next.title,
        next.timeZone,
        next.cancelled,
        next.attendedShare,
        all,
        next.signatories,
        next.organisers);
  }
}
