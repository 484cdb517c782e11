package org.cocreation.defaults.problems;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cocreation.defaults.FieldProblem;
import org.cocreation.defaults.requests.TooLargeException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names the field of a JSON body that could not be read, and what was expected there. Never repeats
 * the value.
 */
final class UnreadableJson {

  private static final int LONGEST_NAME = 100;

  private final JsonMapper json;

  UnreadableJson(JsonMapper json) {
    this.json = json;
  }

  Problem of(HttpMessageNotReadableException exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooLargeException) {
        return StatusProblems.of(HttpStatus.CONTENT_TOO_LARGE);
      }
    }
    Throwable cause = exception.getCause();
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return unknownField(unknown);
    }
    if (cause instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
      return RequestProblems.wrong(path(mismatch), expected(mismatch.getTargetType()));
    }
    if (cause instanceof ValueInstantiationException refused) {
      return refusedValue(refused);
    }
    if (cause instanceof DatabindException other && !other.getPath().isEmpty()) {
      return RequestProblems.wrong(path(other), "another value");
    }
    if (cause instanceof StreamReadException broken) {
      return Problem.of(
          HttpStatus.BAD_REQUEST,
          RequestProblems.SLUG,
          "The body is not well-formed JSON (line %d, column %d)."
              .formatted(broken.getLocation().getLineNr(), broken.getLocation().getColumnNr()));
    }
    if (cause instanceof MismatchedInputException whole) {
      return Problem.of(
          HttpStatus.BAD_REQUEST,
          RequestProblems.SLUG,
          "The body must be " + expected(whole.getTargetType()) + " in JSON.");
    }
    return Problem.of(
        HttpStatus.BAD_REQUEST, RequestProblems.SLUG, "The request needs a body in JSON.");
  }

  private static Problem unknownField(UnrecognizedPropertyException unknown) {
    String field = path(unknown);
    String known =
        unknown.getKnownPropertyIds() == null
            ? ""
            : unknown.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
    return RequestProblems.invalid(
        List.of(
            new FieldProblem(
                field,
                "one of " + known,
                "There is no field \"" + field + "\" here; is it misspelt?")));
  }

  /** A record refused its own values; its message was written for people. */
  private static Problem refusedValue(ValueInstantiationException refused) {
    String field = refused.getPath().isEmpty() ? "body" : path(refused);
    Throwable cause = refused.getCause();
    boolean told = cause instanceof IllegalArgumentException && cause.getMessage() != null;
    String expected = told ? Objects.requireNonNull(cause).getMessage() : "another value";
    return RequestProblems.invalid(
        List.of(
            new FieldProblem(
                field,
                String.valueOf(expected),
                "\"" + field + "\" is not as expected: " + expected)));
  }

  private String expected(@Nullable Class<?> type) {
    if (type == null || !type.isEnum()) {
      return Expected.of(type);
    }
    return "one of "
        + Arrays.stream(type.getEnumConstants())
            .map(constant -> json.valueToTree(constant).asString())
            .collect(Collectors.joining(", "));
  }

  private static String path(JacksonException exception) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : exception.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.length() > LONGEST_NAME ? path.substring(0, LONGEST_NAME) + "…" : path.toString();
  }
}
