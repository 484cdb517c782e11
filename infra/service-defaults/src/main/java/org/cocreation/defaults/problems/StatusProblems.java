package org.cocreation.defaults.problems;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What to say when only the status is known. */
final class StatusProblems {

  private StatusProblems() {}

  static Problem of(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST ->
          Problem.of(
              status,
              "invalid-request",
              "The request could not be understood; check its address and headers.");
      case UNAUTHORIZED ->
          Problem.of(
              status,
              "sign-in-needed",
              "Sign in, or use your personal link, and send the request again.");
      case FORBIDDEN ->
          Problem.of(
              status,
              "not-allowed",
              "Your role does not allow this; ask a coordinator or an administrator.");
      case NOT_FOUND -> Problem.of(status, "not-found", "There is nothing at this address.");
      case CONTENT_TOO_LARGE ->
          Problem.of(
              status, "too-large", "The request is larger than the service accepts; send less.");
      case URI_TOO_LONG ->
          Problem.of(status, "too-large", "The address of the request is too long.");
      case REQUEST_HEADER_FIELDS_TOO_LARGE ->
          Problem.of(status, "too-large", "The headers of the request are too large.");
      case TOO_MANY_REQUESTS ->
          Problem.of(
              status, "too-many-requests", "Too many requests; wait a minute and try again.");
      case SERVICE_UNAVAILABLE ->
          Problem.of(
              status,
              "unavailable",
              "The service cannot answer just now; try again in a few seconds.");
      case INTERNAL_SERVER_ERROR ->
          Problem.of(
              status,
              "internal-error",
              "Something went wrong on our side and was recorded; try again later.");
      default ->
          Problem.of(
              status,
              status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
              "The request was answered with \"" + status.getReasonPhrase() + "\".");
    };
  }
}
