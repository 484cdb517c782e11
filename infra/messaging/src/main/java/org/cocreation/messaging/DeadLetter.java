package org.cocreation.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that an intake could not take in.
 *
 * @param id its partition and offset on the dead-letter topic, {@code 0-17}
 * @param type the event's type, as far as it had one
 * @param key the record's key
 * @param reason why, as a stable code
 * @param detail why, in words
 * @param at when it was given up, UTC
 * @param from where it came from, {@code topic-partition@offset}
 * @param intake whose it is
 * @param withheld why the value is not here: {@code personal-data}, {@code too-large} or, as for a
 *     tombstone, nothing
 * @param replayedAt when it was last replayed, UTC
 * @param outcome what came of the replay: {@code done}, {@code dead-again}, or {@code gone} when
 *     the record was withheld and is no longer on its topic, because a newer one or its erasure
 *     took its place
 * @param value the value as text; only when one letter is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetter(
    String id,
    @Nullable String type,
    @Nullable String key,
    String reason,
    @Nullable String detail,
    @Nullable Instant at,
    String from,
    String intake,
    @Nullable String withheld,
    @Nullable Instant replayedAt,
    @Nullable String outcome,
    @Nullable String value) {}
