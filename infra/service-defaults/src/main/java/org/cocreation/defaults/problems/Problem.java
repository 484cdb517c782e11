package org.cocreation.defaults.problems;

import java.net.URI;
import java.util.List;
import org.cocreation.defaults.FieldProblem;
import org.cocreation.defaults.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * An error as it is told to a client.
 *
 * @param slug the last segment of the problem's type
 * @param detail a sentence that the reader can act on; never a stack trace, a class name or
 *     personal data
 * @param headers what the answer's headers say besides, for instance Retry-After
 */
public record Problem(
    HttpStatus status, String slug, String detail, List<FieldProblem> errors, HttpHeaders headers) {

  private static final String TYPES = "https://cocreation.example/problems/";

  public Problem {
    errors = List.copyOf(errors);
  }

  public static Problem of(HttpStatus status, String slug, String detail) {
    return new Problem(status, slug, detail, List.of(), new HttpHeaders());
  }

  static Problem of(HttpStatus status, String slug, String detail, List<FieldProblem> errors) {
    return new Problem(status, slug, detail, errors, new HttpHeaders());
  }

  static Problem of(ProblemException exception) {
    Problem problem =
        of(exception.status(), exception.slug(), exception.detail(), exception.errors());
    return exception
        .retryAfter()
        .map(wait -> problem.with(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())))
        .orElse(problem);
  }

  /** The same problem with a further header. */
  public Problem with(String header, String value) {
    HttpHeaders more = HttpHeaders.copyOf(headers);
    more.set(header, value);
    return new Problem(status, slug, detail, errors, more);
  }

  URI type() {
    return URI.create(TYPES + slug);
  }
}
