package org.cocreation.embedded.mailbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * One HTTP answer: status, headers, body. Every answer forbids sniffing, framing by others and
 * scripts.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: written out once
record Answer(int status, Map<String, String> headers, byte[] body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NOTHING_BUT_OURS =
      "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'self'";

  static Answer of(int status, String type, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", type);
    headers.put("Content-Security-Policy", NOTHING_BUT_OURS);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cache-Control", "no-store");
    return new Answer(status, headers, body);
  }

  static Answer empty(int status) {
    return of(status, "text/plain", new byte[0]);
  }

  static Answer page(int status, String html) {
    return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  static Answer json(int status, Object body) {
    return of(status, "application/json", JSON.writeValueAsBytes(body));
  }

  static Answer problem(int status, String slug, String detail) {
    Answer answer =
        json(
            status,
            Map.of(
                "type", "https://cocreation.example/problems/" + slug,
                "status", status,
                "detail", detail));
    return answer.with("Content-Type", "application/problem+json");
  }

  static Answer redirect(String to) {
    return empty(303).with("Location", to);
  }

  /** HTML that came in a message: no script, no form, no remote content, links open elsewhere. */
  static Answer untrustedHtml(String html) {
    return page(200, html)
        .with(
            "Content-Security-Policy",
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                + " style-src 'unsafe-inline'; img-src http://localhost:* http://127.0.0.1:* data:;"
                + " frame-ancestors 'self'");
  }

  static Answer download(String name, byte[] content) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return of(200, "application/octet-stream", content)
        .with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
  }

  static Answer resource(String name, String type) throws IOException {
    try (InputStream in = Answer.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("missing resource: " + name);
      }
      return of(200, type, in.readAllBytes());
    }
  }

  Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }

  void send(HttpExchange exchange) throws IOException {
    try (exchange) {
      headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
      exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
      if (!bodiless) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}
