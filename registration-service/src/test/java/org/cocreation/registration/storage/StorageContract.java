package org.cocreation.registration.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.Capacity;
import org.cocreation.registration.domain.places.Place;
import org.cocreation.registration.domain.places.Places;
import org.cocreation.registration.domain.places.PlacesId;
import org.cocreation.registration.domain.programme.Drafts;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.registration.Mode;
import org.cocreation.registration.domain.registration.Registration;
import org.cocreation.registration.domain.registration.RegistrationDraft;
import org.cocreation.registration.domain.registration.RegistrationEvent;
import org.cocreation.registration.domain.registration.Registrations.Wanted;
import org.cocreation.testing.backing.BackingServices;
import org.cocreation.testing.backing.WithBackingServices.StoreKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the domain relies on of its stores, whichever they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StorageContract {
  private static final ProgrammeId BELIZE = new ProgrammeId("belize-2020");
  private static final SessionId FIRST = new SessionId("webinar-1");

  private final StoreKind kind;
  private @Nullable Instance instance;

  StorageContract(StoreKind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void threePeopleInTwoProgrammes() {
    instance = new Instance(BackingServices.storeUri(kind, BackingServices.freshDatabase()));
    for (ProgrammeId programme : List.of(BELIZE, new ProgrammeId("belize-2021"))) {
      it().setProgramme
          .set(
              programme,
              Drafts.programme(Drafts.session("webinar-1", 1), Drafts.session("webinar-2", 9)),
              null);
      register(programme, "José Ñandú (a+b)", "jose@civic.example", Map.of("webinar-1", "venue"));
      register(
          programme,
          "Ben Coc",
          "ben@civic.example",
          Map.of("webinar-1", "venue", "webinar-2", "online"));
      register(
          programme,
          "Cal Pop",
          "cal@media.example",
          Map.of("webinar-1", "online", "webinar-2", "venue"));
    }
  }

  @AfterAll
  void stop() {
    it().close();
  }

  private Instance it() {
    if (instance == null) {
      throw new IllegalStateException("not started");
    }
    return instance;
  }

  private void register(
      ProgrammeId programme, String name, String email, Map<String, @Nullable String> choices) {
    it().register
        .register(
            programme, new RegistrationDraft(name, email, null, "other", "Toledo", "en", choices));
  }

  @Test
  void keepsAProgrammeExactlyAsItWasSet() {
    Programme stored = it().programmes.find(BELIZE).orElseThrow();

    assertThat(
            it().setProgramme
                .set(
                    BELIZE,
                    Drafts.programme(
                        Drafts.session("webinar-1", 1), Drafts.session("webinar-2", 9)),
                    null)
                .changed())
        .isFalse();
    assertThat(stored.document().sessions()).hasSize(2);
  }

  @Test
  void listsProgrammesByIdAfterTheOneNamed() {
    assertThat(it().programmes.list(null, 10))
        .extracting(programme -> programme.programmeId().value())
        .startsWith("belize-2020", "belize-2021");
    assertThat(it().programmes.list(BELIZE, 1))
        .extracting(programme -> programme.programmeId().value())
        .containsExactly("belize-2021");
  }

  @Test
  void keepsPlacesExactlyAsTheyWere() {
    PlacesId id = new PlacesId(new ProgrammeId("kept"), FIRST);
    Instant now = Instant.parse("2020-01-20T12:00:00.123Z");
    Places places = Places.untouched(id).with(new Capacity(1, true, 1), now);
    for (String person : List.of("ana", "ben", "cal")) {
      places = places.ask(new RegistrationId(person), 1, 10).places();
    }
    Places kept = places.release(new RegistrationId("ana"), 2, now);

    it().allPlaces.change(id, none -> Decided.of(kept, List.of(), true));

    assertThat(it().allPlaces.find(id)).contains(kept);
    assertThat(it().allPlaces.untoldBefore(now.plusMillis(1), 10)).contains(id);
    assertThat(it().allPlaces.untoldBefore(now, 10)).doesNotContain(id);
    assertThat(
            it().allPlaces.find(id.programmeId(), List.of(FIRST, new SessionId("none"))).keySet())
        .isEqualTo(Set.of(FIRST));
  }

  @Test
  void listsRegistrationsInOrderOfArrivalPageByPage() {
    List<Registration> first =
        it().registrations.list(wanted(null, null, null, null, null), null, 2);
    List<Registration> second =
        it().registrations
            .list(wanted(null, null, null, null, null), first.get(1).registrationId(), 2);

    assertThat(names(first)).containsExactly("José Ñandú (a+b)", "Ben Coc");
    assertThat(names(second)).containsExactly("Cal Pop");
  }

  @Test
  void filtersBySessionModeAndPlace() {
    assertThat(names(FIRST, Mode.VENUE, null)).containsExactly("José Ñandú (a+b)", "Ben Coc");
    assertThat(names(FIRST, null, Place.WAITING)).containsExactly("Ben Coc");
    assertThat(names(FIRST, null, Place.SEAT)).containsExactly("José Ñandú (a+b)", "Cal Pop");
    assertThat(names(new SessionId("webinar-2"), null, null)).containsExactly("Ben Coc", "Cal Pop");
    assertThat(names(new SessionId("webinar-2"), Mode.NONE, null))
        .containsExactly("José Ñandú (a+b)");
    assertThat(names(null, null, Place.WAITING)).containsExactly("Ben Coc");
    assertThat(names(FIRST, Mode.ONLINE, Place.SEAT)).containsExactly("Cal Pop");
    assertThat(names(FIRST, Mode.ONLINE, Place.WAITING)).isEmpty();
  }

  @Test
  void searchesWithoutRegardToCaseAndAccentsAndTakesEverythingLiterally() {
    assertThat(
            names(
                it().registrations
                    .list(wanted(null, null, null, null, "JOSE nandu (A+B)"), null, 9)))
        .containsExactly("José Ñandú (a+b)");
    assertThat(names(it().registrations.list(wanted(null, null, null, null, "@media"), null, 9)))
        .containsExactly("Cal Pop");
    assertThat(names(it().registrations.list(wanted(null, null, null, null, ".*"), null, 9)))
        .isEmpty();
  }

  @Test
  void findsAPersonByLinkAndKnowsWhichSessionsAreChosen() {
    Registration jose =
        it().registrations.list(wanted(null, null, null, null, "jose"), null, 1).get(0);

    assertThat(it().registrations.findByLink(String.valueOf(jose.linkHash()))).contains(jose);
    assertThat(it().registrations.findByLink("nobody")).isEmpty();
    assertThat(
            it().registrations
                .findAll(List.of(jose.registrationId(), new RegistrationId("nobody"))))
        .containsExactly(Map.entry(jose.registrationId(), jose));
    assertThat(it().registrations.anyChoosing(BELIZE, FIRST)).isTrue();
    assertThat(it().registrations.anyChoosing(BELIZE, new SessionId("webinar-9"))).isFalse();
  }

  @Test
  void findsWhatIsPendingByItsAge() {
    ProgrammeId other = new ProgrammeId("pending");
    RegistrationId id = new RegistrationId("pending-one");
    Registration jose =
        it().registrations.list(wanted(null, null, null, null, "jose"), null, 1).get(0);
    Instant now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS);
    Registration pending =
        Registration.wanted(
            id, other, "claim", Objects.requireNonNull(jose.person()), jose.choices(), now);

    it().registrations.change(id, none -> Decided.of(pending, List.of(), true));

    assertThat(it().registrations.find(id)).contains(pending);
    assertThat(it().registrations.pendingBefore(now.plusSeconds(1), 10)).containsExactly(id);
    assertThat(it().registrations.pendingBefore(now, 10)).isEmpty();
  }

  @Test
  void givesAnAddressToTheFirstWhoClaimsIt() {
    Registration jose =
        it().registrations.list(wanted(null, null, null, null, "jose"), null, 1).get(0);
    String claim = String.valueOf(jose.claim());
    Registration second = claiming("second", claim, jose);

    assertThat(it().registrations.findByClaim(claim)).contains(jose);
    assertThat(it().registrations.add(second.registrationId(), first(second))).isFalse();
    assertThat(it().registrations.find(second.registrationId())).isEmpty();
    assertThat(it().registrations.findByClaim("nobody's")).isEmpty();
  }

  @Test
  void anAddressThatWasGivenBackIsFree() {
    Registration jose =
        it().registrations.list(wanted(null, null, null, null, "jose"), null, 1).get(0);
    Registration first = claiming("given-back-1", "given-back", jose);
    Registration second = claiming("given-back-2", "given-back", jose);

    assertThat(it().registrations.add(first.registrationId(), first(first))).isTrue();
    it().registrations
        .change(first.registrationId(), found -> found.orElseThrow().cancel(Instant.EPOCH));
    assertThat(it().registrations.add(second.registrationId(), first(second))).isFalse();
    it().registrations
        .change(
            first.registrationId(),
            found -> found.orElseThrow().settled(2, Map.of(), null, Instant.EPOCH));
    assertThat(it().registrations.add(second.registrationId(), first(second))).isTrue();
    assertThat(it().registrations.findByClaim("given-back")).contains(second);
  }

  private static Registration claiming(String id, String claim, Registration like) {
    return Registration.wanted(
        new RegistrationId(id),
        new ProgrammeId("claims"),
        claim,
        Objects.requireNonNull(like.person()),
        List.of(),
        Instant.EPOCH);
  }

  private static Decided<Registration, RegistrationEvent, Registration> first(
      Registration registration) {
    return Decided.of(registration, List.of(), registration);
  }

  private List<String> names(
      @Nullable SessionId session, @Nullable Mode mode, @Nullable Place place) {
    return names(it().registrations.list(wanted(session, mode, place, null, null), null, 10));
  }

  private static Wanted wanted(
      @Nullable SessionId session,
      @Nullable Mode mode,
      @Nullable Place place,
      Registration.@Nullable Status status,
      @Nullable String text) {
    return new Wanted(BELIZE, session, mode, place, status, text);
  }

  private static List<String> names(List<Registration> registrations) {
    return registrations.stream()
        .map(registration -> Objects.requireNonNull(registration.person()).name())
        .toList();
  }
}
