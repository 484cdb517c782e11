package org.cocreation.defaults.problems;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cocreation.defaults.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import tools.jackson.databind.json.JsonMapper;

/** Makes a problem of every exception and writes it where no handler method can. */
public final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final JsonMapper json;
  private final UnreadableJson unreadableJson;

  Problems(JsonMapper json) {
    this.json = json;
    this.unreadableJson = new UnreadableJson(json);
  }

  /**
   * The problem behind an exception; what nobody foresaw is 500, logged, and tells nothing of its
   * cause.
   */
  public Problem of(Throwable exception) {
    if (exception instanceof ProblemException known) {
      return Problem.of(known);
    }
    Problem away = StoreProblems.of(exception);
    if (away != null) {
      LOG.warn("Answered {} with {}: {}", away.slug(), away.status().value(), exception.toString());
      return away;
    }
    Problem request = RequestProblems.of(exception, unreadableJson);
    if (request != null) {
      return request;
    }
    if (exception instanceof ErrorResponse response) {
      return ofStatus(response.getStatusCode().value());
    }
    LOG.error("A request failed in a way that nobody foresaw", exception);
    return ofStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
  }

  /** The problem for a bare status, as the container sets one. */
  public static Problem ofStatus(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    return StatusProblems.of(known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known);
  }

  /** Writes a problem, unless an answer is already on its way. */
  public void write(@Nullable Problem problem, HttpServletResponse response) throws IOException {
    if (problem == null || response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.status().value());
    problem.headers().forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(ProblemBody.of(problem)));
    response.flushBuffer();
  }
}
