package org.cocreation.defaults.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.cocreation.defaults.FieldProblem;

/** A problem on the wire, as application/problem+json (RFC 9457). */
record ProblemBody(
    URI type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors) {

  static ProblemBody of(Problem problem) {
    return new ProblemBody(
        problem.type(),
        problem.status().getReasonPhrase(),
        problem.status().value(),
        problem.detail(),
        problem.errors());
  }
}
