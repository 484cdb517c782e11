package org.cocreation.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cocreation.launcher.demo.Person.Stay;

/**
 * What Adobe Connect's interface reports of the one room that all webinars were held in: XML, a row
 * for each visit, with the offset in its times. Guests have no login; who is still inside has no
 * end. Hosts are not listed.
 */
final class AdobeFile {

  /** So many visits of the first session are in the room's report too. */
  static final int VISITS_OF_THE_FIRST_SESSION = 6;

  private final StringBuilder rows = new StringBuilder();
  private int transcript = 2_006_334_000;

  private AdobeFile() {}

  /** The report after the third session. */
  static byte[] of(List<Person> roster) {
    AdobeFile file = new AdobeFile();
    roster.stream()
        .filter(person -> person.visit(Cast.FIRST).online())
        .limit(VISITS_OF_THE_FIRST_SESSION)
        .forEach(person -> file.add(person, Cast.FIRST, "2020-02-13"));
    roster.stream()
        .filter(person -> person.visit(Cast.THIRD).online())
        .forEach(person -> file.add(person, Cast.THIRD, "2020-02-27"));
    String report =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<results><status code=\"ok\"/>\n<report-meeting-attendance>\n"
            + file.rows
            + "</report-meeting-attendance></results>\n";
    return report.getBytes(StandardCharsets.UTF_8);
  }

  private void add(Person person, String session, String date) {
    Person.Visit visit = person.visit(session);
    for (Stay stay : visit.stays()) {
      rows.append("<row transcript-id=\"")
          .append(transcript++)
          .append("\" sco-id=\"2006258745\" principal-id=\"\" answered-survey=\"0\">");
      if (visit.withEmail()) {
        element("login", person.email());
      }
      element("session-name", visit.as());
      element("sco-name", "Open Government Belize 2020");
      element("date-created", date + "T" + stay.from() + ":04.283-06:00");
      if (stay.over()) {
        element("date-end", date + "T" + stay.to() + ":41.017-06:00");
      }
      element("participant-name", visit.as());
      rows.append("</row>\n");
    }
  }

  private void element(String name, String text) {
    rows.append('<')
        .append(name)
        .append('>')
        .append(text.replace("&", "&amp;").replace("<", "&lt;"))
        .append("</")
        .append(name)
        .append('>');
  }
}
