package org.cocreation.registration.domain.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.Place;
import org.jspecify.annotations.Nullable;

/** All registrations. */
public interface Registrations {
  /**
   * Which registrations of a programme a coordinator wants to see; erased ones never.
   *
   * @param session with {@code mode} and {@code place}: what was chosen for this session; without
   *     it, for any
   * @param text part of the name, e-mail address or organisation
   */
  record Wanted(
      ProgrammeId programme,
      @Nullable SessionId session,
      @Nullable Mode mode,
      @Nullable Place place,
      Registration.@Nullable Status status,
      @Nullable String text) {}

  Optional<Registration> find(RegistrationId id);

  Map<RegistrationId, Registration> findAll(Collection<RegistrationId> ids);

  /** Who has the e-mail address that this {@linkplain Registration#claim claim} stands for. */
  Optional<Registration> findByClaim(String claim);

  /** Whose link has this hash. */
  Optional<Registration> findByLink(String linkHash);

  /** In order of arrival, after the one named. */
  List<Registration> list(Wanted wanted, @Nullable RegistrationId after, int limit);

  /** Whether any active registration takes part in the session, online or at the venue. */
  boolean anyChoosing(ProgrammeId programme, SessionId session);

  /**
   * Keeps a first state and its events in one write.
   *
   * @param fresh an id that nobody has
   * @return false when another registration has the claim; then nothing is kept
   */
  boolean add(RegistrationId fresh, Decided<Registration, RegistrationEvent, Registration> first);

  /**
   * Loads, decides and keeps state and events in one write; decides again when somebody else was
   * quicker.
   */
  <R> R change(
      RegistrationId id,
      Function<Optional<Registration>, Decided<Registration, RegistrationEvent, R>> decide);

  /** Those with something left to settle since before the instant. */
  List<RegistrationId> pendingBefore(Instant instant, int limit);
}
