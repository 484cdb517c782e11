package org.cocreation.attendance.domain.presence;

import java.util.Objects;
import org.cocreation.attendance.domain.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence about one person at one session comes to, and why.
 *
 * @param outcome attended, not attended or unknown
 * @param mode where they were seen
 * @param minutes whole minutes present inside the window; null when unknown or when only a mark
 *     speaks
 * @param requiredMinutes what was needed
 * @param scheduledMinutes the session's scheduled length
 * @param why one sentence with the figures in it
 */
public record Judgement(
    Outcome outcome,
    Mode mode,
    @Nullable Integer minutes,
    int requiredMinutes,
    int scheduledMinutes,
    Bilingual why) {

  /** Whether the outcome or a figure differs; a change of wording alone is no difference. */
  public boolean differsFrom(Judgement other) {
    return outcome != other.outcome
        || mode != other.mode
        || !Objects.equals(minutes, other.minutes)
        || requiredMinutes != other.requiredMinutes
        || scheduledMinutes != other.scheduledMinutes;
  }
}
