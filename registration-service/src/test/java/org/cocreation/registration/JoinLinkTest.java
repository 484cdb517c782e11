package org.cocreation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.cocreation.registration.Announced.Fact;
import org.cocreation.testing.contracts.Contract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The personal join link, from the click to what others learn of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JoinLinkTest extends OverHttp {
  private Announced announced;

  @BeforeAll
  void listen() {
    programme("join-listening", 1);
    announced = new Announced();
  }

  @AfterAll
  void close() {
    announced.close();
  }

  @Test
  void aClickWhileTheRoomIsOpenLeadsThereAndIsAnnouncedOnce() {
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(5, ChronoUnit.MINUTES);
    held("join-open", start);
    Fact registered = registered("join-open");
    String opening = "/api/registration/me/sessions/webinar-1/opening";

    JsonNode looked = get(opening, link(registered.token())).json();
    JsonNode first = post(opening, link(registered.token()), "").json();
    JsonNode again = post(opening, link(registered.token()), "").json();

    assertThat(looked.path("state").asString()).isEqualTo("open");
    assertThat(first.path("state").asString()).isEqualTo("open");
    assertThat(first.path("roomUrl").asString()).isEqualTo("https://rooms.example/1");
    assertThat(first.path("opensAt").asString())
        .isEqualTo(start.minus(20, ChronoUnit.MINUTES).toString());
    assertThat(again).isEqualTo(first);
    Fact click =
        announced.await(fact -> fact.is("join-link-opened") && fact.key().equals(registered.key()));
    Contract.assertValid(click.type(), String.valueOf(click.body()));
    assertThat(click.json().path("sessionId").asString()).isEqualTo("webinar-1");
    assertThat(
            announced.all().stream()
                .filter(f -> f.is("join-link-opened") && f.key().equals(registered.key())))
        .hasSize(1);
    assertThat(
            get("/api/registration/me/calendar.ics", link(registered.token()))
                .body()
                .replace("\r\n ", ""))
        .doesNotContain("rooms.example")
        .contains("/join/webinar-1?lang=es");
  }

  @Test
  void whoComesTooEarlyIsToldWhenItOpensAndNothingIsTold() {
    held("join-early", Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(2, ChronoUnit.DAYS));
    Fact registered = registered("join-early");

    JsonNode early =
        post("/api/registration/me/sessions/webinar-1/opening", link(registered.token()), "")
            .json();

    assertThat(early.path("state").asString()).isEqualTo("too-early");
    assertThat(early.path("roomUrl").isMissingNode()).isTrue();
    assertThat(early.path("timeZone").asString()).isEqualTo("America/Belize");
  }

  @Test
  void aStrangersLinkAndASessionThatIsNotThereAreUnknown() {
    held("join-unknown", Instant.now().truncatedTo(ChronoUnit.SECONDS));
    Fact registered = registered("join-unknown");

    assertThat(
            post("/api/registration/me/sessions/webinar-1/opening", link("x".repeat(43)), "")
                .status())
        .isEqualTo(404);
    assertThat(
            post("/api/registration/me/sessions/webinar-9/opening", link(registered.token()), "")
                .status())
        .isEqualTo(404);
    assertThat(post("/api/registration/me/sessions/webinar-1/opening", null, "").status())
        .isEqualTo(401);
  }

  private void held(String programme, Instant start) {
    String document = document(1).replace("2020-02-13T16:30:00Z", start.toString());
    assertThat(put("/api/registration/programmes/" + programme, coordinator(), document).status())
        .isEqualTo(201);
  }

  private Fact registered(String programme) {
    String email = "ana@" + programme + ".example";
    register(programme, email, Map.of("webinar-1", "online"));
    return announced.registered(programme, email);
  }
}
