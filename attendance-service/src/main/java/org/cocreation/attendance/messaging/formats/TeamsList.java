package org.cocreation.attendance.messaging.formats;

import static org.cocreation.attendance.messaging.formats.Term.LIST_ACTION;
import static org.cocreation.attendance.messaging.formats.Term.LIST_JOINED;
import static org.cocreation.attendance.messaging.formats.Term.LIST_JOINED_BEFORE;
import static org.cocreation.attendance.messaging.formats.Term.LIST_LEFT;
import static org.cocreation.attendance.messaging.formats.Term.LIST_NAME;
import static org.cocreation.attendance.messaging.formats.Term.LIST_TIME;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.SetAside;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Upload;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;
import org.jspecify.annotations.Nullable;

/**
 * The older attendance list of Microsoft Teams: a line for each coming and each going, sometimes
 * without a header, and without the end of the meeting. Who was there before the list began is
 * known to be there from that moment. A coming and the next going of the same name make one stay,
 * and count as one row.
 */
final class TeamsList extends TableFormat {

  private static final String EXAMPLE = "a date and time such as 2/13/2020, 10:28:00 AM";
  private static final List<Term> TERMS = List.of(LIST_NAME, LIST_ACTION, LIST_TIME);
  private static final Term[] ACTIONS = {LIST_JOINED, LIST_JOINED_BEFORE, LIST_LEFT};

  TeamsList(Limits limits, Vocabulary vocabulary) {
    super(limits, vocabulary);
  }

  @Override
  public String name() {
    return "microsoft-teams-list";
  }

  @Override
  Fit fit(Table head) {
    return headless(head) ? Fit.YES : fit(head.lines(), TERMS, TERMS);
  }

  @Override
  Reading read(Upload upload, Table table) {
    Columns named =
        header(table.lines().subList(0, Math.min(HEAD, table.lines().size())), TERMS, TERMS);
    Columns columns = named == null ? usual() : named;
    List<Table.Line> rows =
        named == null ? table.lines() : table.after(table.lines().indexOf(named.header()));
    guardRows(rows.size());
    Reading.Collector found = new Reading.Collector(name(), upload.frame());
    Clocks clocks =
        Clocks.of(
            upload.frame(),
            vocabulary,
            vocabulary.orders(vocabulary.languages(columns.headers())),
            columns.all(rows, LIST_TIME));
    Map<String, List<Step>> byName = new LinkedHashMap<>();
    for (Table.Line row : rows) {
      if (table.cutOff(row)) {
        found.row();
        Cells.brokenOff(row, columns.header(), found);
        continue;
      }
      step(columns, row, clocks, found)
          .ifPresent(
              step -> byName.computeIfAbsent(step.name(), key -> new ArrayList<>()).add(step));
    }
    byName.values().forEach(steps -> stays(steps, found));
    found.openMeansInside(null);
    return found.reading();
  }

  private Optional<Step> step(
      Columns columns, Table.Line row, Clocks clocks, Reading.Collector found) {
    String name = columns.cell(row, LIST_NAME);
    if (Cells.saysNothing(name)) {
      found.row();
      found.problem(row.number(), columns.title(LIST_NAME), "a name");
      return Optional.empty();
    }
    Optional<Term> action = vocabulary.which(columns.cell(row, LIST_ACTION), ACTIONS);
    if (action.isEmpty()) {
      found.row();
      if (Cells.saysNothing(columns.cell(row, LIST_ACTION))) {
        found.problem(
            row.number(),
            columns.title(LIST_ACTION),
            "one of " + vocabulary.title(LIST_JOINED) + ", " + vocabulary.title(LIST_LEFT));
      } else {
        found.setAside(row.number(), SetAside.Reason.OTHER_ACTION);
      }
      return Optional.empty();
    }
    String cell = columns.cell(row, LIST_TIME);
    Optional<Instant> at = clocks.moment(cell);
    if (at.isEmpty()) {
      found.row();
      found.problem(row.number(), columns.title(LIST_TIME), clocks.expected(cell, EXAMPLE));
      return Optional.empty();
    }
    return Optional.of(new Step(row.number(), name, action.get() != LIST_LEFT, at.get()));
  }

  private static void stays(List<Step> steps, Reading.Collector found) {
    List<Step> inOrder = new ArrayList<>(steps);
    inOrder.sort(Comparator.comparing(Step::at).thenComparing(Step::coming));
    Step came = null;
    for (Step step : inOrder) {
      if (step.coming()) {
        if (came != null) {
          saw(came, came.at(), null, found);
        }
        came = step;
      } else {
        Step opening = came == null ? step : came;
        saw(opening, came == null ? null : came.at(), step.at(), found);
        came = null;
      }
    }
    if (came != null) {
      saw(came, came.at(), null, found);
    }
  }

  private static void saw(
      Step step, @Nullable Instant from, @Nullable Instant to, Reading.Collector found) {
    Evidence evidence =
        from == null || to == null
            ? Evidence.openStay(Place.ONLINE, from, to)
            : Evidence.stay(Place.ONLINE, from, to);
    found.row();
    found.saw(new Sighting(step.row(), null, step.name(), null, null, evidence));
  }

  /** Without a header: three cells, of which the second is an action, in all of the first lines. */
  private boolean headless(Table head) {
    return !head.lines().isEmpty()
        && head.lines().stream()
            .limit(5)
            .allMatch(
                line ->
                    line.cells().size() >= 3
                        && !line.cell(0).isEmpty()
                        && vocabulary.which(line.cell(1), ACTIONS).isPresent()
                        && line.cell(2).matches(".*[0-9].*"));
  }

  private Columns usual() {
    Map<Term, Integer> places = new EnumMap<>(Map.of(LIST_NAME, 0, LIST_ACTION, 1, LIST_TIME, 2));
    return new Columns(
        new Table.Line(0, TERMS.stream().map(vocabulary::title).toList()), places, vocabulary);
  }

  private record Step(int row, String name, boolean coming, Instant at) {}
}
