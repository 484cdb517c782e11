package org.cocreation.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages over HTTP, with what the services are documented to answer. */
class PagesTest extends BrowsedPortal {

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
  void saysWhatIsWrongWithAnAddressToPeopleAndToPrograms() throws Exception {
    for (String odd : List.of("/api/registration/programmes//seats", "/programmes/a%2fb")) {
      HttpResponse<String> page =
          browser.send(
              HttpRequest.newBuilder(at(odd)).header("Accept", "text/html").build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(400);
      assertThat(page.body()).contains("There is no such page");
    }
    for (String address :
        List.of(
            "/api/registration/programmes//seats", "/api/registration/a%2fb", "/api/nobody/x")) {
      HttpResponse<String> problem =
          browser.send(
              HttpRequest.newBuilder(at(address)).header("Accept", "application/json").build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(problem.headers().firstValue("Content-Type"))
          .as(problem.body())
          .hasValue("application/problem+json");
      assertThat(problem.body()).contains("\"detail\":").doesNotContain("timestamp");
    }
  }

  @Test
  void showsPlacesCertificateAndNotesBehindThePersonalLink() throws Exception {
    HttpResponse<String> page = get("/me/" + TOKEN);
    assertThat(page.body())
        .contains("Hello, Ana Peña")
        .contains("On the waiting list, number 3")
        .contains("/join/webinar-2")
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
  void handsAnUploadOnUnchanged() throws Exception {
    String upload = "/api/attendance/programmes/belize-2020/sessions/w1/imports";
    services.answer("POST " + upload, 201, "{}");
    String body =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"w1.csv\"\r\n\r\nName,Signature\r\n--x--\r\n";
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(at(upload))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(services.asked()).singleElement().extracting("body").isEqualTo(body);
  }

  @Test
  void refusesTooLargeAnUploadWithAPage() throws Exception {
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(at("/staff/programmes/belize-2020/sessions/w1/imports?lang=es"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[13 << 20]))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("Ese archivo es demasiado grande");
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
}
