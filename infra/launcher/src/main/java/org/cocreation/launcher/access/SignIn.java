package org.cocreation.launcher.access;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cocreation.launcher.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs an account in at the embedded identity provider the way a person with a browser does (its
 * sign-in form, the authorization code with PKCE), for programs that act for that person through
 * the public interface.
 */
public final class SignIn {

  private static final String CLIENT = "platform-cli";
  private static final String REDIRECT = "http://127.0.0.1:8099/callback";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI issuer;
  private final JsonMapper json = JsonMapper.builder().build();

  /** Signs in at this issuer. */
  public SignIn(URI issuer) {
    this.issuer = issuer;
  }

  /**
   * The access token of an account.
   *
   * @throws Failure when the provider refuses, with what it said
   */
  public String accessToken(String account, String password) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    String verifier = random();
    String state = random();
    try {
      URI authorize = URI.create(issuer + "/oauth2/authorize?" + form(asked(verifier, state)));
      HttpResponse<String> answer = get(http, authorize);
      for (int hop = 0; hop < 10; hop++) {
        String to = answer.headers().firstValue("Location").orElse("");
        if (to.startsWith(REDIRECT)) {
          return token(http, code(to, state), verifier);
        }
        if (!to.isEmpty()) {
          answer = get(http, answer.uri().resolve(to));
        } else {
          answer = submit(http, answer, account, password);
        }
      }
      throw new Failure("Signing in as " + account + " went round in circles at " + issuer);
    } catch (IOException e) {
      throw new Failure("The identity provider at " + issuer + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Signing in was interrupted");
    }
  }

  private static Map<String, String> asked(String verifier, String state) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", CLIENT);
    query.put("scope", "openid profile");
    query.put("redirect_uri", REDIRECT);
    query.put("state", state);
    query.put("code_challenge", sha256(verifier));
    query.put("code_challenge_method", "S256");
    return query;
  }

  private HttpResponse<String> submit(
      HttpClient http, HttpResponse<String> page, String account, String password)
      throws IOException, InterruptedException {
    Matcher csrf = CSRF.matcher(page.body());
    String query = String.valueOf(page.uri().getQuery());
    if (query.contains("error") || query.contains("wait")) {
      throw new Failure(
          "The identity provider did not let "
              + account
              + " in: "
              + (query.contains("wait") ? "too many failures, wait a little" : "wrong password"));
    }
    if (page.statusCode() != 200 || !csrf.find()) {
      throw new Failure(
          "The identity provider at "
              + issuer
              + " answered "
              + page.statusCode()
              + " where its sign-in form was expected");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("username", account);
    fields.put("password", password);
    fields.put("_csrf", csrf.group(1));
    return http.send(post(page.uri().resolve("/login"), fields), body());
  }

  private String token(HttpClient http, String code, String verifier)
      throws IOException, InterruptedException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "authorization_code");
    fields.put("client_id", CLIENT);
    fields.put("redirect_uri", REDIRECT);
    fields.put("code", code);
    fields.put("code_verifier", verifier);
    HttpResponse<String> answer =
        http.send(post(URI.create(issuer + "/oauth2/token"), fields), body());
    try {
      JsonNode token = json.readTree(answer.body()).path("access_token");
      if (answer.statusCode() == 200 && token.isString()) {
        return token.asString();
      }
    } catch (JacksonException e) {
      throw new Failure("The identity provider at " + issuer + " gave no token", e);
    }
    throw new Failure("The identity provider gave no token: " + answer.body());
  }

  private static String code(String location, String state) {
    Map<String, String> answer = new LinkedHashMap<>();
    for (String pair : String.valueOf(URI.create(location).getRawQuery()).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        answer.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    String code = answer.get("code");
    if (code == null || !state.equals(answer.get("state"))) {
      throw new Failure("The identity provider refused: " + answer.getOrDefault("error", location));
    }
    return code;
  }

  private static HttpResponse<String> get(HttpClient http, URI uri)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(uri).header("Accept", "text/html").timeout(PATIENCE).build(),
        body());
  }

  private static HttpRequest post(URI uri, Map<String, String> fields) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "text/html, application/json")
        .timeout(PATIENCE)
        .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
        .build();
  }

  private static HttpResponse.BodyHandler<String> body() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
