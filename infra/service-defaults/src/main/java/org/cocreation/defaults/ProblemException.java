package org.cocreation.defaults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be answered as asked; becomes an RFC 9457 problem. The type of the problem
 * is {@code https://cocreation.example/problems/<slug>}; the detail is a sentence that the reader
 * can act on and holds no personal data.
 */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String slug;
  private final transient List<FieldProblem> errors;
  private final @Nullable Duration retryAfter;

  public ProblemException(HttpStatus status, String slug, String detail) {
    this(status, slug, detail, List.of());
  }

  public ProblemException(
      HttpStatus status, String slug, String detail, List<FieldProblem> errors) {
    this(status, slug, detail, errors, null);
  }

  private ProblemException(
      HttpStatus status,
      String slug,
      String detail,
      List<FieldProblem> errors,
      @Nullable Duration retryAfter) {
    super(detail);
    this.status = status;
    this.slug = slug;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
  }

  /** 400 with the field at fault. */
  public static ProblemException invalid(String field, String expected, String detail) {
    return new ProblemException(
        HttpStatus.BAD_REQUEST,
        "invalid-request",
        detail,
        List.of(new FieldProblem(field, expected, detail)));
  }

  /** 404. Say what kind of thing was not found, never whether it exists for somebody else. */
  public static ProblemException notFound(String detail) {
    return new ProblemException(HttpStatus.NOT_FOUND, "not-found", detail);
  }

  /** 409: the request is understood and collides with how things stand. */
  public static ProblemException conflict(String slug, String detail) {
    return new ProblemException(HttpStatus.CONFLICT, slug, detail);
  }

  /** 422: well formed, and refused by a rule of the domain. */
  public static ProblemException refused(String slug, String detail) {
    return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, slug, detail);
  }

  /** The same problem with a Retry-After header, in whole seconds. */
  public ProblemException retryAfter(Duration wait) {
    return new ProblemException(status, slug, detail(), errors, wait);
  }

  public HttpStatus status() {
    return status;
  }

  public String slug() {
    return slug;
  }

  public String detail() {
    String message = getMessage();
    return message == null ? status.getReasonPhrase() : message;
  }

  public List<FieldProblem> errors() {
    return errors;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
