package org.cocreation.attendance.web;

import java.util.List;
import java.util.Map;
import org.cocreation.attendance.domain.sheet.Import;

/** No format recognised a file; it was put aside. */
final class UnrecognisedFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, Object> members;

  UnrecognisedFile(Import quarantined, List<String> formats, boolean mapped) {
    super(
        mapped
            ? "No line of the file has all the columns that the mapping names. Compare the mapping with the file's header (“seen”); the file was put aside and nothing was imported."
            : "The header fits none of the known formats ("
                + String.join(", ", formats)
                + "); “seen” shows how it begins and which format it comes near. Send it with a mapping of its columns, or export it again as CSV; the file was put aside and nothing was imported.");
    this.members =
        Map.of(
            "importId",
            quarantined.importId(),
            "seen",
            quarantined.seen() == null ? "" : quarantined.seen());
  }

  Map<String, Object> members() {
    return members == null ? Map.of() : members;
  }
}
