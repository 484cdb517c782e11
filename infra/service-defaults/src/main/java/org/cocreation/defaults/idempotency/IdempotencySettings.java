package org.cocreation.defaults.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the answers of repeatable requests are kept.
 *
 * @param keep how long an answer is given again
 * @param patience how long a repeat waits for the first request to be answered
 * @param lease after how long a request that was never answered (its process died) may be carried
 *     out again; longer than any handler takes
 */
@ConfigurationProperties("cocreation.idempotency")
record IdempotencySettings(
    @DefaultValue("24h") Duration keep,
    @DefaultValue("5s") Duration patience,
    @DefaultValue("60s") Duration lease) {}
