package org.cocreation.attendance.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.presence.Judgement;
import org.cocreation.attendance.domain.roster.ScheduledSession;
import org.cocreation.attendance.domain.sheet.Directory.Held;
import org.cocreation.attendance.domain.sheet.Sheet;
import org.cocreation.attendance.domain.sheet.Tally;
import org.cocreation.attendance.domain.sheet.Unresolved;
import org.cocreation.defaults.Translated;
import org.jspecify.annotations.Nullable;

/** What answers look like: sessions and closing. */
final class Views {

  private Views() {}

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Translated titleOf(ScheduledSession session) {
    return new Translated(session.titleEn(), session.titleEs());
  }

  /** A session of a programme with how far its sheet has come. */
  record Session(
      String programmeId,
      String sessionId,
      int number,
      Translated title,
      Instant startsAt,
      int durationMinutes,
      String timeZone,
      boolean cancelled,
      String status,
      @Nullable Instant closedAt,
      @Nullable Tally counts) {

    static Session of(Held held) {
      ScheduledSession session = held.session();
      Sheet sheet = held.sheet();
      return new Session(
          held.key().programmeId(),
          held.key().sessionId(),
          session.number(),
          titleOf(session),
          session.startsAt(),
          session.durationMinutes(),
          held.programme().zone().getId(),
          session.cancelled(),
          word(sheet.status()),
          sheet.closedAt(),
          sheet.counts());
    }
  }

  /** How closing stands and what is unresolved. */
  record ClosingView(
      String programmeId,
      String sessionId,
      String status,
      int undecided,
      int imports,
      int previews,
      int unfinished,
      int unknown,
      List<Bilingual> warnings,
      @Nullable String closedBy,
      @Nullable Instant closedAt,
      @Nullable Tally counts,
      int revision) {

    static ClosingView of(Unresolved unresolved) {
      Sheet sheet = unresolved.sheet();
      return new ClosingView(
          sheet.session().programmeId(),
          sheet.session().sessionId(),
          word(sheet.status()),
          unresolved.waiting(),
          unresolved.imports(),
          unresolved.previews(),
          unresolved.unfinished(),
          unresolved.unknown(),
          unresolved.warnings(),
          sheet.closedBy(),
          sheet.closedAt(),
          sheet.counts(),
          sheet.revision());
    }
  }

  /** What a participant may see of themselves. */
  record Mine(String registrationId, String programmeId, List<MySession> sessions) {

    Mine {
      sessions = List.copyOf(new ArrayList<>(sessions));
    }
  }

  /** One session of a participant; what it came to once the session is closed. */
  record MySession(
      String sessionId,
      int number,
      Translated title,
      Instant startsAt,
      int durationMinutes,
      boolean cancelled,
      String status,
      @Nullable String outcome,
      @Nullable String mode,
      @Nullable Integer minutes,
      @Nullable Integer requiredMinutes,
      @Nullable Integer scheduledMinutes,
      @Nullable Bilingual why) {

    static MySession of(Held held, @Nullable Judgement judgement) {
      ScheduledSession session = held.session();
      return new MySession(
          session.sessionId(),
          session.number(),
          titleOf(session),
          session.startsAt(),
          session.durationMinutes(),
          session.cancelled(),
          word(held.sheet().status()),
          judgement == null ? null : judgement.outcome().word(),
          judgement == null ? null : word(judgement.mode()),
          judgement == null ? null : judgement.minutes(),
          judgement == null ? null : judgement.requiredMinutes(),
          judgement == null ? null : judgement.scheduledMinutes(),
          judgement == null ? null : Objects.requireNonNull(judgement.why()));
    }
  }
}
