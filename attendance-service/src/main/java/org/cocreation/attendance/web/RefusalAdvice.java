package org.cocreation.attendance.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.feeds.Unreadable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells people why the rules refuse, as RFC 9457 problems with what a program needs besides. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

  private static final String TYPES = "https://cocreation.example/problems/";

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(Refused refused) {
    String slug = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return problem(
        status(refused.reason()), slug, String.valueOf(refused.getMessage()), refused.details());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unreadable(Unreadable unreadable) {
    return problem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "unreadable-file",
        String.valueOf(unreadable.getMessage()),
        Map.of());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unrecognised(UnrecognisedFile file) {
    return problem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "unrecognised-file",
        String.valueOf(file.getMessage()),
        file.members());
  }

  private static ResponseEntity<Map<String, Object>> problem(
      HttpStatus status, String slug, String detail, Map<String, Object> members) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", URI.create(TYPES + slug));
    body.put("title", status.getReasonPhrase());
    body.put("status", status.value());
    body.put("detail", detail);
    body.putAll(members);
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
  }

  private static HttpStatus status(Refused.Reason reason) {
    return switch (reason) {
      case UNKNOWN_SESSION,
          UNKNOWN_PROGRAMME,
          UNKNOWN_IMPORT,
          UNKNOWN_OBSERVATION,
          UNKNOWN_PERSON ->
          HttpStatus.NOT_FOUND;
      case SESSION_CANCELLED,
          SESSION_NOT_STARTED,
          UNDECIDED_OBSERVATIONS,
          IMPORT_NOT_APPLIED,
          IMPORT_NOT_IN_PREVIEW,
          FILE_NOT_KEPT ->
          HttpStatus.CONFLICT;
      case UNKNOWN_REGISTRATION, REASON_REQUIRED -> HttpStatus.UNPROCESSABLE_CONTENT;
      case INVALID_DECISION -> HttpStatus.BAD_REQUEST;
    };
  }
}
