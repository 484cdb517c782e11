package org.cocreation.attendance.domain.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One session of a programme.
 *
 * @param sessionId its id within the programme
 * @param number its place in the programme, from 1
 * @param titleEn its title in English
 * @param titleEs its title in Spanish; null when there is none
 * @param startsAt its scheduled start
 * @param durationMinutes its scheduled length
 * @param cancelled whether it will not take place
 */
public record ScheduledSession(
    String sessionId,
    int number,
    String titleEn,
    @Nullable String titleEs,
    Instant startsAt,
    int durationMinutes,
    boolean cancelled) {}
