package org.cocreation.embedded.mailbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.cocreation.embedded.mailbox.OpenedMessage.Attachment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox over HTTP: pages for people under {@code /}, JSON for programs under {@code /api}.
 *
 * <p>Only requests whose Host is this machine's loopback are answered, so a page elsewhere on the
 * web that points a name of its own at 127.0.0.1 reads nothing; and a change needs the Origin of
 * these pages, or none.
 */
final class MailboxWeb implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MailboxWeb.class);
  private static final int PAGE = 50;

  private final MessageStore store;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  MailboxWeb(int port, MessageStore store) {
    this.store = store;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    } catch (IOException e) {
      throw new UncheckedIOException("the mailbox cannot be shown on port " + port, e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Answer answer;
    try {
      answer = isFromHere(exchange) ? route(exchange) : notFromHere();
    } catch (IllegalArgumentException e) {
      answer = Answer.problem(400, "bad-request", String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      log.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI().getPath(), e);
      answer = Answer.problem(500, "mailbox-failed", "The mailbox's log says why.");
    }
    answer.send(exchange);
  }

  private Answer route(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    Query query = Query.of(exchange.getRequestURI().getRawQuery());
    List<String> path =
        List.of(exchange.getRequestURI().getPath().replaceAll("^/+|/+$", "").split("/", -1));
    boolean api = path.get(0).equals("api");
    List<String> rest = api ? path.subList(1, path.size()) : path;
    boolean byProgram = api && rest.equals(List.of("messages")) && method.equals("DELETE");
    if (byProgram || (method.equals("POST") && path.equals(List.of("messages", "deletion")))) {
      store.clear();
      return api ? Answer.empty(204) : Answer.redirect("/");
    }
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Answer.problem(405, "method-not-allowed", "Only reading is possible here.");
    }
    if (rest.equals(List.of("messages")) && api) {
      return apiList(query);
    }
    if (rest.size() >= 2 && rest.get(0).equals("messages")) {
      return ofMessage(rest.get(1), rest.subList(2, rest.size()), api);
    }
    return switch (String.join("/", path)) {
      case "" -> list(query);
      case "style.css" -> Answer.resource("style.css", "text/css");
      case "health" -> Answer.json(200, Map.of("status", "UP", "messages", store.size()));
      default -> notFound();
    };
  }

  private Answer apiList(Query query) {
    int limit = query.limit(PAGE, 500);
    String to = query.get("to");
    Predicate<KeptMessage> wanted = m -> to.isEmpty() || m.envelope().isFor(to);
    List<KeptMessage> found =
        query.get("order").equals("newest")
            ? store.newest(limit, wanted)
            : store.list(query.get("after"), limit, wanted);
    return Answer.json(200, MailboxViews.list(found, found.size() == limit));
  }

  private Answer list(Query query) {
    String words = query.get("q").toLowerCase(Locale.ROOT).strip();
    int limit = query.limit(PAGE, 500);
    String before = query.get("before");
    Predicate<KeptMessage> wanted =
        m ->
            (before.isEmpty() || m.id().compareTo(before) < 0)
                && (m.subject() + " " + String.join(" ", m.envelope().recipients()))
                    .toLowerCase(Locale.ROOT)
                    .contains(words);
    List<KeptMessage> found = store.newest(limit, wanted);
    return Answer.page(200, MailboxPages.list(found, query.get("q"), found.size() == limit));
  }

  private Answer ofMessage(String id, List<String> part, boolean api) throws IOException {
    Optional<KeptMessage> kept = store.find(id);
    Optional<byte[]> content = store.read(id);
    if (kept.isEmpty() || content.isEmpty()) {
      return notFound();
    }
    if (part.equals(List.of("source"))) {
      return Answer.of(200, "text/plain; charset=utf-8", content.get());
    }
    OpenedMessage opened = OpenedMessage.of(content.get());
    if (part.isEmpty()) {
      return api
          ? Answer.json(200, MailboxViews.message(kept.get(), opened))
          : Answer.page(200, MailboxPages.message(kept.get(), opened));
    }
    if (part.equals(List.of("html"))) {
      return Answer.untrustedHtml(ShownHtml.of(id, opened.html()));
    }
    if (part.size() == 2 && part.get(0).equals("attachments")) {
      return attachment(opened, part.get(1));
    }
    if (part.size() == 2 && part.get(0).equals("inline")) {
      return opened.attachments().stream()
          .filter(
              a -> part.get(1).equals(a.contentId()) && a.type().matches("image/(png|jpe?g|gif)"))
          .findFirst()
          .map(a -> Answer.of(200, a.type(), a.content()))
          .orElseGet(MailboxWeb::notFound);
    }
    return notFound();
  }

  private static Answer attachment(OpenedMessage opened, String number) {
    int index = number.matches("\\d{1,4}") ? Integer.parseInt(number) : -1;
    if (index < 0 || index >= opened.attachments().size()) {
      return notFound();
    }
    Attachment attachment = opened.attachments().get(index);
    return Answer.download(attachment.name(), attachment.content());
  }

  private static Answer notFound() {
    return Answer.problem(404, "not-found", "There is no such message or page (any more).");
  }

  private static Answer notFromHere() {
    return Answer.problem(403, "not-from-here", "The mailbox answers on this machine only.");
  }

  private boolean isFromHere(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (!isLoopback(host)) {
      return false;
    }
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    boolean reading = List.of("GET", "HEAD").contains(exchange.getRequestMethod());
    return reading || origin == null || origin.equals("http://" + host);
  }

  private static boolean isLoopback(@Nullable String host) {
    return host != null && host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** A request's query parameters; a name that is missing is an empty string. */
  record Query(Map<String, String> values) {

    static Query of(@Nullable String raw) {
      Map<String, String> values = new HashMap<>();
      for (String pair : raw == null ? new String[0] : raw.split("&")) {
        String[] parts = pair.split("=", 2);
        values.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
      }
      return new Query(values);
    }

    String get(String name) {
      return values.getOrDefault(name, "");
    }

    int limit(int otherwise, int max) {
      String value = get("limit");
      if (value.isEmpty()) {
        return otherwise;
      }
      if (!value.matches("\\d{1,4}")
          || Integer.parseInt(value) < 1
          || Integer.parseInt(value) > max) {
        throw new IllegalArgumentException("limit: expected a number from 1 to " + max);
      }
      return Integer.parseInt(value);
    }

    private static String decode(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }
}
