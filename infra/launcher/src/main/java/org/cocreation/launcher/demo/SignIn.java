package org.cocreation.launcher.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs a member of staff in as a person does: OpenID Connect's authorization code with PKCE and the provider's own
 * sign-in page, for the public client {@code platform-cli} whose redirect is a loopback address.
 */
public final class SignIn {

  private static final String CLIENT = "platform-cli";
  private static final String REDIRECT = "http://127.0.0.1:8099/callback";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final SecureRandom random = new SecureRandom();

  private final URI issuer;

  /** Signs in at this issuer, whose addresses are discovered. */
  public SignIn(URI issuer) {
    this.issuer = issuer;
  }

  /**
   * An access token of this account.
   *
   * @throws IllegalStateException when the provider does not let the account in; the message says what it answered
   */
  public String accessToken(String account, String password) {
    try {
      HttpClient browser =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .cookieHandler(new CookieManager())
              .connectTimeout(Duration.ofSeconds(5))
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
      JsonNode provider =
          json(browser, HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")).build());
      String verifier = randomText();
      String state = randomText();
      URI authorize =
          URI.create(
              provider.get("authorization_endpoint").asString()
                  + "?"
                  + form(
                      Map.of(
                          "response_type", "code",
                          "client_id", CLIENT,
                          "redirect_uri", REDIRECT,
                          "scope", "openid profile",
                          "state", state,
                          "code_challenge", challenge(verifier),
                          "code_challenge_method", "S256")));
      HttpResponse<String> step = get(browser, authorize);
      URI page = redirect(authorize, step);
      step = get(browser, page);
      Matcher csrf = CSRF.matcher(step.body());
      if (!csrf.find()) {
        throw new IllegalStateException("the sign-in page has no form: " + step.statusCode());
      }
      step =
          post(
              browser,
              page,
              Map.of("username", account, "password", password, "_csrf", csrf.group(1)));
      URI next = redirect(page, step);
      for (int hop = 0; hop < 5 && !next.toString().startsWith(REDIRECT); hop++) {
        step = get(browser, next);
        next = redirect(next, step);
      }
      Map<String, String> answer = query(next);
      if (!state.equals(answer.get("state")) || answer.get("code") == null) {
        throw new IllegalStateException("the provider did not let " + account + " in: " + next.getPath());
      }
      HttpResponse<String> token =
          post(
              browser,
              URI.create(provider.get("token_endpoint").asString()),
              Map.of(
                  "grant_type", "authorization_code",
                  "client_id", CLIENT,
                  "code", answer.get("code"),
                  "redirect_uri", REDIRECT,
                  "code_verifier", verifier));
      if (token.statusCode() != 200) {
        throw new IllegalStateException("no token for " + account + ": " + token.statusCode() + " " + token.body());
      }
      return JsonMapper.shared().readTree(token.body()).get("access_token").asString();
    } catch (IOException unreachable) {
      throw new IllegalStateException("the identity provider at " + issuer + " can't be reached", unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  private static JsonNode json(HttpClient browser, HttpRequest request) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(browser.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static HttpResponse<String> get(HttpClient browser, URI address) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(address).header("Accept", "text/html").timeout(Duration.ofSeconds(20)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(HttpClient browser, URI address, Map<String, String> fields)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static URI redirect(URI from, HttpResponse<String> response) {
    return from.resolve(
        response
            .headers()
            .firstValue("Location")
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "a redirect was expected from " + from.getPath() + ", not " + response.statusCode())));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> query(URI address) {
    String query = address.getRawQuery() == null ? "" : address.getRawQuery();
    return java.util.Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (first, same) -> first));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String randomText() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
