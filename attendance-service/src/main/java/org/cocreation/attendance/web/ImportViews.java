package org.cocreation.attendance.web;

import static org.cocreation.attendance.web.Views.word;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.feeds.RowProblem;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Judgement;
import org.cocreation.attendance.domain.sheet.Foreseen;
import org.cocreation.attendance.domain.sheet.Import;
import org.cocreation.attendance.domain.sheet.ImportReport;
import org.cocreation.attendance.domain.sheet.PreviewImport;
import org.jspecify.annotations.Nullable;

/** What answers look like: imports, their rows, and what something would change. */
final class ImportViews {

  private ImportViews() {}

  /** An import and what it gives, or would give. */
  record ImportView(
      String importId,
      String programmeId,
      String sessionId,
      @Nullable String format,
      String fileName,
      String status,
      String importedBy,
      Instant importedAt,
      @Nullable Instant expiresAt,
      @Nullable String acceptedBy,
      @Nullable Instant acceptedAt,
      @Nullable String reason,
      Import.@Nullable Progress progress,
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
      @Nullable ChangesView changes,
      @Nullable List<Bilingual> notes,
      @Nullable String seen,
      @Nullable String undoneBy,
      @Nullable Instant undoneAt,
      @Nullable String undoReason) {

    static ImportView of(Import it, @Nullable Instant expiresAt) {
      ImportReport report = it.report();
      Import.Signed acceptance = it.acceptance();
      Import.Signed undo = it.undo();
      return new ImportView(
          it.importId(),
          it.session().programmeId(),
          it.session().sessionId(),
          report == null ? null : report.format(),
          it.fileName(),
          it.status().word(),
          it.by(),
          it.at(),
          expiresAt,
          acceptance == null ? null : acceptance.by(),
          acceptance == null ? null : acceptance.at(),
          acceptance == null ? null : acceptance.reason(),
          it.progress(),
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
          report == null || report.foreseen() == null ? null : ChangesView.of(report.foreseen()),
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

  /** For whom something would change. */
  record ChangesView(int people, int outcomes, List<ChangeView> items) {

    static ChangesView of(Foreseen foreseen) {
      return new ChangesView(
          foreseen.people(),
          foreseen.outcomes(),
          foreseen.items().stream().map(ChangeView::of).toList());
    }
  }

  /** What would change for one person at one session. */
  record ChangeView(String sessionId, String registrationId, AnswerView before, AnswerView after) {

    static ChangeView of(Foreseen.Item item) {
      return new ChangeView(
          item.session().sessionId(),
          item.registrationId(),
          AnswerView.of(item.before()),
          AnswerView.of(item.after()));
    }
  }

  /** What the evidence comes to. */
  record AnswerView(String outcome, String mode, @Nullable Integer minutes, Bilingual why) {

    static AnswerView of(Judgement judgement) {
      return new AnswerView(
          judgement.outcome().word(), word(judgement.mode()), judgement.minutes(), judgement.why());
    }
  }

  /** A row of an import, and who it is taken for. */
  record RowView(
      int row,
      @Nullable String name,
      @Nullable String email,
      @Nullable String institution,
      String place,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Integer minutes,
      boolean signed,
      boolean staff,
      String state,
      @Nullable String matchedBy,
      List<String> registrationIds,
      @Nullable Bilingual note,
      String observationId) {

    static RowView of(PreviewImport.Row row) {
      Evidence evidence = row.seen().evidence();
      Match standing = row.about().standing();
      Match.By by = standing.by();
      return new RowView(
          row.row(),
          row.seen().name(),
          row.seen().email(),
          row.seen().institution(),
          word(evidence.place()),
          evidence.from(),
          evidence.to(),
          evidence.minutes(),
          evidence.signed(),
          row.seen().staff(),
          standing.state().word(),
          by == null ? null : by.word(),
          standing.registrationIds(),
          standing.note(),
          row.about().observationId());
    }
  }
}
