package org.cocreation.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/** The W3C trace context of the request being served, from Micrometer's tracer. */
final class TracerContext implements Supplier<@Nullable String> {

  /** Looked for once: asking the container each time costs a good part of what a save does. */
  private final SingletonSupplier<Tracer> tracers;

  TracerContext(ObjectProvider<Tracer> tracers) {
    this.tracers = SingletonSupplier.ofNullable(tracers::getIfAvailable);
  }

  @Override
  public @Nullable String get() {
    Tracer tracer = tracers.get();
    Span span = tracer == null ? null : tracer.currentSpan();
    if (span == null || span.context().traceId().isEmpty()) {
      return null;
    }
    TraceContext context = span.context();
    boolean sampled = Boolean.TRUE.equals(context.sampled());
    String traceId = context.traceId();
    return "00-"
        + "0".repeat(32 - traceId.length())
        + traceId
        + "-"
        + context.spanId()
        + (sampled ? "-01" : "-00");
  }
}
