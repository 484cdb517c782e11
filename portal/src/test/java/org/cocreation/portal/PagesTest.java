package org.cocreation.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages over HTTP, with what the services are documented to answer. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PagesTest {

  private static final AnsweringServices services = new AnsweringServices();
  private static final String TOKEN = "0123456789012345678901234567890123456789abc";

  @LocalServerPort private int port;

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry registry) {
    for (String service :
        new String[] {"registration", "attendance", "certificate", "submission", "notification"}) {
      registry.add("cocreation.services." + service, services::address);
    }
    // Nothing listens there: the pages must not need the broker or the identity provider.
    registry.add("spring.kafka.bootstrap-servers", () -> "127.0.0.1:1");
    registry.add("cocreation.sign-in.issuer", () -> "http://127.0.0.1:1");
  }

  @BeforeEach
  void asDocumented() {
    services.reset();
    services.answerFrom("GET /api/registration/programmes", "programmes.json");
    services.answerFrom("GET /api/registration/programmes/belize-2020", "programme.json");
    services.answerFrom("GET /api/registration/me", "me.json");
    services.answerFrom("GET /api/certificate/me", "completion.json");
    services.answerFrom("GET /api/certificate/verification/7K3M-Q9TF-X2HD", "verification.json");
    services.answerFrom("GET /api/certificate/verification/AAAA-BBBB-CCCC", "unknown-serial.json");
    services.answerFrom("GET /api/submission/me/notes", "notes.json");
    services.answerFrom("GET /api/submission/me/notes/n-2", "draft.json");
    services.answerFrom("GET /api/submission/programmes/belize-2020/template", "template.json");
    services.answerFrom(
        "GET /api/submission/programmes/belize-2020/consultation", "consultation.json");
    services.answerFrom("GET /api/submission/trails/n-1", "trail.json");
  }

  @Test
  void listsTheProgrammesInTheReadersLanguage() throws Exception {
    assertThat(get("/").body())
        .contains("Transformation to an Open Public Administration")
        .contains("Programmes");
    assertThat(get("/?lang=es").body())
        .contains("Transformación hacia")
        .contains("<html lang=\"es\"");
    assertThat(get("/").body()).as("the choice is remembered").contains("Programas");
  }

  @Test
  void showsSessionsInTheProgrammesTimeZoneWithTheSeatsLeft() throws Exception {
    String page = get("/programmes/belize-2020").body();
    assertThat(page)
        .contains("10:30")
        .contains("12:00")
        .contains("7 of 40 seats left")
        .contains("No seats left; 3 waiting");
  }

  @Test
  void offersNoChoiceForACancelledSession() throws Exception {
    String page = get("/programmes/belize-2020").body();
    assertThat(page).contains("choice.webinar-1").doesNotContain("choice.webinar-3");
  }

  @Test
  void sendsARegistrationAndSaysWhereTheLinkIs() throws Exception {
    services.answer("POST /api/registration/programmes/belize-2020/registrations", 202, "{}");
    HttpResponse<String> answer =
        post(
            "/programmes/belize-2020",
            "/programmes/belize-2020/registrations",
            Map.of(
                "name",
                "Ana Peña",
                "email",
                "ana@civic.example",
                "choice.webinar-1",
                "online",
                "language",
                "es"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Please look at your e-mail");
    assertThat(services.asked())
        .anySatisfy(
            asked -> {
              assertThat(asked.request()).startsWith("POST");
              assertThat(asked.body()).contains("\"webinar-1\":\"online\"").contains("Ana Peña");
            });
  }

  @Test
  void keepsWhatWasTypedAndShowsTheSentenceBesideTheField() throws Exception {
    services.answer(
        "POST /api/registration/programmes/belize-2020/registrations",
        400,
        "{\"detail\":\"One field needs a look.\",\"errors\":[{\"field\":\"email\",\"detail\":\"There is no @ in it.\"}]}");
    HttpResponse<String> answer =
        post(
            "/programmes/belize-2020",
            "/programmes/belize-2020/registrations",
            Map.of("name", "Ana Peña", "email", "ana.civic.example"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("One field needs a look.")
        .contains("There is no @ in it.")
        .contains("value=\"ana.civic.example\"")
        .contains("value=\"Ana Peña\"");
  }

  @Test
  void refusesAFormThatDoesNotComeFromItsPage() throws Exception {
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(at("/me/" + TOKEN + "/cancellation"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(services.asked()).noneMatch(asked -> asked.request().startsWith("POST"));
  }

  @Test
  void showsPlacesCertificateAndNotesBehindThePersonalLink() throws Exception {
    HttpResponse<String> page = get("/me/" + TOKEN);
    assertThat(page.body())
        .contains("Hello, Ana Peña")
        .contains("On the waiting list, number 3")
        .contains("https://room.example/w2")
        .contains("Online for 85 of 90 minutes")
        .contains("7K3M-Q9TF-X2HD")
        .contains("Open water data")
        .contains("Clear and within the mandate.");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(services.asked())
        .anyMatch(asked -> ("PersonalLink " + TOKEN).equals(asked.authorization()));
  }

  @Test
  void tellsWhoCanNoLongerCompleteWhatStaysOpen() throws Exception {
    assertThat(get("/me/" + TOKEN).body()).doesNotContain("you can no longer receive it");
    services.answerFrom("GET /api/certificate/me", "completion-out-of-reach.json");
    assertThat(get("/me/" + TOKEN).body())
        .contains("you can no longer receive it")
        .contains("Take part: National action plans")
        .contains("Recordings, presentations")
        .contains("href=\"#notes\"")
        .doesNotContain("Take part: Open Government: overview");
    assertThat(get("/me/" + TOKEN + "?lang=es").body()).contains("ya no podrá recibirlo");
  }

  @Test
  void showsTheRestOfThePersonalPageWhileAServiceIsAway() throws Exception {
    services.answer("GET /api/certificate/me", 503, "");
    String page = get("/me/" + TOKEN).body();
    assertThat(page)
        .contains("This part is not available")
        .contains("On the waiting list")
        .contains("Open water data");
  }

  @Test
  void savesChoicesAgainstTheVersionThatThePersonSaw() throws Exception {
    services.answer("PUT /api/registration/me/choices", 200, "{}");
    String page =
        post(
                "/me/" + TOKEN,
                "/me/" + TOKEN + "/choices",
                Map.of("etag", "\"4\"", "choice.webinar-1", "online", "choice.webinar-2", "none"))
            .body();
    assertThat(page).contains("Your choices are saved.");
    assertThat(services.asked())
        .anySatisfy(
            asked -> {
              assertThat(asked.request()).isEqualTo("PUT /api/registration/me/choices");
              assertThat(asked.ifMatch()).isEqualTo("\"4\"");
              assertThat(asked.body()).contains("\"webinar-2\":\"none\"");
            });
  }

  @Test
  void keepsADraftAndShowsWhyItCanNotBeSubmittedYet() throws Exception {
    services.answerFrom("PUT /api/submission/me/notes/n-2", "draft.json");
    services.answer(
        "POST /api/submission/me/notes/n-2/submission",
        422,
        "{\"detail\":\"The note is not complete.\",\"errors\":[{\"field\":\"content.problem\",\"detail\":\"Problem is missing.\"}]}");
    String page =
        post(
                "/me/" + TOKEN + "/notes/n-2",
                "/me/" + TOKEN + "/notes/n-2",
                Map.of("etag", "\"4\"", "content.title", "River gauges", "submit", "yes"))
            .body();
    assertThat(page)
        .contains("The note is not complete.")
        .contains("Problem is missing.")
        .contains("value=\"River gauges\"")
        .contains("Now: 2 / 15.");
  }

  @Test
  void doesNotLoseATextThatWasChangedElsewhereMeanwhile() throws Exception {
    services.answer(
        "PUT /api/submission/me/notes/n-2",
        412,
        "{\"detail\":\"It was changed in another window.\"}");
    String page =
        post(
                "/me/" + TOKEN + "/notes/n-2",
                "/me/" + TOKEN + "/notes/n-2",
                Map.of("etag", "\"3\"", "content.title", "My newer title"))
            .body();
    assertThat(page)
        .contains("It was changed in another window.")
        .contains("value=\"My newer title\"");
  }

  @Test
  void answersWhetherACertificateIsValid() throws Exception {
    assertThat(get("/verify/7K3M-Q9TF-X2HD").body())
        .contains("This certificate is valid.")
        .contains("Ana Peña");
    assertThat(get("/verify?serial=AAAA-BBBB-CCCC").body())
        .contains("No certificate has the serial")
        .contains("mistyped");
  }

  @Test
  void showsCommentsAsTextAndTheirResponses() throws Exception {
    String page = get("/programmes/belize-2020/consultation").body();
    assertThat(page)
        .contains("Publish water quality data")
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert")
        .contains("Partly accepted")
        .contains("Quarterly at first.");
  }

  @Test
  void showsTheTrailOfANote() throws Exception {
    assertThat(get("/trails/n-1").body()).contains("Selected: launch. Reason: Clear.");
  }

  @Test
  void saysThatThereIsNoPlanYet() throws Exception {
    assertThat(get("/programmes/belize-2020/plan").body()).contains("has not been published yet");
  }

  @Test
  void explainsAnUnknownLinkWithoutSayingWhetherItEverWorked() throws Exception {
    services.answer("GET /api/registration/me", 404, "{\"detail\":\"There is no such link.\"}");
    HttpResponse<String> page = get("/me/" + TOKEN);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is no such page").doesNotContain(TOKEN);
  }

  @Test
  void saysThatAPartIsAwayInsteadOfFailing() throws Exception {
    services.answer("GET /api/registration/programmes", 503, "");
    HttpResponse<String> page = get("/");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("away at the moment").doesNotContain("Exception");
  }

  @Test
  void handsTheApiOnWithTheCallersOwnHeaderButNeverACookie() throws Exception {
    get("/?lang=es");
    services.asked().clear();
    services.answer("GET /api/attendance/me", 200, "{\"registrationId\":\"r-1\"}");
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(at("/api/attendance/me"))
                .header("Authorization", "PersonalLink x")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.body()).isEqualTo("{\"registrationId\":\"r-1\"}");
    assertThat(services.asked())
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.authorization()).isEqualTo("PersonalLink x");
              assertThat(asked.cookie()).isNull();
            });
  }

  @Test
  void keepsTheStaffPagesClosed() throws Exception {
    HttpClient strict = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    HttpResponse<String> answer =
        strict.send(
            HttpRequest.newBuilder(at("/staff")).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(l -> assertThat(l).contains("/oauth2/authorization/platform"));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /**
   * Opens the page that the form is on, as a browser would, and sends the form with the page's
   * token.
   */
  private HttpResponse<String> post(String pageOfTheForm, String path, Map<String, String> form)
      throws IOException, InterruptedException {
    Matcher token =
        Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get(pageOfTheForm).body());
    assertThat(token.find()).as("the page has a form").isTrue();
    String body =
        "_csrf="
            + encoded(token.group(1))
            + "&"
            + form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    return browser.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
