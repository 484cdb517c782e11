package org.cocreation.registration.web;

import java.util.List;
import java.util.function.Supplier;
import org.cocreation.defaults.FieldProblem;
import org.cocreation.defaults.ProblemException;
import org.cocreation.registration.domain.Refusal;
import org.springframework.http.HttpStatus;

/** Tells people why the rules refuse. */
final class Refusals {
  private Refusals() {}

  /** Asks a use case; its refusal becomes a problem. */
  static <T> T told(Supplier<T> useCase) {
    try {
      return useCase.get();
    } catch (Refusal refusal) {
      throw problem(refusal);
    }
  }

  /** As {@link #told(Supplier)}, for a use case without an answer. */
  static void told(Runnable useCase) {
    try {
      useCase.run();
    } catch (Refusal refusal) {
      throw problem(refusal);
    }
  }

  private static ProblemException problem(Refusal refusal) {
    List<FieldProblem> errors =
        refusal.faults().stream()
            .map(fault -> new FieldProblem(fault.field(), fault.expected(), fault.detail()))
            .toList();
    return new ProblemException(
        status(refusal.reason()), slug(refusal.reason()), refusal.detail(), errors);
  }

  private static HttpStatus status(Refusal.Reason reason) {
    return switch (reason) {
      case INVALID -> HttpStatus.BAD_REQUEST;
      case UNKNOWN -> HttpStatus.NOT_FOUND;
      case STALE -> HttpStatus.PRECONDITION_FAILED;
      case NOT_OPEN, SESSION_HAS_REGISTRATIONS, VENUE_HAS_PLACES, CANCELLED -> HttpStatus.CONFLICT;
    };
  }

  private static String slug(Refusal.Reason reason) {
    return switch (reason) {
      case INVALID -> "invalid-request";
      case UNKNOWN -> "not-found";
      case STALE -> "stale-version";
      case NOT_OPEN -> "programme-not-open";
      case SESSION_HAS_REGISTRATIONS -> "session-has-registrations";
      case VENUE_HAS_PLACES -> "venue-has-places";
      case CANCELLED -> "registration-cancelled";
    };
  }
}
