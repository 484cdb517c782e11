package org.cocreation.submission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cocreation.defaults.FieldProblem;
import org.cocreation.defaults.ProblemException;
import org.cocreation.defaults.problems.Problems;
import org.cocreation.submission.domain.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells what the domain refused as a problem. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

  private final Problems problems;

  RefusalAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  void tell(Refusal refusal, HttpServletResponse response) throws IOException {
    HttpStatus status =
        switch (refusal.kind()) {
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case FORBIDDEN -> HttpStatus.FORBIDDEN;
          case CONFLICT -> HttpStatus.CONFLICT;
          case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    ProblemException problem =
        new ProblemException(
            status,
            refusal.slug(),
            refusal.getMessage(),
            refusal.faults().stream()
                .map(fault -> new FieldProblem(fault.field(), fault.expected(), fault.detail()))
                .toList());
    problems.write(problems.of(problem), response);
  }
}
