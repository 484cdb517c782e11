package org.cocreation.attendance.domain.sheet;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.RowProblem;
import org.cocreation.attendance.domain.feeds.SetAside;
import org.cocreation.attendance.domain.matching.Match;
import org.jspecify.annotations.Nullable;

/**
 * What an import gives, or would give.
 *
 * @param format the format that recognised the file
 * @param encoding as what its bytes were read
 * @param rows its data rows
 * @param accepted rows that tell somebody's presence at this session
 * @param otherSessions rows outside the session's window
 * @param setAsideCount rows that say nothing about presence
 * @param setAside the first of them
 * @param problemCount rows that could not be read
 * @param problems the first of them
 * @param people identities that the accepted rows are about
 * @param states how many of them are how far settled
 * @param ways how many of them were settled by what
 * @param notes what a coordinator should know about the file as a whole
 * @param foreseen for whom something changes by it, as it was foreseen when the file was last read;
 *     null when that was not asked
 */
public record ImportReport(
    String format,
    String encoding,
    int rows,
    int accepted,
    int otherSessions,
    int setAsideCount,
    List<SetAside> setAside,
    int problemCount,
    List<RowProblem> problems,
    int people,
    Map<Match.State, Integer> states,
    Map<Match.By, Integer> ways,
    List<Bilingual> notes,
    @Nullable Foreseen foreseen) {

  private static final int SHOWN = 200;

  /** Keeps its own copies. */
  public ImportReport {
    setAside = List.copyOf(setAside);
    problems = List.copyOf(problems);
    states = Map.copyOf(states);
    ways = Map.copyOf(ways);
    notes = List.copyOf(notes);
  }

  static ImportReport of(Reading reading, String encoding, Collection<Observation> about) {
    Map<Match.State, Integer> states = new EnumMap<>(Match.State.class);
    Map<Match.By, Integer> ways = new EnumMap<>(Match.By.class);
    for (Observation each : about) {
      Match match = each.standing();
      states.merge(match.state(), 1, Integer::sum);
      if (match.by() != null) {
        ways.merge(match.by(), 1, Integer::sum);
      }
    }
    return new ImportReport(
        reading.format(),
        encoding,
        reading.rows(),
        reading.sightings().size(),
        reading.otherSessions(),
        reading.setAside().size(),
        reading.setAside().stream().limit(SHOWN).toList(),
        reading.problems().size(),
        reading.problems().stream().limit(SHOWN).toList(),
        about.size(),
        states,
        ways,
        reading.notes(),
        null);
  }

  ImportReport foreseeing(@Nullable Foreseen changes) {
    return new ImportReport(
        format,
        encoding,
        rows,
        accepted,
        otherSessions,
        setAsideCount,
        setAside,
        problemCount,
        problems,
        people,
        states,
        ways,
        notes,
        changes);
  }
}
