package org.cocreation.defaults.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.cocreation.defaults.FieldProblem;
import org.cocreation.defaults.Idempotent;
import org.cocreation.defaults.KeyedRequest;
import org.cocreation.defaults.ProblemException;
import org.cocreation.defaults.idempotency.Fingerprint.UploadTooLargeException;
import org.cocreation.defaults.problems.Problems;
import org.cocreation.defaults.requests.TooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Makes of the same request repeated one effect and one answer. The answer is kept before it is
 * sent, so that a client whose connection broke gets it at the next attempt; if the store is gone
 * by then, it is sent all the same. A store or process that dies between effect and answer leaves a
 * claim without one: after the lease the request is carried out again, and finds by its {@link
 * KeyedRequest} what was done before.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

  static final String KEY = "Idempotency-Key";
  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
  private static final String REPLAYED = "Idempotency-Replayed";
  private static final Pattern GOOD_KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");
  private static final String EXPECTED_KEY =
      "1 to 200 visible ASCII characters, for instance a UUID";
  private static final List<String> KEPT_HEADERS =
      List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

  /** Refusals that may pass: the same request can be answered otherwise the next time. */
  private static final Set<HttpStatus> PASSING =
      Set.of(
          HttpStatus.UNAUTHORIZED,
          HttpStatus.FORBIDDEN,
          HttpStatus.REQUEST_TIMEOUT,
          HttpStatus.TOO_MANY_REQUESTS);

  private final HandlerMapping handlers;
  private final Answers answers;
  private final IdempotencySettings settings;
  private final Problems problems;
  private final Executor releases;

  /**
   * @param releases runs what may take longer than a request
   */
  IdempotencyFilter(
      HandlerMapping handlers,
      Answers answers,
      IdempotencySettings settings,
      Problems problems,
      Executor releases) {
    this.handlers = handlers;
    this.answers = answers;
    this.settings = settings;
    this.problems = problems;
    this.releases = releases;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(KEY);
    if (key == null || !honours(request)) {
      chain.doFilter(request, response);
      return;
    }
    Work work;
    try {
      work = prepared(checked(key), request);
    } catch (TooLargeException | UploadTooLargeException e) {
      problems.write(Problems.ofStatus(HttpStatus.CONTENT_TOO_LARGE.value()), response);
      return;
    } catch (RuntimeException e) {
      problems.write(problems.of(e), response);
      return;
    }
    if (work.claim() instanceof Claim.Granted granted) {
      carryOut(work.id(), granted, work.request(), response, chain);
    } else if (work.claim() instanceof Claim.Answered answered) {
      replay(answered.answer(), response);
    } else if (work.claim() instanceof Claim.OtherRequest) {
      problems.write(problems.of(otherRequest()), response);
    } else {
      problems.write(problems.of(inProgress()), response);
    }
  }

  private record Work(String id, Claim claim, HttpServletRequest request) {}

  private Work prepared(String key, HttpServletRequest request)
      throws ServletException, IOException {
    HttpServletRequest repeatable = request;
    String content;
    String type = request.getContentType() == null ? "" : request.getContentType();
    if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      content = Fingerprint.ofParts(request);
    } else {
      byte[] body = request.getInputStream().readAllBytes();
      content = Fingerprint.ofBody(type, body);
      repeatable = new CachedBodyRequest(request, body);
    }
    String id = Fingerprint.ofStrings(caller(), request.getMethod(), request.getRequestURI(), key);
    String fingerprint = Fingerprint.ofStrings(request.getQueryString(), content);
    return new Work(id, claim(id, fingerprint), repeatable);
  }

  private static ProblemException otherRequest() {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "key-used-otherwise",
        "This Idempotency-Key was used for another request; take a new key for a new request.",
        List.of(new FieldProblem(KEY, "a key of its own", "The key stands for another request.")));
  }

  private static ProblemException inProgress() {
    return ProblemException.conflict(
            "still-in-progress",
            "The same request is still being carried out; ask again in a second.")
        .retryAfter(Duration.ofSeconds(1));
  }

  /** Asks until the request is answered, or the wait is over. */
  private Claim claim(String id, String fingerprint) {
    long deadline = System.nanoTime() + settings.patience().toNanos();
    long pause = 10;
    Claim claim = answers.claim(id, fingerprint);
    while (claim instanceof Claim.InProgress && System.nanoTime() < deadline) {
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return claim;
      }
      pause = Math.min(pause * 2, 200);
      claim = answers.claim(id, fingerprint);
    }
    return claim;
  }

  private void carryOut(
      String id,
      Claim.Granted granted,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    boolean finished = false;
    request.setAttribute(KeyedRequest.attribute(), granted.request());
    try {
      chain.doFilter(request, answer);
      if (isWorthKeeping(answer)) {
        keep(id, granted.ticket(), answerOf(answer));
        finished = true;
      }
    } finally {
      if (!finished) {
        release(id, granted.ticket());
      }
    }
    answer.copyBodyToResponse();
  }

  /** Without it the answer is as true; a repetition finds what was done and is answered by that. */
  private void keep(String id, String ticket, Answer answer) {
    try {
      answers.keep(id, ticket, answer);
    } catch (RuntimeException e) {
      LOG.warn("An answer could not be kept; asked again, it is made again: {}", e.toString());
    }
  }

  /** Beside the request, whose sender has waited long enough if it is the store that is away. */
  private void release(String id, String ticket) {
    releases.execute(
        () -> {
          try {
            answers.release(id, ticket);
          } catch (RuntimeException e) {
            LOG.warn("A claim could not be given back; it ends with its lease: {}", e.toString());
          }
        });
  }

  private static boolean isWorthKeeping(ContentCachingResponseWrapper answer) {
    HttpStatus status = HttpStatus.resolve(answer.getStatus());
    return !answer.isCommitted()
        && status != null
        && !status.is5xxServerError()
        && !PASSING.contains(status);
  }

  private static Answer answerOf(ContentCachingResponseWrapper answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : KEPT_HEADERS) {
      String value =
          name.equals(HttpHeaders.CONTENT_TYPE) ? answer.getContentType() : answer.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new Answer(answer.getStatus(), headers, answer.getContentAsByteArray());
  }

  private static void replay(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setHeader(REPLAYED, "true");
    response.getOutputStream().write(answer.body());
  }

  private boolean honours(HttpServletRequest request) {
    if (Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod())) {
      return false;
    }
    try {
      ServletRequestPathUtils.parseAndCache(request);
      HandlerExecutionChain handler = handlers.getHandler(request);
      return handler != null
          && handler.getHandler() instanceof HandlerMethod method
          && method.hasMethodAnnotation(Idempotent.class);
    } catch (Exception e) {
      return false; // no handler takes it; the dispatcher says why
    }
  }

  private static String checked(String key) {
    if (!GOOD_KEY.matcher(key).matches()) {
      throw ProblemException.invalid(
          KEY, EXPECTED_KEY, "The header " + KEY + " must be " + EXPECTED_KEY + ".");
    }
    return key;
  }

  private static String caller() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return caller == null ? "" : caller.getName();
  }
}
