package org.cocreation.embedded.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person with a browser and a client that waits for its code, over real HTTP. */
final class Visitor {

  static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String issuer;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Visitor(String issuer) {
    this.issuer = issuer;
  }

  HttpResponse<String> get(String pathOrUrl, String... headers) throws Exception {
    URI uri = URI.create(pathOrUrl.startsWith("/") ? issuer + pathOrUrl : pathOrUrl);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/html");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Map<String, String> form, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(issuer + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Where the form leads after name and password were sent. */
  String signIn(String name, String password) throws Exception {
    Matcher csrf = CSRF.matcher(get("/login").body());
    assertThat(csrf.find()).isTrue();
    return location(
        post("/login", Map.of("username", name, "password", password, "_csrf", csrf.group(1))));
  }

  String authorizeUrl(String client, String redirect, Map<String, String> more) throws Exception {
    Map<String, String> query = new TreeMap<>();
    query.put("response_type", "code");
    query.put("client_id", client);
    query.put("scope", "openid profile");
    query.put("state", "some-state");
    query.put("nonce", "some-nonce");
    query.put("redirect_uri", redirect);
    query.put("code_challenge", challenge());
    query.put("code_challenge_method", "S256");
    query.putAll(more);
    query.values().removeIf(String::isEmpty);
    return "/oauth2/authorize?" + encoded(query);
  }

  /** The code that the client gets when this account signs in. */
  String code(String client, String redirect, String account) throws Exception {
    String url = authorizeUrl(client, redirect, Map.of());
    assertThat(location(get(url))).endsWith("/login");
    String back = location(get(signIn(account, account)));
    assertThat(back).startsWith(redirect + "?").contains("state=some-state");
    Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(back);
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  /** The tokens for a public client's code. */
  JsonNode tokens(String account, String redirect) throws Exception {
    HttpResponse<String> response =
        post(
            "/oauth2/token",
            Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "platform-cli",
                "redirect_uri",
                redirect,
                "code",
                code("platform-cli", redirect, account),
                "code_verifier",
                VERIFIER));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  static String location(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
    return response.headers().firstValue("Location").orElseThrow();
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  private static String challenge() throws NoSuchAlgorithmException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
