package org.cocreation.registration.domain.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.registration.RegistrationEvent.JoinLinkOpened;

/**
 * When a person last went to a room by the personal join link. It does not grow with the clicks:
 * one entry for each session, clicks soon after one another are one, and after the first {@value
 * #MOST} of a session no more are announced.
 *
 * @param last the last announced click of each session
 */
public record Clicks(RegistrationId registrationId, ProgrammeId programmeId, List<Click> last) {
  static final int MOST = 50;
  static final Duration TOGETHER = Duration.ofMinutes(2);

  public Clicks {
    last = List.copyOf(last);
  }

  /**
   * The last announced click of one session.
   *
   * @param number how many were announced, from 1
   */
  public record Click(SessionId sessionId, int number, Instant openedAt) {}

  /** Nobody has clicked yet. */
  public static Clicks none(RegistrationId registrationId, ProgrammeId programmeId) {
    return new Clicks(registrationId, programmeId, List.of());
  }

  /**
   * Takes a click, and announces it unless it is one with the one before.
   *
   * @return whether it was announced
   */
  public Decided<Clicks, RegistrationEvent, Boolean> click(SessionId session, Instant now) {
    Optional<Click> before =
        last.stream().filter(click -> click.sessionId().equals(session)).findFirst();
    if (before.isPresent()
        && (before.get().number() >= MOST
            || now.isBefore(before.get().openedAt().plus(TOGETHER)))) {
      return Decided.unchanged(false);
    }
    Click click = new Click(session, before.map(Click::number).orElse(0) + 1, now);
    List<Click> next = new ArrayList<>(last);
    next.removeIf(other -> other.sessionId().equals(session));
    next.add(click);
    String clickId = registrationId.value() + "/" + session.value() + "/" + click.number();
    return Decided.of(
        new Clicks(registrationId, programmeId, next),
        List.of(new JoinLinkOpened(registrationId, programmeId, clickId, session, now)),
        true);
  }
}
