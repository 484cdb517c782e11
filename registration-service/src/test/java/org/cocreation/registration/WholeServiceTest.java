package org.cocreation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.cocreation.registration.Announced.Fact;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.registration.Choice;
import org.cocreation.registration.domain.registration.EmailAddress;
import org.cocreation.registration.domain.registration.Language;
import org.cocreation.registration.domain.registration.Mode;
import org.cocreation.registration.domain.registration.Person;
import org.cocreation.registration.domain.registration.Registration;
import org.cocreation.registration.domain.registration.Registrations;
import org.cocreation.testing.contracts.Contract;
import org.cocreation.testing.contracts.Wiring;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** From a click to what others learn of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeServiceTest extends OverHttp {
  private static final Map<String, String> VENUE = Map.of("webinar-1", "venue");

  @Autowired private Registrations registrations;
  private Announced announced;

  @BeforeAll
  void listen() {
    programme("listening", 1);
    announced = new Announced();
  }

  @AfterAll
  void everythingAnnouncedIsAsItsContractSays() {
    for (Fact fact : announced.all()) {
      if (fact.body() != null) {
        Contract.assertValid(fact.type(), fact.body());
      }
    }
    announced.close();
  }

  @Test
  void theSampleProgrammeIsSetOnceAndSeenByThePublicWithoutItsRooms() throws IOException {
    String sample =
        new ClassPathResource("samples/belize-2020.json")
            .getContentAsString(StandardCharsets.UTF_8);

    Answer created = put("/api/registration/programmes/belize-2020", coordinator(), sample);
    Answer again = put("/api/registration/programmes/belize-2020", coordinator(), sample);
    Answer seen = get("/api/registration/programmes/belize-2020", null);

    assertThat(created.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("changed").asBoolean(true)).isFalse();
    assertThat(again.header("ETag")).isEqualTo("\"1\"");
    assertThat(seen.body()).doesNotContain("rooms.example");
    assertThat(seen.json().at("/sessions/0/venue/seatsLeft").asInt()).isEqualTo(40);
    assertThat(seen.json().at("/sessions/2/venue/seats").asInt()).isEqualTo(120);
    Fact set =
        announced.await(fact -> fact.is("programme-set") && fact.key().equals("belize-2020"));
    assertThat(set.json().at("/sessions/1/room/url").asString())
        .startsWith("https://rooms.example/");
  }

  @Test
  void whatACoordinatorReadsCanBePutBackUnchanged() {
    programme("roundtrip", 3);

    Answer read = get("/api/registration/programmes/roundtrip/document", coordinator());
    Answer back =
        put(
            "/api/registration/programmes/roundtrip",
            coordinator(),
            read.body(),
            "If-Match",
            read.header("ETag"));

    assertThat(back.json().path("changed").asBoolean(true)).isFalse();
  }

  @Test
  void aPersonWhoRegistersGetsALinkByEventOnlyAndSeesTheirPlacesBehindIt() {
    programme("journey", 1);
    Answer answer =
        register(
            "journey", "ana@journey.example", Map.of("webinar-1", "venue", "webinar-2", "online"));

    Fact registered = announced.registered("journey", "ana@journey.example");
    JsonNode me = get("/api/registration/me", link(registered.token())).json();

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).doesNotContain(registered.token()).doesNotContain(registered.key());
    assertThat(me.path("registrationId").asString()).isEqualTo(registered.key());
    assertThat(me.at("/contact/email").asString()).isEqualTo("ana@journey.example");
    assertThat(me.at("/sessions/0/place").asString()).isEqualTo("seat");
    assertThat(me.at("/sessions/0/room").isMissingNode()).isTrue();
    assertThat(me.at("/sessions/1/room/url").asString()).isEqualTo("https://rooms.example/2");
    assertThat(me.at("/sessions/0/venue/seatsLeft").asInt(-1)).isZero();
    assertThat(get("/api/registration/me/calendar.ics", link(registered.token())).body())
        .contains("BEGIN:VEVENT", "DTSTART:20200213T163000Z", "SUMMARY:First\\, with a comma");
  }

  @Test
  void aRepeatAnswersByteForByteTheSameAndChangesNothing() {
    programme("repeat", 5);
    Answer first = register("repeat", "ana@repeat.example", VENUE);
    Answer again = register("repeat", " ANA@Repeat.example", Map.of("webinar-2", "online"));

    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(again.response().headers().map().keySet())
        .isEqualTo(first.response().headers().map().keySet());
    JsonNode list = get("/api/registration/programmes/repeat/registrations", coordinator()).json();
    assertThat(list.path("items").size()).isEqualTo(1);
    assertThat(list.at("/items/0/choices/0/mode").asString()).isEqualTo("venue");
  }

  @Test
  void theSameKeyIsTheSameRequest() {
    programme("keyed", 5);
    String path = "/api/registration/programmes/keyed/registrations";
    Answer first =
        post(
            path,
            null,
            person("Ana", "ana@keyed.example", VENUE),
            "Idempotency-Key",
            "key-of-ana-1");
    Answer again =
        post(
            path,
            null,
            person("Ana", "ana@keyed.example", VENUE),
            "Idempotency-Key",
            "key-of-ana-1");
    Answer other =
        post(
            path,
            null,
            person("Ben", "ben@keyed.example", VENUE),
            "Idempotency-Key",
            "key-of-ana-1");

    assertThat(List.of(first.status(), again.status(), other.status()))
        .containsExactly(202, 202, 422);
  }

  @Test
  void aFreedSeatGoesToTheFirstInLineWhoIsTold() {
    programme("promotion", 1);
    register("promotion", "ana@promotion.example", VENUE);
    register("promotion", "ben@promotion.example", VENUE);
    Fact ana = announced.registered("promotion", "ana@promotion.example");
    Fact ben = announced.registered("promotion", "ben@promotion.example");
    JsonNode waiting = get("/api/registration/me", link(ben.token())).json();

    Answer changed =
        put(
            "/api/registration/me/choices",
            link(ana.token()),
            """
            {"choices": {"webinar-1": "online"}}""",
            "If-Match",
            "\"1\"");

    assertThat(waiting.at("/sessions/0/waitingPosition").asInt()).isEqualTo(1);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    announced.await(fact -> fact.is("place-promoted") && fact.key().equals(ben.key()));
    announced.await(fact -> fact.is("choices-changed") && fact.key().equals(ana.key()));
    assertThat(
            get("/api/registration/me", link(ben.token()))
                .json()
                .at("/sessions/0/place")
                .asString())
        .isEqualTo("seat");
  }

  @Test
  void aCancelledRegistrationIsStillSeenAndCannotBeChanged() {
    programme("cancelled", 1);
    register("cancelled", "ana@cancelled.example", VENUE);
    Fact ana = announced.registered("cancelled", "ana@cancelled.example");

    Answer cancelled = post("/api/registration/me/cancellation", link(ana.token()), "");
    Answer changed =
        put(
            "/api/registration/me/choices",
            link(ana.token()),
            """
            {"choices": {"webinar-1": "online"}}""");

    assertThat(cancelled.json().path("status").asString()).isEqualTo("cancelled");
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.slug()).isEqualTo("registration-cancelled");
    announced.await(fact -> fact.is("registration-cancelled") && fact.key().equals(ana.key()));
  }

  @Test
  void aReplacedLinkStopsWorkingAtOnceAndTheNewOneWorks() {
    programme("links", 1);
    register("links", "ana@links.example", VENUE);
    Fact ana = announced.registered("links", "ana@links.example");

    Answer asked = post("/api/registration/me/link", link(ana.token()), "");
    Answer withTheOld = get("/api/registration/me", link(ana.token()));
    Fact replaced =
        announced.await(fact -> fact.is("link-replaced") && fact.key().equals(ana.key()));

    assertThat(asked.status()).isEqualTo(202);
    assertThat(withTheOld.status()).isEqualTo(404);
    assertThat(get("/api/registration/me", link(replaced.token())).status()).isEqualTo(200);
  }

  @Test
  void aLinkIsSentAgainAndTheAnswerDoesNotTellWhoIsRegistered() {
    programme("again", 1);
    register("again", "ana@again.example", VENUE);
    Fact ana = announced.registered("again", "ana@again.example");
    String path = "/api/registration/programmes/again/links";

    Answer known = post(path, null, "{\"email\": \"ana@again.example\"}");
    Answer unknown = post(path, null, "{\"email\": \"nobody@again.example\"}");

    assertThat(known.status()).isEqualTo(202);
    assertThat(known.response().body()).isEqualTo(unknown.response().body());
    announced.await(fact -> fact.is("link-replaced") && fact.key().equals(ana.key()));
  }

  @Test
  void whoKnocksTooOftenIsToldWhenToComeBack() {
    programme("knocking", 1);
    String path = "/api/registration/programmes/knocking/links";
    List<Integer> statuses = new ArrayList<>();
    Answer last = post(path, null, "{\"email\": \"ana@knocking.example\"}");
    statuses.add(last.status());
    for (String written :
        List.of("ANA@knocking.example", " ana@knocking.example", "ana@knocking.example")) {
      last = post(path, null, "{\"email\": \"" + written + "\"}");
      statuses.add(last.status());
    }

    assertThat(statuses).containsExactly(202, 202, 202, 429);
    assertThat(last.slug()).isEqualTo("too-many-requests");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
  }

  @Test
  void erasureLeavesATombstoneAndNothingElseOfThePerson() {
    programme("erasure", 1);
    register("erasure", "ana@erasure.example", VENUE);
    register("erasure", "ben@erasure.example", VENUE);
    Fact ana = announced.registered("erasure", "ana@erasure.example");
    Fact ben = announced.registered("erasure", "ben@erasure.example");
    String path = "/api/registration/registrations/" + ana.key();

    assertThat(delete(path, administrator()).status()).isEqualTo(204);
    assertThat(delete(path, administrator()).status()).isEqualTo(204);

    announced.await(
        fact ->
            fact.topic().equals("registration.contacts")
                && fact.body() == null
                && fact.key().equals(ana.key()));
    announced.await(fact -> fact.is("registration-erased") && fact.key().equals(ana.key()));
    announced.await(fact -> fact.is("place-promoted") && fact.key().equals(ben.key()));
    assertThat(get("/api/registration/me", link(ana.token())).status()).isEqualTo(404);
    assertThat(get("/api/registration/programmes/erasure/registrations", coordinator()).body())
        .doesNotContain("ana@erasure.example");
    assertThat(register("erasure", "ana@erasure.example", VENUE).status()).isEqualTo(202);
    announced.await(
        fact ->
            fact.is("contact")
                && fact.body() != null
                && fact.json().path("email").asString().equals("ana@erasure.example")
                && !fact.key().equals(ana.key()));
  }

  @Test
  void whatACrashLeftBehindIsFinishedByTheSweep() {
    programme("crashed", 1);
    RegistrationId id = new RegistrationId("01CRASHED0000000000000000A");
    Person person =
        Person.of(
            "Ana Cal",
            EmailAddress.parse("ana@crashed.example").orElseThrow(),
            null,
            "other",
            "Toledo",
            Language.EN);
    Registration left =
        Registration.wanted(
            id,
            new ProgrammeId("crashed"),
            "claim-of-the-crashed",
            person,
            List.of(Choice.of(new SessionId("webinar-1"), Mode.VENUE)),
            Instant.parse("2020-01-20T12:00:00Z"));

    registrations.change(id, none -> Decided.of(left, List.of(), true));

    Fact registered =
        announced.await(fact -> fact.is("registered") && fact.key().equals(id.value()));
    assertThat(registered.json().at("/choices/0/place").asString()).isEqualTo("seat");
    Awaitility.await().until(() -> registrations.find(id).filter(Registration::pending).isEmpty());
  }

  @Test
  void twoHundredRacersForTheLastSeatOverHttp() throws Exception {
    programme("race", 1);
    ExecutorService runners = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Integer>> race = new ArrayList<>();
      for (int racer = 0; racer < 200; racer++) {
        String email = "racer-" + racer + "@race.example";
        race.add(() -> register("race", email, VENUE).status());
      }
      for (Future<Integer> result : runners.invokeAll(race)) {
        assertThat(result.get()).isEqualTo(202);
      }
    } finally {
      runners.shutdownNow();
    }

    String path = "/api/registration/programmes/race/sessions/webinar-1/places?limit=150";
    JsonNode first = get(path, coordinator()).json();
    JsonNode second = get(path + "&after=" + first.path("next").asString(), coordinator()).json();
    List<JsonNode> items = new ArrayList<>();
    first.path("items").forEach(items::add);
    second.path("items").forEach(items::add);
    Set<String> people = new HashSet<>();
    items.forEach(item -> people.add(item.path("registrationId").asString()));
    assertThat(first.path("taken").asInt()).isEqualTo(1);
    assertThat(first.path("waiting").asInt()).isEqualTo(199);
    assertThat(people).hasSize(200);
    assertThat(items.get(199).path("waitingPosition").asInt()).isEqualTo(199);
    assertThat(second.path("next").isMissingNode() || second.path("next").isNull()).isTrue();
  }

  @Test
  void receivesNothingAsDeclared() {
    Wiring.of("registration").assertReceives(Wiring.destinations(settings()), List.of(), List.of());
  }
}
