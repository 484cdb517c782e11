package org.cocreation.portal.services;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * A service answered that it will not do what was asked, and why; the page shows its sentence to
 * the person.
 */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Problem problem;

  Refused(HttpStatusCode status, Problem problem) {
    super(problem.detail());
    this.status = status.value();
    this.problem = problem;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What the service said. */
  public Problem problem() {
    return problem;
  }

  /**
   * A problem by RFC 9457.
   *
   * @param type the stable name of the kind of problem
   * @param detail a sentence that the person can act on
   * @param errors the fields at fault
   */
  public record Problem(
      @Nullable String type,
      @Nullable String title,
      @Nullable String detail,
      @Nullable List<FieldError> errors) {

    /** The fields at fault, none if the problem is not about a field. */
    public List<FieldError> fields() {
      return errors == null ? List.of() : errors;
    }
  }

  /** A field at fault. */
  public record FieldError(
      @Nullable String field, @Nullable String expected, @Nullable String detail) {}
}
