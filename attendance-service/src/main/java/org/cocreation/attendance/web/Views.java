package org.cocreation.attendance.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.feeds.RowProblem;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.presence.Judgement;
import org.cocreation.attendance.domain.roster.ScheduledSession;
import org.cocreation.attendance.domain.sheet.CloseSession;
import org.cocreation.attendance.domain.sheet.Directory.Held;
import org.cocreation.attendance.domain.sheet.Import;
import org.cocreation.attendance.domain.sheet.ImportReport;
import org.cocreation.attendance.domain.sheet.Sheet;
import org.cocreation.attendance.domain.sheet.Tally;
import org.cocreation.defaults.Translated;
import org.jspecify.annotations.Nullable;

/** What answers look like: sessions, imports and closing. */
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

  /** An import and what it gave. */
  record ImportView(
      String importId,
      String programmeId,
      String sessionId,
      @Nullable String format,
      String fileName,
      String status,
      String importedBy,
      Instant importedAt,
      @Nullable String reason,
      @Nullable String encoding,
      @Nullable Integer rows,
      @Nullable Integer accepted,
      @Nullable Integer otherSessions,
      @Nullable Integer setAsideCount,
      @Nullable List<SetAsideView> setAside,
      @Nullable Integer problemCount,
      @Nullable List<RowProblem> problems,
      @Nullable PeopleView people,
      @Nullable Map<String, Integer> matchedBy,
      @Nullable List<Bilingual> notes,
      @Nullable String seen,
      @Nullable String undoneBy,
      @Nullable Instant undoneAt,
      @Nullable String undoReason) {

    static ImportView of(Import it) {
      ImportReport report = it.report();
      Import.Undo undo = it.undo();
      return new ImportView(
          it.importId(),
          it.session().programmeId(),
          it.session().sessionId(),
          report == null ? null : report.format(),
          it.fileName(),
          it.status().word(),
          it.by(),
          it.at(),
          it.reason(),
          report == null ? null : report.encoding(),
          report == null ? null : report.rows(),
          report == null ? null : report.accepted(),
          report == null ? null : report.otherSessions(),
          report == null ? null : report.setAsideCount(),
          report == null
              ? null
              : report.setAside().stream()
                  .map(each -> new SetAsideView(each.row(), each.reason().word()))
                  .toList(),
          report == null ? null : report.problemCount(),
          report == null ? null : report.problems(),
          report == null ? null : PeopleView.of(report),
          report == null ? null : ways(report),
          report == null ? null : report.notes(),
          it.seen(),
          undo == null ? null : undo.by(),
          undo == null ? null : undo.at(),
          undo == null ? null : undo.reason());
    }

    private static Map<String, Integer> ways(ImportReport report) {
      Map<String, Integer> ways = new LinkedHashMap<>();
      Arrays.stream(Match.By.values())
          .forEach(by -> ways.put(by.word(), report.ways().getOrDefault(by, 0)));
      return ways;
    }
  }

  /** A row that says nothing about presence. */
  record SetAsideView(int row, String reason) {}

  /** How many identities an import was about, by how far they were settled. */
  record PeopleView(int observations, int matched, int waiting, int staff, int nobody) {

    static PeopleView of(ImportReport report) {
      return new PeopleView(
          report.people(),
          report.states().getOrDefault(Match.State.MATCHED, 0),
          report.states().getOrDefault(Match.State.WAITING, 0),
          report.states().getOrDefault(Match.State.STAFF, 0),
          report.states().getOrDefault(Match.State.NOBODY, 0));
    }
  }

  /** How closing stands and what is unresolved. */
  record ClosingView(
      String programmeId,
      String sessionId,
      String status,
      int undecided,
      int imports,
      List<Bilingual> warnings,
      @Nullable String closedBy,
      @Nullable Instant closedAt,
      @Nullable Tally counts,
      int revision) {

    static ClosingView of(CloseSession.Unresolved unresolved) {
      Sheet sheet = unresolved.sheet();
      return new ClosingView(
          sheet.session().programmeId(),
          sheet.session().sessionId(),
          word(sheet.status()),
          unresolved.waiting(),
          unresolved.imports(),
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
