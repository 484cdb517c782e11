package org.cocreation.attendance.domain.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.presence.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What a format made of a file.
 *
 * @param format the format's name
 * @param rows how many data rows there are
 * @param sightings who was seen, in the file's order
 * @param otherSessions how many rows lie outside the session's window
 * @param setAside rows that say nothing about presence
 * @param problems rows that could not be read
 * @param notes what a coordinator should know about the file as a whole
 */
public record Reading(
    String format,
    int rows,
    List<Sighting> sightings,
    int otherSessions,
    List<SetAside> setAside,
    List<RowProblem> problems,
    List<Bilingual> notes) {

  /** Keeps its own copies. */
  public Reading {
    sightings = List.copyOf(sightings);
    setAside = List.copyOf(setAside);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /** Collects what a format finds, row by row. */
  public static final class Collector {

    private static final int NOTES = 20;

    private final String format;
    private final Frame frame;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<SetAside> setAside = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<Bilingual> notes = new ArrayList<>();
    private int rows;
    private int otherSessions;
    private boolean openMeansInside;
    private @Nullable Instant latest;

    /** Begins to collect for a session. */
    public Collector(String format, Frame frame) {
      this.format = format;
      this.frame = frame;
    }

    /** One more data row, whatever comes of it. */
    public void row() {
      rows++;
    }

    /** Somebody was seen; a sighting outside the window is counted as another session's. */
    public void saw(Sighting sighting) {
      Evidence evidence = sighting.evidence();
      if (frame.excludes(evidence)) {
        otherSessions++;
      } else {
        sightings.add(sighting);
        knownUpTo(evidence.from());
        knownUpTo(evidence.to());
        knownUpTo(evidence.seenUntil());
      }
    }

    /**
     * In this kind of file a stay without an end had not ended when the file was written. Of each
     * person that holds for the stay that began last; an end that is missing before another
     * beginning is just missing.
     *
     * @param writtenAt when the file was written or the meeting ended, if it says so; otherwise the
     *     latest moment that any of its rows tells of stands for it
     */
    public void openMeansInside(@Nullable Instant writtenAt) {
      openMeansInside = true;
      knownUpTo(writtenAt);
    }

    /** The row is about another session. */
    public void otherSession() {
      otherSessions++;
    }

    /** The row says nothing about presence. */
    public void setAside(int row, SetAside.Reason reason) {
      setAside.add(new SetAside(row, reason));
    }

    /** The row could not be read. */
    public void problem(int row, String column, String expected) {
      problems.add(
          new RowProblem(
              row,
              column,
              expected,
              "Row " + row + ": column “" + column + "” should hold " + expected + "."));
    }

    /** Something about the file as a whole. */
    public void note(Bilingual note) {
      if (notes.size() < NOTES && !notes.contains(note)) {
        notes.add(note);
      }
    }

    /** All of it. */
    public Reading reading() {
      if (rows > 0 && otherSessions == rows) {
        note(
            new Bilingual(
                "Every row lies outside this session's time; is it the file of another session?",
                "Todas las filas quedan fuera del horario de esta sesión; ¿es el archivo de otra sesión?"));
      }
      return new Reading(
          format,
          rows,
          openMeansInside && latest != null ? stillThere(latest) : sightings,
          otherSessions,
          setAside,
          problems,
          notes);
    }

    private void knownUpTo(@Nullable Instant moment) {
      if (moment != null && (latest == null || moment.isAfter(latest))) {
        latest = moment;
      }
    }

    private List<Sighting> stillThere(Instant until) {
      Map<String, Instant> lastCame = new HashMap<>();
      for (Sighting each : sightings) {
        Instant from = each.evidence().from();
        if (from != null) {
          lastCame.merge(who(each), from, (a, b) -> a.isAfter(b) ? a : b);
        }
      }
      return sightings.stream()
          .map(
              each -> {
                Evidence open = each.evidence();
                Instant from = open.from();
                return from != null
                        && open.ofUnknownLength()
                        && open.seenUntil() == null
                        && from.equals(lastCame.get(who(each)))
                    ? each.with(Evidence.stillThere(open.place(), from, until))
                    : each;
              })
          .toList();
    }

    private static String who(Sighting sighting) {
      return sighting.email() == null
          ? "n:" + sighting.name()
          : "e:" + sighting.email().toLowerCase(Locale.ROOT);
    }
  }
}
