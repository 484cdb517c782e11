package org.cocreation.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it arrived from another service: the CloudEvents attributes and the body that the
 * consumer reads.
 *
 * @param id the fact's own id; delivered twice, it is the same
 * @param type CloudEvents type, {@code org.cocreation.<service>.<fact>.v<n>}
 * @param source where it was announced
 * @param subject what the fact is about: the Kafka key
 * @param time when it happened, UTC
 * @param traceparent W3C trace context of what caused it, if it had one
 * @param body what the consuming service reads of it
 */
public record Event<B>(
    String id,
    String type,
    String source,
    String subject,
    Instant time,
    @Nullable String traceparent,
    B body) {}
