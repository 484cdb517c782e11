package org.cocreation.certificate.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What attendance says about one person in one closed session.
 *
 * @param sessionId the session
 * @param revision grows with every correction; the latest wins, in whatever order they arrive
 * @param outcome attended, not attended or unknown; never awaited
 * @param mode how they were present
 * @param minutes minutes of presence, or null where nobody measured (a mark at the venue)
 * @param requiredMinutes minutes that count as attended
 * @param scheduledMinutes the session's length
 * @param why the reason in words
 * @param recordedAt when it was decided
 * @param corrected whether this is a correction after closing
 */
public record Attendance(
    String sessionId,
    int revision,
    Presence outcome,
    Mode mode,
    @Nullable Integer minutes,
    int requiredMinutes,
    int scheduledMinutes,
    Words why,
    Instant recordedAt,
    boolean corrected) {}
