package org.cocreation.defaults.problems;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Tells every exception of a handler method as a problem; a service's own advice comes before. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  @Nullable ResponseEntity<ProblemBody> tell(Exception exception) throws Exception {
    if (exception instanceof AccessDeniedException
        || exception instanceof AuthenticationException) {
      throw exception; // for the security filters, which know whether somebody is signed in
    }
    if (exception instanceof AsyncRequestNotUsableException || isHangUp(exception)) {
      return null;
    }
    Problem problem = problems.of(exception);
    return ResponseEntity.status(problem.status())
        .headers(headers -> headers.putAll(problem.headers()))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemBody.of(problem));
  }

  /** The client went away while it was answered. */
  private static boolean isHangUp(Exception exception) {
    return exception instanceof IOException
        && exception.getClass().getSimpleName().equals("ClientAbortException");
  }
}
