package org.cocreation.messaging;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context that an announced event carries: that of the event which caused it, else
 * that of the request being served.
 */
final class Traces {

  private static final int EVENT_ID_LENGTH = 36;
  private static final ThreadLocal<@Nullable Map<String, String>> CAUSES = new ThreadLocal<>();

  private final Supplier<@Nullable String> current;

  Traces(Supplier<@Nullable String> current) {
    this.current = current;
  }

  /** Runs a handler with the trace contexts of its events, by event id. */
  static void within(Map<String, String> traceparents, Runnable handler) {
    Map<String, String> before = CAUSES.get();
    CAUSES.set(traceparents);
    try {
      handler.run();
    } finally {
      if (before == null) {
        CAUSES.remove();
      } else {
        CAUSES.set(before);
      }
    }
  }

  /** The trace context for what {@code cause} brings about. */
  @Nullable String of(@Nullable String cause) {
    Map<String, String> causes = CAUSES.get();
    if (causes == null) {
      return current.get();
    }
    if (cause == null) {
      return causes.size() == 1 ? causes.values().iterator().next() : null;
    }
    String exact = causes.get(cause);
    return exact != null || cause.length() <= EVENT_ID_LENGTH
        ? exact
        : causes.get(cause.substring(0, EVENT_ID_LENGTH));
  }
}
