package org.cocreation.attendance.domain.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Contents;
import org.cocreation.attendance.domain.feeds.Formats;
import org.cocreation.attendance.domain.feeds.Frame;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.RowProblem;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Upload;
import org.cocreation.attendance.domain.sheet.Directory.Held;
import org.jspecify.annotations.Nullable;

/** Reads the files that were sent for a session. */
final class SessionFiles {

  private final Formats formats;
  private final Uploads uploads;

  SessionFiles(Formats formats, Uploads uploads) {
    this.formats = formats;
    this.uploads = uploads;
  }

  /**
   * Reads a file.
   *
   * @throws org.cocreation.attendance.domain.feeds.Unreadable when it goes beyond the limits
   */
  Read read(Held held, Contents contents, @Nullable ColumnMapping mapping) {
    Upload upload = Upload.of(contents, mapping, Frame.of(held.schedule()));
    Formats.Answer answer = formats.ask(upload);
    return new Read(
        answer.reading().map(SessionFiles::named), upload.text().encoding(), answer.seen());
  }

  /** Reads the file of an import, if it is still kept. */
  Optional<Read> kept(Held held, String importId) {
    return uploads.find(importId).map(kept -> read(held, kept.contents(), kept.mapping()));
  }

  /** Rows whose name has no letters and that carry nothing else are problems, not sightings. */
  private static Reading named(Reading reading) {
    List<Sighting> sightings = new ArrayList<>();
    List<RowProblem> problems = new ArrayList<>(reading.problems());
    for (Sighting each : reading.sightings()) {
      if (Observed.row("-", each).identity().isPresent()) {
        sightings.add(each);
      } else {
        problems.add(
            new RowProblem(
                each.row(),
                "name",
                "a name in letters, or an e-mail address",
                "Row " + each.row() + ": there is no name that can be read and no e-mail."));
      }
    }
    return new Reading(
        reading.format(),
        reading.rows(),
        sightings,
        reading.otherSessions(),
        reading.setAside(),
        problems,
        reading.notes());
  }

  /**
   * A file that was read.
   *
   * @param reading what it says; empty when no format recognises it
   * @param encoding as what its bytes were read
   * @param seen what an unrecognised one begins with and comes near
   */
  record Read(Optional<Reading> reading, String encoding, String seen) {

    /** What it saw, as rows of an import. */
    List<Observed> observed(String importId) {
      return reading.stream()
          .flatMap(each -> each.sightings().stream())
          .map(each -> Observed.row(importId, each))
          .toList();
    }
  }
}
