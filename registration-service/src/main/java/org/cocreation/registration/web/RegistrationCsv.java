package org.cocreation.registration.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.Session;
import org.cocreation.registration.domain.registration.Registration;
import org.jspecify.annotations.Nullable;

/**
 * Writes registrations as CSV (RFC 4180), page by page. A cell that a spreadsheet would run as a
 * formula is made harmless.
 */
final class RegistrationCsv {
  private static final String FORMULA_BEGINS = "=+-@\t\r";

  private RegistrationCsv() {}

  /**
   * @param page the registrations after the one named; an empty page is the end
   * @param bom whether a byte order mark comes first
   */
  static void write(
      Programme programme,
      Function<@Nullable RegistrationId, List<Registration>> page,
      boolean bom,
      Writer target)
      throws IOException {
    List<String> sessions =
        programme.document().sessions().stream()
            .map(Session::sessionId)
            .map(id -> id.value())
            .toList();
    if (bom) {
      target.write('\uFEFF');
    }
    CsvWriter csv = CsvWriter.builder().build(target);
    csv.writeRecord(header(sessions));
    RegistrationId after = null;
    for (List<Registration> some = page.apply(null); !some.isEmpty(); some = page.apply(after)) {
      some.forEach(
          registration -> csv.writeRecord(line(RegistrationItem.of(registration), sessions)));
      after = some.get(some.size() - 1).registrationId();
    }
    csv.flush();
  }

  private static List<String> header(List<String> sessions) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                "registrationId",
                "status",
                "registeredAt",
                "name",
                "email",
                "organisation",
                "sector",
                "district",
                "language"));
    for (String session : sessions) {
      cells.add(session + " mode");
      cells.add(session + " place");
    }
    return cells;
  }

  private static List<String> line(RegistrationItem item, List<String> sessions) {
    String organisation = item.organisation();
    List<String> cells =
        new ArrayList<>(
            List.of(
                item.registrationId(),
                item.status(),
                item.registeredAt().toString(),
                item.name(),
                item.email(),
                organisation == null ? "" : organisation,
                item.sector(),
                item.district(),
                item.language()));
    for (String session : sessions) {
      RegistrationItem.ChoiceItem choice =
          item.choices().stream()
              .filter(one -> one.sessionId().equals(session))
              .findFirst()
              .orElse(new RegistrationItem.ChoiceItem(session, "none", "none"));
      cells.add(choice.mode());
      cells.add(choice.place());
    }
    return cells.stream().map(RegistrationCsv::harmless).toList();
  }

  static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA_BEGINS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
