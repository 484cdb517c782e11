package org.cocreation.attendance.web;

import static org.cocreation.attendance.web.Views.word;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.matching.Suggestion;
import org.cocreation.attendance.domain.presence.Contribution;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Judge;
import org.cocreation.attendance.domain.presence.Mark;
import org.cocreation.attendance.domain.roster.Choice;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.sheet.Attendance;
import org.cocreation.attendance.domain.sheet.Conflict;
import org.cocreation.attendance.domain.sheet.Decision;
import org.cocreation.attendance.domain.sheet.Entry;
import org.cocreation.attendance.domain.sheet.Happening;
import org.cocreation.attendance.domain.sheet.Observation;
import org.cocreation.attendance.domain.sheet.Origin;
import org.cocreation.attendance.domain.sheet.ReadSheet;
import org.jspecify.annotations.Nullable;

/** What answers look like: people on the sheet and observations. */
final class PersonViews {

  private PersonViews() {}

  /** What a file does not have: there it is the import and the row. */
  private static @Nullable String told(Entry entry, Function<Origin, String> part) {
    return entry.origin().importId() == null ? part.apply(entry.origin()) : null;
  }

  /** The session and a page of its people. */
  record SheetPage(Views.Session session, List<PersonView> items, @Nullable String next) {}

  /** One person on the sheet, with why. */
  record PersonView(
      String registrationId,
      @Nullable String name,
      @Nullable String organisation,
      @Nullable Chosen chosen,
      String outcome,
      String mode,
      @Nullable Integer minutes,
      int requiredMinutes,
      int scheduledMinutes,
      Bilingual why,
      List<EvidenceView> evidence,
      @Nullable MarkView mark,
      List<Conflict> conflicts,
      @Nullable RecordedView recorded) {

    static PersonView of(ReadSheet.Line line, String sessionId) {
      Contact contact = line.person().contact();
      Attendance.Recorded recorded = line.recorded();
      Mark mark = line.mark();
      return new PersonView(
          line.person().registrationId(),
          contact == null ? null : contact.name(),
          contact == null ? null : contact.organisation(),
          line.person().choiceFor(sessionId).map(Chosen::of).orElse(null),
          line.judgement().outcome().word(),
          word(line.judgement().mode()),
          line.judgement().minutes(),
          line.judgement().requiredMinutes(),
          line.judgement().scheduledMinutes(),
          line.judgement().why(),
          evidence(line),
          mark == null ? null : MarkView.of(mark),
          line.conflicts(),
          recorded == null ? null : RecordedView.of(recorded));
    }

    private static List<EvidenceView> evidence(ReadSheet.Line line) {
      Map<Entry, Observation> all = new LinkedHashMap<>();
      line.about().forEach(each -> each.entries().forEach(entry -> all.put(entry, each)));
      return all.keySet().stream()
          .sorted(
              Comparator.comparing(
                      (Entry entry) -> entry.evidence().from(),
                      Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                  .thenComparing(Entry::origin))
          .map(entry -> EvidenceView.of(line, Objects.requireNonNull(all.get(entry)), entry))
          .toList();
    }
  }

  /** What they chose. */
  record Chosen(String mode, String place) {

    static Chosen of(Choice choice) {
      return new Chosen(choice.mode(), choice.place());
    }
  }

  /** One row and what it contributes by itself. */
  record EvidenceView(
      String kind,
      String place,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Integer minutes,
      int countedMinutes,
      Bilingual contributes,
      @Nullable Instant stated,
      @Nullable String as,
      @Nullable String matchedBy,
      String observationId,
      String channel,
      @Nullable String importId,
      @Nullable Integer row,
      @Nullable String source,
      @Nullable String position) {

    static EvidenceView of(ReadSheet.Line line, Observation observation, Entry entry) {
      Evidence evidence = entry.evidence();
      Match.By by = observation.standing().by();
      return new EvidenceView(
          word(evidence.kind()),
          word(evidence.place()),
          evidence.from(),
          evidence.to(),
          evidence.minutes(),
          Judge.counted(line.schedule(), evidence),
          Contribution.of(line.schedule(), evidence),
          evidence.stated(),
          entry.name(),
          by == null ? null : by.word(),
          observation.observationId(),
          entry.origin().channel().word(),
          entry.origin().importId(),
          entry.origin().row(),
          told(entry, Origin::source),
          told(entry, Origin::position));
    }
  }

  /** A coordinator's word. */
  record MarkView(boolean attended, String mode, String reason, String by, Instant at) {

    static MarkView of(Mark mark) {
      return new MarkView(mark.attended(), word(mark.place()), mark.reason(), mark.by(), mark.at());
    }
  }

  /** What was last announced. */
  record RecordedView(
      int revision, String outcome, String mode, @Nullable Integer minutes, Instant at) {

    static RecordedView of(Attendance.Recorded recorded) {
      return new RecordedView(
          recorded.revision(),
          recorded.judgement().outcome().word(),
          word(recorded.judgement().mode()),
          recorded.judgement().minutes(),
          recorded.at());
    }
  }

  /** Somebody whom the feeds saw. */
  record ObservationView(
      String observationId,
      String programmeId,
      String sessionId,
      @Nullable String name,
      @Nullable String email,
      @Nullable String institution,
      String state,
      @Nullable String matchedBy,
      List<String> registrationIds,
      @Nullable Bilingual note,
      List<EntryView> entries,
      @Nullable DecisionView decision,
      List<SuggestionView> suggestions) {

    static ObservationView of(ReadSheet.Seen seen) {
      Observation it = seen.observation();
      Match standing = it.standing();
      Match.By by = standing.by();
      Decision decision = it.decision();
      return new ObservationView(
          it.observationId(),
          it.session().programmeId(),
          it.session().sessionId(),
          it.name(),
          it.email(),
          it.institution(),
          standing.state().word(),
          by == null ? null : by.word(),
          standing.registrationIds(),
          standing.note(),
          it.entries().stream().map(EntryView::of).toList(),
          decision == null ? null : DecisionView.of(decision),
          seen.suggestions().stream().map(SuggestionView::of).toList());
    }
  }

  /** One row about them. */
  record EntryView(
      String channel,
      @Nullable String importId,
      @Nullable Integer row,
      @Nullable String source,
      @Nullable String position,
      @Nullable String name,
      String place,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Integer minutes,
      boolean signed,
      boolean staff) {

    static EntryView of(Entry entry) {
      Evidence evidence = entry.evidence();
      return new EntryView(
          entry.origin().channel().word(),
          entry.origin().importId(),
          entry.origin().row(),
          told(entry, Origin::source),
          told(entry, Origin::position),
          entry.name(),
          word(evidence.place()),
          evidence.from(),
          evidence.to(),
          evidence.minutes(),
          evidence.signed(),
          entry.staff());
    }
  }

  /** What was decided about them. */
  record DecisionView(
      String decision,
      List<String> registrationIds,
      @Nullable String reason,
      String by,
      Instant at) {

    static DecisionView of(Decision decision) {
      return new DecisionView(
          decision.state() == Match.State.MATCHED ? "match" : decision.state().word(),
          decision.registrationIds(),
          decision.reason(),
          decision.by(),
          decision.at());
    }
  }

  /** Somebody who might be meant. */
  record SuggestionView(
      String registrationId,
      @Nullable String name,
      @Nullable String organisation,
      int score,
      List<Bilingual> reasons) {

    static SuggestionView of(Suggestion suggestion) {
      Contact contact = suggestion.person().contact();
      return new SuggestionView(
          suggestion.person().registrationId(),
          contact == null ? null : contact.name(),
          contact == null ? null : contact.organisation(),
          suggestion.score(),
          suggestion.reasons());
    }
  }

  /** One line of a session's history. */
  record HappeningView(
      String what,
      @Nullable String by,
      Instant at,
      @Nullable String importId,
      @Nullable String observationId,
      List<String> registrationIds,
      @Nullable StandingView before,
      @Nullable StandingView after,
      @Nullable String reason) {

    static HappeningView of(Happening it) {
      return new HappeningView(
          it.kind().word(),
          it.by(),
          it.at(),
          it.importId(),
          it.observationId(),
          it.registrationIds(),
          StandingView.of(it.before()),
          StandingView.of(it.after()),
          it.reason());
    }
  }

  /** What stood before, or stands since. */
  record StandingView(
      String is, @Nullable List<String> registrationIds, @Nullable Integer minutes) {

    static @Nullable StandingView of(Happening.@Nullable Standing standing) {
      return standing == null
          ? null
          : new StandingView(
              standing.word(),
              standing.registrationIds().isEmpty() ? null : standing.registrationIds(),
              standing.minutes());
    }
  }
}
