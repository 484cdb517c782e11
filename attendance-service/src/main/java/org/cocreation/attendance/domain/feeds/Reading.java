package org.cocreation.attendance.domain.feeds;

import java.util.ArrayList;
import java.util.List;
import org.cocreation.attendance.domain.Bilingual;

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

    private final String format;
    private final Frame frame;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<SetAside> setAside = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<Bilingual> notes = new ArrayList<>();
    private int rows;
    private int otherSessions;

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
      if (frame.excludes(sighting.evidence())) {
        otherSessions++;
      } else {
        sightings.add(sighting);
      }
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
      notes.add(note);
    }

    /** All of it. */
    public Reading reading() {
      if (rows > 0 && otherSessions == rows) {
        note(
            new Bilingual(
                "Every row lies outside this session's time; is it the file of another session?",
                "Todas las filas quedan fuera del horario de esta sesión; ¿es el archivo de otra sesión?"));
      }
      return new Reading(format, rows, sightings, otherSessions, setAside, problems, notes);
    }
  }
}
