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
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The portal over HTTP, with what the services are documented to answer; one context for all. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class BrowsedPortal {

  static final AnsweringServices services = new AnsweringServices();
  static final String TOKEN = "0123456789012345678901234567890123456789abc";

  @LocalServerPort private int port;

  final HttpClient browser =
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

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /**
   * Opens the page that the form is on, as a browser would, and sends the form with the page's
   * token.
   */
  HttpResponse<String> post(String pageOfTheForm, String path, Map<String, String> form)
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

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
