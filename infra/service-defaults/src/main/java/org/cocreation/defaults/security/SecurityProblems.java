package org.cocreation.defaults.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cocreation.defaults.problems.Problem;
import org.cocreation.defaults.problems.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Tells people that they are not signed in (401), not allowed (403), or that nobody can tell just
 * now (503).
 */
final class SecurityProblems
    implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

  private final Problems problems;

  SecurityProblems(Problems problems) {
    this.problems = problems;
  }

  /** Nobody is signed in. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
      throws IOException {
    problems.write(unauthorized(exception), response);
  }

  /** A token was shown and did not do. */
  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
      throws IOException {
    boolean judged = exception instanceof InvalidBearerTokenException || !isAway(exception);
    problems.write(judged ? unauthorized(exception) : away(), response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
      throws IOException {
    problems.write(Problems.ofStatus(HttpStatus.FORBIDDEN.value()), response);
  }

  private static Problem unauthorized(AuthenticationException exception) {
    if (exception instanceof InvalidBearerTokenException) {
      return Problem.of(
              HttpStatus.UNAUTHORIZED,
              "token-not-valid",
              "The token has expired or is not one of ours; sign in again.")
          .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
    return Problems.ofStatus(HttpStatus.UNAUTHORIZED.value())
        .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }

  private static Problem away() {
    return Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "identity-unavailable",
            "The identity provider cannot be reached, so nobody new can be let in just now; try again"
                + " in a few seconds.")
        .with(HttpHeaders.RETRY_AFTER, "2");
  }

  private static boolean isAway(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof IdentityUnavailableException) {
        return true;
      }
    }
    return false;
  }
}
