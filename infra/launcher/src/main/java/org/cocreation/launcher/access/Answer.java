package org.cocreation.launcher.access;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the platform answered.
 *
 * @param body the JSON; an empty object where there was none, and one with the text as its {@code
 *     detail} where it was something else
 * @param etag the version of what was answered, where there is one
 */
public record Answer(int status, JsonNode body, @Nullable String etag) {

  /** Whether what was asked for was done. */
  public boolean ok() {
    return status / 100 == 2;
  }

  /** The last part of the problem's type; empty where there is none. */
  public String problem() {
    String type = body.path("type").asString("");
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /** The problem as a person reads it, with the fields at fault. */
  public String explained() {
    StringBuilder text = new StringBuilder(body.path("detail").asString("status " + status));
    for (JsonNode error : body.path("errors")) {
      text.append("\n  ").append(error.path("field").asString(""));
      text.append(": ").append(error.path("detail").asString(""));
      text.append(" (expected ").append(error.path("expected").asString("")).append(')');
    }
    return text.toString();
  }
}
