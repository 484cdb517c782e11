package org.cocreation.defaults.problems;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.stream.Collectors;
import org.cocreation.defaults.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What is wrong with a request that never reached its handler. */
final class RequestProblems {

  static final String SLUG = "invalid-request";

  private RequestProblems() {}

  static @Nullable Problem of(Throwable exception, UnreadableJson unreadableJson) {
    if (exception instanceof BindException invalid) {
      return invalid(invalid.getAllErrors().stream().map(RequestProblems::ofError).toList());
    }
    if (exception instanceof HandlerMethodValidationException invalid) {
      return invalid(
          invalid.getParameterValidationResults().stream()
              .flatMap(result -> ofParameter(result).stream())
              .toList());
    }
    if (exception instanceof ConstraintViolationException invalid) {
      return invalid(
          invalid.getConstraintViolations().stream()
              .map(one -> ofViolation(one.getPropertyPath().toString(), one))
              .toList());
    }
    if (exception instanceof HttpMessageNotReadableException unreadable) {
      return unreadableJson.of(unreadable);
    }
    if (exception instanceof MethodArgumentTypeMismatchException mismatch
        && mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
      return StatusProblems.of(HttpStatus.NOT_FOUND);
    }
    if (exception instanceof TypeMismatchException mismatch) {
      String name = mismatch.getPropertyName() == null ? "parameter" : mismatch.getPropertyName();
      return wrong(name, Expected.of(mismatch.getRequiredType()));
    }
    Problem missing = ofMissing(exception);
    return missing != null ? missing : ofProtocol(exception);
  }

  private static @Nullable Problem ofMissing(Throwable exception) {
    if (exception instanceof MissingServletRequestParameterException missing) {
      return missing(missing.getParameterName(), "a parameter of the address");
    }
    if (exception instanceof MissingServletRequestPartException missing) {
      return missing(missing.getRequestPartName(), "a part of the multipart request");
    }
    if (exception instanceof MissingRequestHeaderException missing) {
      return missing(missing.getHeaderName(), "a header of the request");
    }
    if (exception instanceof MissingPathVariableException) {
      return StatusProblems.of(HttpStatus.NOT_FOUND);
    }
    return null;
  }

  private static @Nullable Problem ofProtocol(Throwable exception) {
    if (exception instanceof HttpRequestMethodNotSupportedException wrong) {
      String allowed =
          wrong.getSupportedHttpMethods() == null
              ? ""
              : wrong.getSupportedHttpMethods().stream()
                  .map(Object::toString)
                  .sorted()
                  .collect(Collectors.joining(", "));
      return Problem.of(
              HttpStatus.METHOD_NOT_ALLOWED,
              "method-not-allowed",
              "This address answers " + allowed + ", not " + wrong.getMethod() + ".")
          .with(HttpHeaders.ALLOW, allowed);
    }
    if (exception instanceof HttpMediaTypeNotSupportedException wrong) {
      return Problem.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "unsupported-media-type",
          "Send the body as " + types(wrong.getSupportedMediaTypes()) + ", named in Content-Type.");
    }
    if (exception instanceof HttpMediaTypeNotAcceptableException wrong) {
      return Problem.of(
          HttpStatus.NOT_ACCEPTABLE,
          "not-acceptable",
          "The answer can be had as "
              + types(wrong.getSupportedMediaTypes())
              + "; say so in Accept.");
    }
    if (exception instanceof MaxUploadSizeExceededException) {
      return StatusProblems.of(HttpStatus.CONTENT_TOO_LARGE);
    }
    if (exception instanceof MultipartException) {
      return Problem.of(
          HttpStatus.BAD_REQUEST,
          SLUG,
          "The multipart request could not be read; it may have been cut short.");
    }
    return null;
  }

  static Problem invalid(List<FieldProblem> errors) {
    String detail =
        errors.size() == 1
            ? errors.get(0).detail()
            : errors.size() + " fields are not as expected; each is listed under errors.";
    return Problem.of(HttpStatus.BAD_REQUEST, SLUG, detail, errors);
  }

  static Problem wrong(String field, String expected) {
    return invalid(
        List.of(new FieldProblem(field, expected, "\"" + field + "\" must be " + expected + ".")));
  }

  private static Problem missing(String field, String what) {
    return invalid(
        List.of(
            new FieldProblem(field, what, "\"" + field + "\" is missing; it is " + what + ".")));
  }

  private static FieldProblem ofError(ObjectError error) {
    String field = error instanceof FieldError one ? one.getField() : error.getObjectName();
    if (error.contains(ConstraintViolation.class)) {
      return ofViolation(field, error.unwrap(ConstraintViolation.class));
    }
    String expected = message(error);
    return new FieldProblem(field, expected, "\"" + field + "\" is not as expected.");
  }

  private static List<FieldProblem> ofParameter(ParameterValidationResult result) {
    if (result instanceof ParameterErrors errors) {
      return errors.getAllErrors().stream().map(RequestProblems::ofError).toList();
    }
    String name = result.getMethodParameter().getParameterName();
    String field = name == null ? "parameter" : name;
    return result.getResolvableErrors().stream()
        .map(error -> ofViolation(field, result.unwrap(error, ConstraintViolation.class)))
        .toList();
  }

  private static FieldProblem ofViolation(String field, ConstraintViolation<?> violation) {
    return new FieldProblem(
        field, Expected.of(violation), "\"" + field + "\" " + violation.getMessage() + ".");
  }

  private static String message(MessageSourceResolvable error) {
    String message = error.getDefaultMessage();
    return message == null ? "another value" : message;
  }

  private static String types(List<MediaType> types) {
    return types.isEmpty()
        ? MediaType.APPLICATION_JSON_VALUE
        : types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(" or "));
  }
}
