package org.cocreation.registration.domain.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A programme's document as it was sent, before anything is known to be there or right.
 *
 * @param programmeId may be said again here; then it is the one in the address
 */
public record ProgrammeDraft(
    @Nullable String programmeId,
    @Nullable TextDraft title,
    @Nullable TextDraft summary,
    @Nullable String timeZone,
    @Nullable String status,
    @Nullable RulesDraft rules,
    @Nullable List<@Nullable SignatoryDraft> signatories,
    @Nullable List<@Nullable String> organisers,
    @Nullable String websiteUrl,
    @Nullable List<@Nullable String> sectors,
    @Nullable List<@Nullable String> districts,
    @Nullable List<@Nullable SessionDraft> sessions) {

  public record TextDraft(@Nullable String en, @Nullable String es) {}

  public record RulesDraft(
      @Nullable Double attendedShare,
      @Nullable Integer leadMinutes,
      @Nullable Integer tailMinutes) {}

  public record SignatoryDraft(@Nullable String name, @Nullable String title) {}

  public record SessionDraft(
      @Nullable String sessionId,
      @Nullable Integer number,
      @Nullable TextDraft title,
      @Nullable String startsAt,
      @Nullable Integer durationMinutes,
      @Nullable String status,
      @Nullable VenueDraft venue,
      @Nullable RoomDraft room,
      @Nullable List<@Nullable String> topics,
      @Nullable List<@Nullable String> presenters,
      @Nullable List<@Nullable MaterialDraft> materials) {}

  public record VenueDraft(
      @Nullable String name, @Nullable String place, @Nullable Integer seats) {}

  public record RoomDraft(@Nullable String url) {}

  public record MaterialDraft(@Nullable String title, @Nullable String url) {}
}
