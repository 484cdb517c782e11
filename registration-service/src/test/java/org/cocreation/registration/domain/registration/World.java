package org.cocreation.registration.domain.registration;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.AllPlaces;
import org.cocreation.registration.domain.places.Places;
import org.cocreation.registration.domain.places.PlacesId;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.ProgrammeDraft;
import org.cocreation.registration.domain.programme.ProgrammeSet;
import org.cocreation.registration.domain.programme.Programmes;
import org.jspecify.annotations.Nullable;

/**
 * The whole domain on stores in memory. A crash can be set before any write: it throws there, and
 * everything that was written before stays, as when the process is killed.
 */
final class World {
  /** The process was killed here. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final ProgrammeId BELIZE = new ProgrammeId("belize-2020");

  final List<RegistrationEvent> events = new ArrayList<>();
  final List<ProgrammeSet> programmeEvents = new ArrayList<>();
  final Map<RegistrationId, Registration> registrationStates = new TreeMap<>();
  final Map<PlacesId, Places> placesStates = new LinkedHashMap<>();
  final Map<ProgrammeId, Programme> programmeStates = new HashMap<>();
  final Map<RegistrationId, Clicks> clickStates = new HashMap<>();

  private Instant now = Instant.parse("2020-01-20T12:00:00Z");
  private int linksIssued;
  private int writesUntilCrash = Integer.MAX_VALUE;

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private final SecureRandom random = new SecureRandom();
  private final Links links = id -> new IssuedLink(Links.hash("link " + ++linksIssued), "c2VhbGVk");
  final Registrations registrations = new RegistrationsInMemory();
  final AllPlaces allPlaces = new PlacesInMemory();
  final Programmes programmes = new ProgrammesInMemory();
  final AllClicks clicks = new ClicksInMemory();
  final TellPromotions promotions = new TellPromotions(registrations, allPlaces);
  final Settle settle =
      new Settle(programmes, allPlaces, registrations, links, promotions, clock, 1000);
  final SetProgramme setProgramme =
      new SetProgramme(programmes, allPlaces, registrations, promotions, clock);
  final Register register =
      new Register(
          programmes, registrations, new RegistrationIds(clock, random), links, settle, clock);
  final Participate participate = new Participate(programmes, registrations, links, settle, clock);
  final Erase erase = new Erase(registrations, clicks, settle, clock);
  final OpenRoom openRoom = new OpenRoom(programmes, registrations, clicks, clock);
  final Sweep sweep =
      new Sweep(
          programmes,
          allPlaces,
          registrations,
          setProgramme,
          settle,
          promotions,
          clock,
          Duration.ofSeconds(10));

  void crashBeforeWrite(int number) {
    writesUntilCrash = number;
  }

  /** A new process, later; what the old one left behind is swept up. */
  void recover() {
    writesUntilCrash = Integer.MAX_VALUE;
    pass(Duration.ofMinutes(1));
    sweep.sweep(
        (what, why) -> {
          throw new AssertionError(what, why);
        });
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void programme(ProgrammeDraft draft) {
    setProgramme.set(BELIZE, draft, null);
  }

  static RegistrationDraft draft(String email, Map<String, @Nullable String> choices) {
    return new RegistrationDraft(
        "Ana Cal", email, "Growers", "civil-society", "Toledo", "es", choices);
  }

  /** Registers and gives the registration that now has the address. */
  Registration registered(String email, Map<String, @Nullable String> choices) {
    pass(Duration.ofMillis(1));
    register.register(BELIZE, draft(email, choices));
    return byEmail(email);
  }

  Registration byEmail(String email) {
    EmailAddress address = EmailAddress.parse(email).orElseThrow();
    return registrations.findByClaim(Registration.claim(BELIZE, address)).orElseThrow();
  }

  Registration state(Registration registration) {
    return registrations.find(registration.registrationId()).orElseThrow();
  }

  /** How many e-mail addresses are taken. */
  long claimed() {
    return registrationStates.values().stream().filter(r -> r.claim() != null).count();
  }

  Places places(String session) {
    return allPlaces.find(new PlacesId(BELIZE, new SessionId(session))).orElseThrow();
  }

  <E extends RegistrationEvent> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void write() {
    if (--writesUntilCrash <= 0) {
      throw new Crash();
    }
  }

  private <I, S, E, R> R change(
      Map<I, S> states,
      Collection<E> announced,
      I id,
      Function<Optional<S>, Decided<S, E, R>> decide) {
    Decided<S, E, R> decided = decide.apply(Optional.ofNullable(states.get(id)));
    S state = decided.state();
    if (state != null) {
      write();
      states.put(id, state);
      announced.addAll(decided.events());
    }
    return decided.result();
  }

  private final class ClicksInMemory implements AllClicks {
    @Override
    public Optional<Clicks> find(RegistrationId id) {
      return Optional.ofNullable(clickStates.get(id));
    }

    @Override
    public <R> R change(
        RegistrationId id,
        Function<Optional<Clicks>, Decided<Clicks, RegistrationEvent, R>> decide) {
      return World.this.change(clickStates, events, id, decide);
    }
  }

  private final class RegistrationsInMemory implements Registrations {
    @Override
    public Optional<Registration> find(RegistrationId id) {
      return Optional.ofNullable(registrationStates.get(id));
    }

    @Override
    public Map<RegistrationId, Registration> findAll(Collection<RegistrationId> ids) {
      Map<RegistrationId, Registration> found = new HashMap<>(registrationStates);
      found.keySet().retainAll(ids);
      return found;
    }

    @Override
    public Optional<Registration> findByClaim(String claim) {
      return registrationStates.values().stream().filter(r -> claim.equals(r.claim())).findFirst();
    }

    @Override
    public boolean add(
        RegistrationId fresh, Decided<Registration, RegistrationEvent, Registration> first) {
      String claim = first.result().claim();
      if (claim != null && findByClaim(claim).isPresent()) {
        return false;
      }
      change(fresh, none -> first);
      return true;
    }

    @Override
    public Optional<Registration> findByLink(String linkHash) {
      return registrationStates.values().stream()
          .filter(r -> linkHash.equals(r.linkHash()))
          .findFirst();
    }

    @Override
    public List<Registration> list(Wanted wanted, @Nullable RegistrationId after, int limit) {
      return registrationStates.values().stream().limit(limit).toList();
    }

    @Override
    public boolean anyChoosing(ProgrammeId programme, SessionId session) {
      return registrationStates.values().stream()
          .filter(Registration::active)
          .flatMap(registration -> registration.choice(session).stream())
          .anyMatch(choice -> choice.mode() != Mode.NONE);
    }

    @Override
    public <R> R change(
        RegistrationId id,
        Function<Optional<Registration>, Decided<Registration, RegistrationEvent, R>> decide) {
      return World.this.change(registrationStates, events, id, decide);
    }

    @Override
    public List<RegistrationId> pendingBefore(Instant instant, int limit) {
      return registrationStates.values().stream()
          .filter(registration -> before(registration.pendingSince(), instant))
          .map(Registration::registrationId)
          .toList();
    }
  }

  private final class PlacesInMemory implements AllPlaces {
    @Override
    public Optional<Places> find(PlacesId id) {
      return Optional.ofNullable(placesStates.get(id));
    }

    @Override
    public Map<SessionId, Places> find(ProgrammeId programme, Collection<SessionId> sessions) {
      Map<SessionId, Places> found = new HashMap<>();
      sessions.forEach(
          id -> find(new PlacesId(programme, id)).ifPresent(places -> found.put(id, places)));
      return found;
    }

    @Override
    public <R> R change(PlacesId id, Function<Optional<Places>, Decided<Places, Void, R>> decide) {
      return World.this.change(placesStates, new ArrayList<>(), id, decide);
    }

    @Override
    public List<PlacesId> untoldBefore(Instant instant, int limit) {
      return placesStates.entrySet().stream()
          .filter(entry -> before(entry.getValue().untoldSince(), instant))
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  private final class ProgrammesInMemory implements Programmes {
    @Override
    public Optional<Programme> find(ProgrammeId id) {
      return Optional.ofNullable(programmeStates.get(id));
    }

    @Override
    public Optional<Programme> findRecent(ProgrammeId id) {
      return find(id);
    }

    @Override
    public List<Programme> list(@Nullable ProgrammeId after, int limit) {
      return List.copyOf(programmeStates.values());
    }

    @Override
    public <R> R change(
        ProgrammeId id, Function<Optional<Programme>, Decided<Programme, ProgrammeSet, R>> decide) {
      return World.this.change(programmeStates, programmeEvents, id, decide);
    }

    @Override
    public List<ProgrammeId> unsettledBefore(Instant instant, int limit) {
      return programmeStates.values().stream()
          .filter(programme -> before(programme.unsettledSince(), instant))
          .map(Programme::programmeId)
          .toList();
    }
  }

  private static boolean before(@Nullable Instant instant, Instant other) {
    return instant != null && instant.isBefore(other);
  }
}
